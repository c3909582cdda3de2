import { expect, it } from 'vitest';
import { foldingRanges } from '../../../server/src/features/folding.ts';
import { read } from './marked-text.ts';

const text = `---
status: draft
---

# Payments down

**Summary**

It broke.

<!-- to do:
more -->

## Timeline

- 10:00 It breaks.
  - The first sign
- 10:30 It works.

| Time | What |
| --- | --- |
| 11:00 | Over. |

`;

/** `first line … last line (kind)` */
function folds(source: string, most?: number): readonly string[] {
  const { source: read_, ...rest } = read(source);
  const line = (number: number): string => read_.slice(read_.lineSpan(number));
  return foldingRanges({ ...rest, source: read_ }, most).map(
    ({ startLine, endLine, kind }) => `${line(startLine)} … ${line(endLine)}${kind ? ` (${kind})` : ''}`,
  );
}

const all = [
  '--- … --- (region)',
  '# Payments down … | 11:00 | Over. |',
  '**Summary** … more -->',
  '<!-- to do: … more --> (comment)',
  '## Timeline … | 11:00 | Over. |',
  '- 10:00 It breaks. …   - The first sign',
  '| Time | What | … | 11:00 | Over. |',
];

it('folds front matter, sections of any form, comments, entries of several lines and tables', () => {
  expect(folds(text)).toEqual(all);
});

it('is the same with other line breaks', () => {
  expect(folds(text.replaceAll('\n', '\r\n'))).toEqual(all);
});

it('keeps the longest where the client takes only some', () => {
  expect(folds(text, 2)).toEqual(['# Payments down … | 11:00 | Over. |', '## Timeline … | 11:00 | Over. |']);
});
