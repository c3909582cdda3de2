import { expect, test } from 'vitest';
import { fitsGlob } from '../../../server/src/review/glob.ts';

test.each([
  ['incidents/2024/a.md', 'incidents/**', true],
  ['incidents/2024/a.md', '**/*.md', true],
  ['a.md', '**/*.md', true],
  ['deep/er/a.md', '*.md', true],
  ['deep/a.md', './*.md', false],
  ['deep/a.md', '/*.md', false],
  ['a.md', '/*.md', true],
  ['incidents/a.md', 'incidents/*.{md,txt}', true],
  ['incidents/a.rst', 'incidents/*.{md,txt}', false],
  ['incidents/ab.md', 'incidents/?.md', false],
  ['x/incidents/a.md', 'incidents/**', false],
  ['x/incidents/a.md', '**/incidents/**', true],
  ['incidents/a.md', 'incidents/**/a.md', true],
  ['a{b.md', 'a{b.md', true],
])('%s fits %s: %s', (path, glob, expected) => {
  expect(fitsGlob(path, glob)).toBe(expected);
});

test('a glob of many wildcards ends on a long name that does not fit', () => {
  expect(fitsGlob(`${'a'.repeat(5000)}b`, `${'*a'.repeat(50)}c`)).toBe(false);
});
