import { describe, expect, test } from 'vitest';
import { findingsOf } from '../findings-of.ts';

function report(summary: string, entries: readonly string[]): string {
  return `# Search unavailable

## Summary

${summary}

## Timeline

${entries.map((entry) => `- ${entry}`).join('\n')}

## Root cause

The index ran out of disk.

## Action items

- Alert at 80 % disk usage.
`;
}

const night = [
  '2024-05-02 23:10 UTC Search stops answering.',
  '2024-05-02 23:15 UTC An alert fires and wakes the on-call engineer.',
  '2024-05-03 00:40 UTC Search is fully restored.',
];

describe('duration/mismatch', () => {
  test('says the stated length, the range and the computed length', () => {
    const text = report('**Duration:** 4 hours, from 7:15 PM GMT to 10:30 PM GMT on 2024-05-02', []);
    expect(findingsOf('duration/mismatch', text)).toEqual([
      {
        on: '4 hours',
        message: 'Stated 4 h, but 19:15 to 22:30 GMT is 3 h 15 min. Correct the duration or the times.',
      },
    ]);
  });

  test('counts over midnight', () => {
    expect(
      findingsOf('duration/mismatch', report('Search was down for 90 minutes, from 23:10 to 00:40 UTC.', night)),
    ).toEqual([]);
    expect(
      findingsOf('duration/mismatch', report('Search was down for 60 minutes, from 23:10 to 00:40 UTC.', night)),
    ).toHaveLength(1);
  });

  test('holds a duration without a range against the timeline', () => {
    expect(findingsOf('duration/mismatch', report('The outage lasted 5 hours.', night))).toEqual([
      {
        on: '5 hours',
        message:
          'Stated 5 h, but the timeline goes from 2024-05-02 23:10 to 2024-05-03 00:40 UTC: 1 h 30 min. Correct the duration or the entries.',
      },
    ]);
  });

  test('is content with one reading of the timeline that fits', () => {
    expect(findingsOf('duration/mismatch', report('The outage lasted 85 minutes.', night))).toEqual([]);
  });

  test('leaves a duration in support hours alone', () => {
    expect(
      findingsOf('duration/mismatch', report('**Duration:** 7h (during support hours 10:00 to 17:00)', night)),
    ).toEqual([]);
  });
});

describe('duration/window-mismatch', () => {
  test('finds an end after the recovery that only the closing agrees with', () => {
    const text = report('**Duration:** 2024-05-02 23:10 UTC to 2024-05-03 02:00 UTC', [
      ...night,
      '2024-05-03 02:00 UTC The postmortem is written and a review is scheduled.',
    ]);
    expect(findingsOf('duration/window-mismatch', text)).toEqual([
      {
        on: '02:00',
        message:
          'The stated end is 02:00 UTC, but by the timeline it was resolved at 00:40 UTC (line 11), 1 h 20 min earlier. Write the same time in both places.',
      },
    ]);
  });

  test('takes an end that a later entry about the service tells', () => {
    const text = report('**Duration:** 2024-05-02 23:10 UTC to 2024-05-03 02:00 UTC', [
      ...night,
      '2024-05-03 02:00 UTC All shards have caught up; the incident is closed.',
    ]);
    expect(findingsOf('duration/window-mismatch', text)).toEqual([]);
  });

  test('compares times in two zones as moments', () => {
    expect(
      findingsOf(
        'duration/window-mismatch',
        report('**Duration:** 2024-05-03 01:10 CEST to 2024-05-03 02:40 CEST', night),
      ),
    ).toEqual([]);
  });

  test('leaves a range in running text alone when neither end is in the timeline', () => {
    expect(
      findingsOf(
        'duration/window-mismatch',
        report('The index was rebuilt between 14:00 and 15:30 UTC on 2024-05-01.', night),
      ),
    ).toEqual([]);
  });
});

describe('duration/metric-mismatch', () => {
  const stated = (line: string): string => report(`Search was down on 2024-05-02.\n\n- ${line}`, night);

  test.each([
    'Time to resolve: 1h 30m',
    'Time to resolve: 1h 25m',
    'Time to resolve: about 2 hours',
  ])('agrees with %s', (line) => {
    expect(findingsOf('duration/metric-mismatch', stated(line))).toEqual([]);
  });

  test('says the definition and the entries', () => {
    const [finding] = findingsOf('duration/metric-mismatch', stated('Time to resolve: 2h 45m'));
    expect(finding?.on).toBe('2h 45m');
    expect(finding?.message).toBe(
      'Stated 2h 45m, but the time to resolve, from the start to the resolution, is 1h 30m by the timeline: 2024-05-02 23:10 to 2024-05-03 00:40 UTC. Correct the number or the entries.',
    );
  });
});
