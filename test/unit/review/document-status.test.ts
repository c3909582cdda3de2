import { expect, test } from 'vitest';
import { documentStatus } from '../../../server/src/review/document-status.ts';
import { readPostmortem } from '../rules/run-example.ts';

test.each([
  ['Draft', 'draft'],
  ['In review', 'draft'],
  ['Complete, action items in progress', 'final'],
  ['Not final', 'draft'],
  ['Final', 'final'],
  ['Published 2024-05-09', 'final'],
  ['Resolved', 'unknown'],
  ['Finally over', 'unknown'],
])('“Status: %s” means %s', (status, expected) => {
  const text = `# Search was down\n\nStatus: ${status}\n\n## Summary\n\nA disk was full.\n`;
  expect(documentStatus(readPostmortem(text))).toBe(expected);
});

test('front matter counts as well', () => {
  expect(documentStatus(readPostmortem('---\nstatus: draft\n---\n\n# Search was down\n'))).toBe('draft');
});

test('a document without a status says nothing', () => {
  expect(documentStatus(readPostmortem('# Search was down\n'))).toBe('unknown');
});
