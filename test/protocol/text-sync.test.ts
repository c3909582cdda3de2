import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Position } from 'vscode-languageserver-protocol';
import { snapshots } from '../../server/src/lsp/snapshot.ts';

const text = fc
  .array(fc.constantFrom('a', 'ß', '😀', '\n', '\r\n', '\r', '\t', '\uFEFF', '# '), { maxLength: 12 })
  .map((parts) => parts.join(''));
const edit = fc.record({ from: fc.nat(), to: fc.nat(), text });

it('keeps the text that a sequence of incremental changes describes', () => {
  fc.assert(
    fc.property(text, fc.array(edit, { maxLength: 20 }), (before, edits) => {
      let expected = before;
      const changes = edits.map((change) => {
        const [start, end] = [placeIn(expected, change.from), placeIn(expected, change.to)].sort((a, b) => a - b);
        if (start === undefined || end === undefined) throw new Error('two places');
        const range = { start: positionAt(expected, start), end: positionAt(expected, end) };
        expected = expected.slice(0, start) + change.text + expected.slice(end);
        return { range, text: change.text };
      });
      const first = snapshots.create('file:///a.md', 'markdown', 1, before);
      expect(snapshots.update(first, changes, 2).source.text).toBe(expected);
    }),
  );
});

it('takes a place past the end of a line for its end', () => {
  const first = snapshots.create('file:///a.md', 'markdown', 1, 'one\r\ntwo');
  const at = { line: 0, character: 99 };
  const { source } = snapshots.update(first, [{ range: { start: at, end: at }, text: '!' }], 2);
  expect(source.text).toBe('one!\r\ntwo');
});

it('takes a place past the last line for the end of the text', () => {
  const first = snapshots.create('file:///a.md', 'markdown', 1, 'one\r\ntwo');
  const at = { line: 9, character: 0 };
  const { source } = snapshots.update(first, [{ range: { start: at, end: at }, text: '!' }], 2);
  expect(source.text).toBe('one\r\ntwo!');
});

/** Any offset but the one inside a `\r\n`, which no position can name. */
function placeIn(content: string, seed: number): number {
  const offset = seed % (content.length + 1);
  return content[offset - 1] === '\r' && content[offset] === '\n' ? offset + 1 : offset;
}

function positionAt(content: string, offset: number): Position {
  const lines = content.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}
