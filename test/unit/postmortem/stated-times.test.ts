import { describe, expect, it } from 'vitest';
import { readFacts } from '../../../server/src/postmortem/read-facts.ts';
import { readStatedTimes, type StatedTimes } from '../../../server/src/postmortem/read-stated-times.ts';
import type { StatedWindow } from '../../../server/src/postmortem/stated-time.ts';
import type { Reading } from '../../../server/src/postmortem/timeline.ts';
import { formatClock, formatDay } from '../../../server/src/time/calendar.ts';
import { readParts } from './read-parts.ts';

function stated(text: string): StatedTimes {
  const parts = readParts(text);
  return readStatedTimes({ ...parts, facts: readFacts(parts), zone: undefined });
}

function show(reading: Reading | undefined): string {
  if (reading === undefined) return '?';
  const day = reading.date === undefined ? '' : formatDay(reading.date.value);
  const time =
    reading.clock === undefined
      ? ''
      : `T${formatClock(reading.clock.hour, reading.clock.minute, reading.clock.second)}`;
  return day + time;
}

/** `start → end zone = minutes` */
function showWindow({ start, end, minutes }: StatedWindow): string {
  return `${show(start)} → ${show(end)} ${start?.zone?.value.label ?? '-'} = ${minutes ?? '-'}`;
}

function windowsOf(text: string): readonly string[] {
  return stated(text).windows.map(showWindow);
}

const summary = (words: string): string => `# Queue stalled\n\n## Summary\n\n${words}\n`;
const labelled = (words: string): string => `# Queue stalled\n\n## Summary\n\n- **Duration:** ${words}\n`;

describe('the stated window', () => {
  it.each([
    [
      'The outage lasted from 1:10 PM to 2:50 PM UTC on August 20, 2031.',
      '2031-08-20T13:10 → 2031-08-20T14:50 UTC = 100',
    ],
    [
      'On 20 August 2031 from 14:02 to 14:34 UTC, the queue answered with HTTP 500.',
      '2031-08-20T14:02 → 2031-08-20T14:34 UTC = 32',
    ],
    [
      'On August 20, 2031, between 03:24 and 04:03 UTC, deliveries failed.',
      '2031-08-20T03:24 → 2031-08-20T04:03 UTC = 39',
    ],
    ['Between the hours of 13:00:00 and 17:35:30 nothing was sent.', 'T13:00:00 → T17:35:30 - = 275.5'],
    ['From 11:46 AM to 12:20 PM EAT, requests failed.', 'T11:46 → T12:20 EAT = 34'],
    [
      'On May 5, 2031 we had a complete outage, from 10:00 AM to 12:30 PM (EAT).',
      '2031-05-05T10:00 → 2031-05-05T12:30 EAT = 150',
    ],
    ['The outage began at 11:45 PM and was resolved by 00:45 AM UTC.', 'T23:45 → T00:45 UTC = 60'],
    [
      'The outage started at 5:00 AM GMT on May 5, 2031, and ended at 8:00 AM GMT on the same day.',
      '2031-05-05T05:00 → 2031-05-05T08:00 GMT = 180',
    ],
    [
      'La caída duró 2 horas, desde las 10:00 hasta las 12:00 UTC del 5 de mayo de 2031.',
      '2031-05-05T10:00 → 2031-05-05T12:00 UTC = 120',
    ],
    ['It was down from May 5 to May 9, 2031.', '2031-05-05 → 2031-05-09 - = -'],
  ])('is read from the summary: %s', (sentence, window) => {
    expect(windowsOf(summary(sentence))).toEqual([window]);
  });

  it.each([
    ['3 hours, from 9:00 AM to 12:00 PM (UTC)', 'T09:00 → T12:00 UTC = 180'],
    ['2 hours (10:00 AM PST - 12:00 PM PST)', 'T10:00 → T12:00 PST = 120'],
    ['14:00 - 16:30 UTC (2 hours 30 minutes)', 'T14:00 → T16:30 UTC = 150'],
    ['August 20, 2031, 03:15 UTC to August 21, 2031, 06:00 UTC', '2031-08-20T03:15 → 2031-08-21T06:00 UTC = 1605'],
    ['May 5, 2031, at 8:15 AM EDT - May 5, 2031, at 9:00 AM EDT', '2031-05-05T08:15 → 2031-05-05T09:00 EDT = 45'],
    [
      'It lasted 157 minutes, starting at 10:15 AM and ending at 12:52 PM EAT on May 5th, 2031.',
      '2031-05-05T10:15 → 2031-05-05T12:52 EAT = 157',
    ],
  ])('is read from behind a label: %s', (value, window) => {
    expect(windowsOf(labelled(value))).toEqual([window]);
  });

  it('goes on in the next line of the paragraph', () => {
    expect(windowsOf(summary('The outage lasted from 10:00\nto 11:30 UTC on May 5,\n2031.'))).toEqual([
      '2031-05-05T10:00 → 2031-05-05T11:30 UTC = 90',
    ]);
  });

  it('has its ends under labels of their own', () => {
    expect(
      windowsOf(
        '# Stall\n\n## Summary\n\n- **Duration:**\n  - Start Time: May 5, 2031, 09:30 AM (UTC)\n  - End Time: May 5, 2031, 03:45 PM (UTC)\n',
      ),
    ).toEqual(['2031-05-05T09:30 → 2031-05-05T15:45 UTC = 375']);
    expect(
      windowsOf('---\nstart-time: "2031-05-05T03:24:00Z"\nend-time: "2031-05-05T04:03:00Z"\n---\n\n# Stall\n'),
    ).toEqual(['2031-05-05T03:24:00 → 2031-05-05T04:03:00 UTC = 39']);
    expect(
      windowsOf(
        '# 障害\n\n| 項目 | 内容 |\n| --- | --- |\n| 発生日時 | 2031-05-05 23:30 (JST) |\n| 復旧日時 | 2031-05-06 00:10 (JST) |\n',
      ),
    ).toEqual(['2031-05-05T23:30 → 2031-05-06T00:10 JST = 40']);
  });

  it('may stand in the heading of the timeline', () => {
    expect(windowsOf('# Stall\n\n## Timeline (all times PST) 01/05/2031 - 02/28/2031\n\n- 10:00 Down\n')).toEqual([
      '2031-01-05 → 2031-02-28 PST = -',
    ]);
  });

  it('takes its date from a fact or the title, and its zone from "all times"', () => {
    const text =
      '# Stall of May 5, 2031\n\nAll times are in CET.\n\n## Summary\n\nThe outage lasted from 22:00 to 01:00.\n';
    const [window] = stated(text).windows;
    expect(window && showWindow(window)).toBe('2031-05-05T22:00 → 2031-05-06T01:00 CET = 180');
    expect(window?.start?.date).toMatchObject({ from: 'document' });
    expect(window?.end?.date?.from).toBe('midnight');
    expect(window?.start?.zone?.span).toEqual({ start: text.indexOf('CET'), end: text.indexOf('CET') + 3 });
  });

  it('is the first in the document, every one with its place', () => {
    const text = summary('The outage lasted from 10:00 to 11:30 UTC. Mails were delayed from 10:00 to 12:00 UTC.');
    const { windows } = stated(text);
    expect(windows.map(showWindow)).toEqual(['T10:00 → T11:30 UTC = 90', 'T10:00 → T12:00 UTC = 120']);
    expect(windows.map(({ span }) => text.slice(span.start, span.end))).toEqual([
      '10:00 to 11:30 UTC',
      '10:00 to 12:00 UTC',
    ]);
  });

  it.each([
    ['an entry', '# Stall\n\n## Timeline\n\n- 10:00 - 10:30 UTC: Errors\n- 10:30 UTC: Fixed\n'],
    ['an entry in the summary', summary('10:00 - 10:30 UTC: errors rose.')],
    ['a cause', '# Stall\n\n## Root cause\n\nThe job ran from 10:00 to 11:00 UTC and failed.\n'],
    ['a task', '# Stall\n\n## Action items\n\n- Test the outage page from 10:00 to 11:00\n'],
    ['support hours', labelled('7h (during support hours 10:00-17:00)')],
    ['a maintenance', summary('It failed within the maintenance window from 10:00 to 11:00 UTC.')],
    ['a quote', '# Stall\n\n## Summary\n\n> The outage lasted from 10:00 to 11:30 UTC.\n'],
    ['versions', summary('All from 1.2.3 to 1.4.0 failed.')],
  ])('is no range of %s', (_, text) => {
    expect(windowsOf(text)).toEqual([]);
  });
});

describe('stated durations', () => {
  const lengths = (text: string): readonly string[] =>
    stated(text).durations.map(({ kind, duration, qualified, window }) =>
      [
        kind,
        duration.minutes,
        duration.qualifier,
        ...(qualified ? ['qualified'] : []),
        ...(window ? [`window ${window.minutes}`] : []),
      ].join(' '),
    );

  it.each([
    [labelled('3 hours, from 9:00 AM to 12:00 PM (UTC)'), 'duration 180 exact window 180'],
    [labelled('1:48:00'), 'duration 108 exact'],
    [labelled('about two and a half hours'), 'duration 150 about'],
    ['# Stall\n\n## Summary\n\n- Time to repair: 4h 9m\n', 'time-to-repair 249 exact'],
    [
      '# Stall\n\n## Stats\n\n- Time to recovery: 279 minutes [^1]\n\n[^1]: Three times in one day\n',
      'time-to-recover 279 exact',
    ],
    ['# Stall\n\n| Item | Value |\n| --- | --- |\n| Duration | 2 h |\n', 'duration 120 exact'],
    [labelled('7h (during support hours 10:00-17:00)'), 'duration 420 exact qualified'],
    [summary('An outage lasting 1 hour and 48 minutes, from 16:58 to 18:46 UTC.'), 'duration 108 exact window 108'],
    [summary('The outage lasted for over nine hours.'), 'duration 540 over'],
    [summary('Logins failed for approximately 30 minutes.'), 'duration 30 about'],
    [summary('It took us about 40 minutes to restore service.'), 'time-to-recover 40 about'],
    [summary('For roughly an hour checkout was broken.'), 'duration 60 about'],
    [summary('This caused a 45-minute outage.'), 'duration 45 exact'],
    [summary('La interrupción duró 2 horas.'), 'duration 120 exact'],
    [summary('クラスタは約2時間にわたり停止した。'), 'duration 120 about'],
  ])('are read with what is said of them: %j', (text, length) => {
    expect(lengths(text)).toEqual([length]);
  });

  it.each([
    'The job failed every 5 minutes.',
    'The alert came within 10 minutes of the failed deploy.',
    'Requests failed after a timeout of 30 seconds.',
    'Errors had been rare for the last 3 months.',
    'The failure went undetected for 4 hours.',
    'The fix has an ETA of 2 weeks.',
  ])('are no other lengths of time: %s', (sentence) => {
    expect(lengths(summary(sentence))).toEqual([]);
  });

  it('point at their words', () => {
    const text = summary('The outage\nlasted 2 hours and\n37 minutes.');
    const [first] = stated(text).durations;
    expect(first && text.slice(first.span.start, first.span.end)).toBe('2 hours and\n37 minutes');
    expect(first?.duration.span).toEqual(first?.span);
  });

  const counting = (text: string): number | undefined => stated(text).duration?.duration.minutes;

  it('count in the order total, to resolve, to recover, to repair', () => {
    const times = '- Time to repair: 1h\n- Time to recovery: 2h\n- Time to resolve: 3h\n- Time to detect: 4h\n';
    expect(counting(`# Stall\n\n## Stats\n\n${times}`)).toBe(180);
    expect(counting(`# Stall\n\n## Summary\n\nThe outage lasted 5 hours.\n\n## Stats\n\n${times}`)).toBe(300);
    expect(counting('# Stall\n\n## Stats\n\n- Time to repair: 1h\n- Time to recovery: 2h\n')).toBe(120);
    expect(counting('# Stall\n\n## Stats\n\n- Time to detect: 4h\n')).toBeUndefined();
  });

  it('count from behind a label before prose', () => {
    expect(counting('# Stall\n\n## Summary\n\nUsers were offline for 10 minutes.\n\n- **Duration:** 2 h\n')).toBe(120);
  });
});

describe('the date of the incident', () => {
  const dateOf = (text: string): string | undefined => {
    const { incidentDate } = stated(text);
    return incidentDate && `${formatDay(incidentDate.value)} ${incidentDate.from}`;
  };
  const rest = '\n## Summary\n\nOn May 3, 2031 the outage lasted 2 hours.\n';

  it('is taken from a label, the window, the title, the prose, the front matter, in this order', () => {
    const window = '\n## Summary\n\nThe outage lasted from 10:00 to 11:00 on May 2, 2031.\n';
    expect(dateOf(`# Stall of May 4, 2031\n\nIncident date: May 1, 2031\n${window}`)).toBe('2031-05-01 document');
    expect(dateOf(`# Stall of May 4, 2031\n${window}`)).toBe('2031-05-02 stated-window');
    expect(dateOf(`# Stall of May 4, 2031\n${rest}`)).toBe('2031-05-04 document');
    expect(dateOf(`---\ndate: 2031-05-06\n---\n\n# Stall\n${rest}`)).toBe('2031-05-03 document');
    expect(dateOf('---\ndate: 2031-05-06\n---\n\n# Stall\n')).toBe('2031-05-06 front-matter');
    expect(dateOf('---\npublished: 2031-05-09\n---\n\n# Stall\n')).toBe('2031-05-09 front-matter');
  });

  it('is not the day of the report', () => {
    expect(dateOf('# Stall\n\nDate of postmortem: May 9, 2031\n\n## Summary\n\nIt stalled on May 3, 2031.\n')).toBe(
      '2031-05-03 document',
    );
  });

  it('has its place', () => {
    const text = `# Stall of May 4, 2031\n${rest}`;
    const { incidentDate } = stated(text);
    expect(incidentDate?.span && text.slice(incidentDate.span.start, incidentDate.span.end)).toBe('May 4, 2031');
  });

  it('is unknown without a year', () => {
    expect(dateOf(summary('On May 3rd the outage lasted 2 hours.'))).toBeUndefined();
  });
});

describe('the order of dates in numbers', () => {
  it.each([
    ['Stalled on 10/20/2031 and 03/04/2031.', 'month-first'],
    ['Stalled on 24/07/31.', 'day-first'],
    ['Am 24.07.2031 und am 03.04.2031.', 'day-first'],
    ['Stalled on 03/04/2031.', undefined],
    ['Stalled on 10/20/2031 or 20/10/2031.', undefined],
    ['Version 1.13.20 stalled.', undefined],
  ])('is told by dates that can be read in one way: %s', (words, order) => {
    expect(stated(summary(words)).dateOrder).toBe(order);
  });

  it('settles the others', () => {
    expect(
      windowsOf(
        `${summary('The outage lasted from 10:00 to 11:00 on 04/05/2031.')}\n## Timeline\n\n- 24/05/2031 10:00 Down\n`,
      ),
    ).toEqual(['2031-05-04T10:00 → 2031-05-04T11:00 - = 60']);
  });
});

describe('the zone of the document', () => {
  const zoneOf = (text: string): string | undefined => {
    const { zone } = stated(text);
    return zone && `${zone.value.label} ${zone.from}`;
  };

  it.each([
    ['# Stall\n\nAll times in UTC.\n', 'UTC document'],
    ['# Stall\n\n## Summary\n\nTimes are EAT.\n', 'EAT document'],
    ['# Stall\n\n- **Time zone:** PST\n', 'PST document'],
    ['# Stall\n\n## Timeline (times in CET)\n\n- 10:00 Down\n', 'CET document'],
    ['# Stall\n\n## Timeline\n\n_All times are UTC_\n\n- 10:00 Down\n', 'UTC document'],
    [summary('The outage lasted from 10:00 to 11:00 UTC.'), 'UTC stated-window'],
  ])('is what its words give: %j', (text, zone) => {
    expect(zoneOf(text)).toBe(zone);
  });

  it.each([
    ['# Stall\n\n## Timeline\n\n- 10:00 UTC Down\n'],
    ['# Stall\n\n## Summary\n\nTimes are EAT.\n\n## Timeline\n\nAll times in UTC.\n'],
    [summary('The last hours of data in EST were lost.')],
    [summary('It was down from 10:00 to 11:00 UTC. Mails were delayed from 12:00 to 13:00 CET.')],
  ])('is unknown where they give none or do not agree: %j', (text) => {
    expect(zoneOf(text)).toBeUndefined();
  });
});
