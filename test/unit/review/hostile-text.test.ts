import { expect, test } from 'vitest';
import { review } from '../../../server/src/review/review.ts';
import { readPostmortem } from '../rules/run-example.ts';

/** What begins something again and again and never ends it. */
const pieces = [
  ...['a', ' ', '\t', '0', '1:', '10:00 ', '2024-01-01 ', '- ', '**a', '_', '`', '~~', '[', '[x](', '](', '(', '| '],
  ...['"', '“', '. ', '@a ', '# ', '<a ', '<!--', '&amp;', 'a: ', 'https://', '{{', '%', '1,', 'a@b.', 'Name Name '],
  ...['the engineer ', 'should have been ', 'owner: ', 'UTC ', '5 minutes ', 'from 10:00 to ', '日', 'a-', '+1 '],
];

function documentOf(hostile: string): string {
  return `# Postmortem of ${hostile}

Date: 2024-03-12
Impact: ${hostile}

## Timeline

- 10:00 UTC ${hostile}
- ${hostile}

| Time | What |
| --- | --- |
| 10:00 | ${hostile} |

## Root cause

${hostile}

## Action items

- [ ] ${hostile}
- [x] Add ${hostile}
`;
}

const length = 2500;

test.each(pieces)('rules come to an end on lines of %j', (piece) => {
  const postmortem = readPostmortem(documentOf(piece.repeat(Math.ceil(length / piece.length))));
  const { findings, failures } = review(postmortem, {
    settings: [],
    now: { epochSeconds: Date.UTC(2024, 5, 1) / 1000 },
    workspace: { fileExists: () => undefined },
  });
  expect(failures).toEqual([]);
  expect(findings.filter(({ message }) => message.length > 1000).map(({ code }) => code)).toEqual([]);
});

test('a log of 130,000 lines in one paragraph is read and reviewed', () => {
  const postmortem = readPostmortem(`# Postmortem\n\n## Timeline\n\n${'2024-03-12T10:00:00Z full\n'.repeat(130_000)}`);
  const { findings, failures } = review(postmortem, {
    settings: [],
    now: { epochSeconds: Date.UTC(2024, 5, 1) / 1000 },
    workspace: { fileExists: () => undefined },
  });
  expect(failures).toEqual([]);
  expect(findings.length).toBeGreaterThan(129_000);
});
