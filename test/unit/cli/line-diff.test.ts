import { expect, test } from 'vitest';
import { lineDiff } from '../../../server/src/cli/line-diff.ts';

test('equal texts have no difference', () => {
  expect(lineDiff('a.md', 'x\n', 'x\n')).toBe('');
});

test('hunks keep three lines around a change and leave out the rest', () => {
  const lines = Array.from({ length: 30 }, (_, i) => `line ${i + 1}`);
  const changed = lines.with(4, 'five').toSpliced(25, 1);
  expect(lineDiff('a.md', `${lines.join('\n')}\n`, `${changed.join('\n')}\n`)).toBe(`--- a.md
+++ a.md
@@ -2,7 +2,7 @@
 line 2
 line 3
 line 4
-line 5
+five
 line 6
 line 7
 line 8
@@ -23,7 +23,6 @@
 line 23
 line 24
 line 25
-line 26
 line 27
 line 28
 line 29
`);
});

test('changes that are near share a hunk', () => {
  expect(lineDiff('a', 'a\nb\nc\nd\n', 'A\nb\nc\nD\n')).toBe('--- a\n+++ a\n@@ -1,4 +1,4 @@\n-a\n+A\n b\n c\n-d\n+D\n');
});

test('a missing line break at the end is told', () => {
  expect(lineDiff('a', 'a', 'b\n')).toBe('--- a\n+++ a\n@@ -1,1 +1,1 @@\n-a\n\\ No newline at end of file\n+b\n');
});
