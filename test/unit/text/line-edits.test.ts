import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../server/src/text/edit.ts';
import { lineEdits } from '../../../server/src/text/line-edits.ts';

const text = fc
  .array(fc.constantFrom('a', 'b', '\n', '\r\n', '\r', 'c\n'), { maxLength: 30 })
  .map((parts) => parts.join(''));

describe('edits by lines', () => {
  it('turn one text into the other', () => {
    fc.assert(fc.property(text, text, (before, after) => applyEdits(before, lineEdits(before, after)) === after));
  });

  it('leave lines alone that stay', () => {
    expect(lineEdits('a\nb\nc\nd\n', 'a\nB\nc\nd\ne\n')).toEqual([
      { span: { start: 2, end: 4 }, text: 'B\n' },
      { span: { start: 8, end: 8 }, text: 'e\n' },
    ]);
  });

  it('are none for equal texts', () => {
    expect(lineEdits('a\nb', 'a\nb')).toEqual([]);
  });
});
