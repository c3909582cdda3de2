import { describe, expect, test } from 'vitest';
import { review } from '../../../../server/src/review/review.ts';
import { readPostmortem } from '../run-example.ts';

interface Said {
  readonly code: string;
  /** The words it stands on. */
  readonly on: string;
  readonly message: string;
}

/** What the rules of the area say about a document with this timeline, advice and hints left out. */
function said(timeline: string, summary = 'Search was down.', path = 'outage.md'): readonly Said[] {
  const text = `# Search was down

Date: 2024-03-12

## Summary

${summary}

${timeline}
`;
  const { findings } = review(readPostmortem(text, path), {
    settings: [],
    now: undefined,
    workspace: { fileExists: () => undefined },
  });
  return findings
    .filter(({ code, severity }) => code.startsWith('timeline/') && severity !== 'info' && severity !== 'hint')
    .map(({ code, span, message }) => ({ code, on: text.slice(span.start, span.end), message }));
}

describe('says what is wrong with the numbers in it', () => {
  test('two zones', () => {
    const summary = 'Search was down from 7:15 PM GMT to 10:30 PM GMT (1:15 PM PDT to 3:30 PM PDT) on 2024-03-12.';
    expect(said('## Timeline (GMT)\n\n- 7:15 PM Begins\n- 10:30 PM Ends', summary)).toEqual([
      {
        code: 'timeline/zone-conversion',
        on: '1:15 PM PDT to 3:30 PM PDT',
        message: '7:15 PM GMT is 12:15 PM PDT, not 1:15 PM.',
      },
    ]);
  });

  test('an entry out of order', () => {
    expect(said('## Timeline (UTC)\n\n- 14:00 Begins\n- 14:20 Found\n- 14:05 Paged\n- 14:30 Ends')).toEqual([
      {
        code: 'timeline/out-of-order',
        on: '14:05',
        message: '14:05 is earlier than 14:20 before it (line 12). Correct the time or sort the entries.',
      },
    ]);
  });

  test('PM for AM stands on the time that is wrong', () => {
    expect(
      said('## Timeline (UTC)\n\n- 9:00 AM Begins\n- 9:20 PM Paged\n- 9:30 AM Found\n- 9:40 AM Ends'),
    ).toMatchObject([{ code: 'timeline/out-of-order', on: '9:20 PM', message: /9:20 AM would fit/ }].map(loosely));
  });

  test('a date of another year is not also out of order', () => {
    expect(
      said('## Timeline (UTC)\n\n- 2024-03-12 14:00 Begins\n- 2023-03-12 14:05 Paged\n- 2024-03-12 14:30 Ends'),
    ).toEqual([
      {
        code: 'timeline/date-mismatch',
        on: '2023-03-12',
        message: '2023-03-12 does not belong with the dates around it, 2024-03-12. Correct the date.',
      },
    ]);
  });

  test('a date that the name of the file contradicts', () => {
    expect(said('## Timeline (UTC)\n\n- 14:00 Begins\n- 14:30 Ends', undefined, '2024-04-12-search.md')).toMatchObject([
      { code: 'timeline/date-mismatch', on: '2024-03-12' },
    ]);
  });
});

describe('stays silent', () => {
  test.each([
    ['on the year before a new one', '- 2023-12-31 23:50 UTC Begins\n- 2024-01-01 00:20 UTC Ends'],
    ['on entries inside of an entry', '- 14:00 UTC Search\n  - 14:20 in the logs\n- 14:10 Paged\n- 14:30 Ends'],
    [
      'on the day after, said in words',
      '- 9:00 PM UTC Begins\n- 10:00 AM The next day everything is back\n- 11:00 AM Ends',
    ],
    ['on the time of a post', '*Posted 2024-03-12 15:00 UTC*\n\n14:00 UTC Begins\n\n14:20 UTC Paged\n\n14:30 UTC Ends'],
    ['on 24:00', '- 23:00 UTC Begins\n- 24:00 Ends'],
    ['on seconds in some entries only', '- 14:00:40 UTC Begins\n- 14:00 Paged\n- 14:30:00 Ends'],
    ['on times from the start', '- T-10m Deployed\n- T+0 Begins\n- T+30m Ends'],
  ])('%s', (_, entries) => {
    expect(said(`## Timeline\n\n${entries}`)).toEqual([]);
  });
});

function loosely(one: { code: string; on: string; message: RegExp }): object {
  return { ...one, message: expect.stringMatching(one.message) };
}
