import { describe, expect, test } from 'vitest';
import { dateOfFileName } from '../../../server/src/postmortem/file-date.ts';
import { createPostmortemReader } from '../../../server/src/postmortem/postmortem-reader.ts';
import { formatDay } from '../../../server/src/time/calendar.ts';

/** Date and time of each entry of the only timeline, in the order of the text. */
function entriesOf(body: string): readonly string[] {
  const text = `# Outage\n\n## Timeline\n\n${body}\n`;
  const { timelines } = createPostmortemReader().read(text, { path: 'a.md', isPostmortem: true, zone: undefined });
  return (timelines[0]?.entries ?? []).map(({ reading }) => {
    const { date, clock } = reading;
    return `${date ? formatDay(date.value) : '?'} ${clock?.hour}:${clock?.minute}`;
  });
}

describe('entries', () => {
  const read = (body: string) =>
    createPostmortemReader().read(`# Outage on 2024-03-12\n\n## Timeline\n\n${body}\n`, {
      path: 'a.md',
      isPostmortem: true,
      zone: undefined,
    });

  test('have their time on the last line where a status page shows its updates', () => {
    const { timelines, sections } = read(`**Resolved** - All is well again.
Mar 12, 2024 - 14:05 UTC

**Identified** - A certificate expired.
It is being renewed.
Mar 12, 2024 - 13:40 UTC

The team looks at it
from 13:20 UTC on.`);
    expect(sections.map(({ heading }) => heading)).toEqual(['Outage on 2024-03-12', 'Timeline']);
    expect(
      timelines[0]?.entries.map(({ text, reading }) => `${reading.clock?.hour}:${reading.clock?.minute} ${text}`),
    ).toMatchInlineSnapshot(`
        [
          "14:5 Resolved - All is well again.",
          "13:40 Identified - A certificate expired. It is being renewed.",
        ]
      `);
  });

  test('counted from the start are not placed among times of day', () => {
    const { timelines, metrics } = read('T+0 the deploy\n\n- 14:05 MEZ Alarm.\n- 15:00 MEZ Resolved.');
    expect(timelines[0]?.entries.map(({ axisSeconds }) => axisSeconds === undefined)).toEqual([true, false, false]);
    expect(metrics.resolve?.minutes).toBe(55);
    expect(timelines[0]?.entries[1]?.reading.zone?.value.label).toBe('CET');
  });
});

describe('dates of entries', () => {
  test('in a table stand in the column that names days, not weekdays, and take the year of its title', () => {
    expect(
      entriesOf(`| Day | Date (2023) | Time | Event |
| --- | --- | --- | --- |
| Mon | Feb 06 | 18:52 | Mail |
| Tue | Feb 07 | 09:17 | Call |`),
    ).toEqual(['2023-02-06 18:52', '2023-02-07 9:17']);
  });

  test('of numbers are settled by those that can be read in one way only', () => {
    expect(
      entriesOf(`- [2019-03-25 10:00] Deployed
- [04-05 16:21] Begins
- [04-26 17:00] Ends`),
    ).toEqual(['2019-03-25 10:0', '2019-04-05 16:21', '2019-04-26 17:0']);
  });

  test('carry on to the entries below, also over midnight', () => {
    expect(entriesOf('- 2024-03-12 23:40 Begins\n- 23:52 Paged\n- 00:25 Ends')).toEqual([
      '2024-03-12 23:40',
      '2024-03-12 23:52',
      '2024-03-13 0:25',
    ]);
  });
});

describe('a bare time', () => {
  test('is of the afternoon when it follows noon', () => {
    expect(entriesOf('- 11:30 Begins\n- 12:15 Paged\n- 1:05 Ends')).toEqual(['? 11:30', '? 12:15', '? 13:5']);
  });

  test('that lies a little before the one above is not half a day later', () => {
    expect(entriesOf('- 10:00 Begins\n- 10:20 Found\n- 10:10 Paged')).toEqual(['? 10:0', '? 10:20', '? 10:10']);
  });
});

test.each([
  ['/docs/2024-03-12-checkout.md', '2024-03-12'],
  ['file:///docs/20240312_checkout.html.md', '2024-03-12'],
  ['C:\\docs\\2024-03-12\\README.md', '2024-03-12'],
  ['/docs/2024-02-30-checkout.md', undefined],
  ['/2024-03-12/checkout.md', undefined],
  ['/docs/build-1202403121.md', undefined],
])('the file %s is named after %s', (path, expected) => {
  const day = dateOfFileName(path);
  expect(day && formatDay(day)).toBe(expected);
});
