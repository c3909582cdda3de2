import { describe, expect, test } from 'vitest';
import { findingsOf } from '../findings-of.ts';

const cause = (text: string): string => `# Search unavailable on 2024-05-02

## Summary

Search was down for 20 minutes.

## Root cause

${text}

## Timeline

- 08:00 UTC An engineer accidentally deleted the index.
`;

describe('cause/human-error', () => {
  test.each([
    ['Human error.', 'Human error'],
    ['The rule was wrong because of a simple operator\nmistake.', 'operator\nmistake'],
    ["It was the engineer's mistake.", "engineer's mistake"],
    ['A fat finger removed the rule.', 'fat finger'],
    ['Se debió a un error humano.', 'error humano'],
    ['設定変更時のヒューマンエラー。', 'ヒューマンエラー'],
  ])('finds %s', (text, on) => {
    expect(findingsOf('cause/human-error', cause(text)).map((finding) => finding.on)).toEqual([on]);
  });

  test.each([
    'The job ended with a user error code.',
    'This was not a human error.',
    'The review is there to prevent human error.',
    'The tool is prone to operator mistakes.',
    'An error in the configuration removed the rule.',
    '> It was human error.',
  ])('leaves %s alone', (text) => {
    expect(findingsOf('cause/human-error', cause(text))).toEqual([]);
  });
});

describe('cause/person-as-cause', () => {
  test.each([
    ['A junior developer mistakenly dropped the index.', 'A junior developer'],
    ['The outage was caused by an engineer who was new.', 'an engineer'],
    ['@kim pushed the wrong image.', '@kim'],
    ['The index was accidentally deleted by one of our operators.', 'one of our operators'],
    ['An engineer deployed a rule without a filter.', 'An engineer'],
  ])('finds %s', (text, on) => {
    expect(findingsOf('cause/person-as-cause', cause(text)).map((finding) => finding.on)).toEqual([on]);
  });

  test.each([
    'The on-call engineer restarted the node, which fixed it.',
    'An engineer could have deleted any index without a question.',
    'The tool deletes an index when an operator enters its prefix.',
    'Engineers found that the disk was full.',
    'The engineers accidentally looked at the wrong cluster first.',
    'The developer team deployed nothing that day.',
    'Who was the engineer that deleted the index?',
    'The package @scope/client removed a field.',
  ])('leaves %s alone', (text) => {
    expect(findingsOf('cause/person-as-cause', cause(text))).toEqual([]);
  });
});
