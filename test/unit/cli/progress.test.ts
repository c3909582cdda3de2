import { expect, test } from 'vitest';
import { createProgress } from '../../../server/src/cli/progress.ts';

function progressOf(total: number, isTerminal: boolean): string {
  let written = '';
  const progress = createProgress(total, { isTerminal, write: (text) => (written += text) });
  for (let i = 0; i < total; i++) progress.advance();
  progress.clear();
  return written;
}

test('a long run at a terminal tells how far it has come and leaves nothing behind', () => {
  const written = progressOf(200, true);
  expect(written).toContain('\r100 of 200 files');
  expect(written.endsWith('\r\u001B[K')).toBe(true);
});

test('a short run and a run that nobody looks at are silent', () => {
  expect(progressOf(3, true)).toBe('');
  expect(progressOf(200, false)).toBe('');
});
