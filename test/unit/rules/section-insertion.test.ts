import { expect, test } from 'vitest';
import { review } from '../../../server/src/review/review.ts';
import { missingSection } from '../../../server/src/rules/structure/missing-section.ts';
import { applyEdits } from '../../../server/src/text/edit.ts';
import { readPostmortem } from './run-example.ts';

/** The text with every missing section of the profile inserted, one after the other. */
function completed(text: string, profile?: string): string {
  const options = {
    settings: profile === undefined ? [] : [{ profile }],
    now: undefined,
    workspace: { fileExists: () => undefined },
    rules: [missingSection],
  };
  let current = text;
  for (let round = 0; round < 20; round++) {
    const fix = review(readPostmortem(current), options).findings[0]?.fixes[0];
    if (!fix) return current;
    current = applyEdits(current, fix.edits);
  }
  return current;
}

const headings = (text: string): readonly string[] => text.match(/^#+ .*$/gm) ?? [];

test('sections are inserted in the order of the form', () => {
  const text = '# Search was down\n\n## Timeline\n\n- 09:00 UTC Search is down.\n';
  expect(headings(completed(text, 'minimal'))).toEqual([
    '# Search was down',
    '## Summary',
    '## Timeline',
    '## Root cause',
    '## Action items',
  ]);
});

test('sections have the level of their neighbours and one blank line around them', () => {
  const text =
    '# Search was down\n\n### Summary\n\nA disk was full.\n\n### Root cause\n\nLogs.\n\n### Action items\n\n- Rotate logs.';
  const after = completed(text, 'minimal');
  expect(after).toMatch(/A disk was full\.\n\n### Timeline\n\n<!-- To write: .* -->\n\n### Root cause\n/);
});

test('a last line without its break gets one before a section follows', () => {
  expect(completed('# Search was down\n\n## Summary\n\nA disk was full.', 'minimal')).toMatch(
    /A disk was full\.\n\n## Timeline\n\n<!-- .* -->\n\n## Root cause\n\n<!-- .* -->\n\n## Action items\n\n<!-- .* -->\n$/,
  );
});

test('line breaks stay those of the document', () => {
  const after = completed('# Search was down\r\n\r\n## Summary\r\n\r\nA disk was full.\r\n', 'minimal');
  expect(after.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(after).toContain('\r\n\r\n## Timeline\r\n\r\n<!-- To write: ');
});

test('front matter stays first', () => {
  const after = completed('---\ntitle: Search was down\n---\n\nSome words.\n', 'minimal');
  expect(after).toMatch(/^---\ntitle: Search was down\n---\n\nSome words\.\n\n## Summary\n/);
});

test('an unclosed fence hides sections: none is called missing', () => {
  const text = '# Search was down\n\n## Summary\n\n```\n## Timeline\n\n## Root cause\n';
  expect(completed(text, 'minimal')).toBe(text);
});
