import { describe, expect, test } from 'vitest';
import { readDurations } from '../../../server/src/time/duration-text.ts';

function print(text: string, labelled = false): string {
  return readDurations(text, { labelled })
    .map(({ minutes, most, qualifier, unit }) => {
      const upper = most === undefined ? '' : `-${most}`;
      return `${qualifier === 'exact' ? '' : `${qualifier} `}${Math.round(minutes * 100) / 100}${upper} ${unit}`;
    })
    .join('; ');
}

const durations: Record<string, readonly (readonly [string, string])[]> = {
  figures: [
    ['2 hours and 35 minutes', '155 minutes'],
    ['2 hours, 35 minutes', '155 minutes'],
    ['31h 6m', '1866 minutes'],
    ['2h35m', '155 minutes'],
    ['2hrs 5mins 3secs', '125.05 seconds'],
    ['90 mins', '90 minutes'],
    ['1 day, 2 hours, 3 minutes', '1563 minutes'],
    ['3 days', '4320 days'],
    ['2 weeks', '20160 days'],
    ['1,320 minutes', '1320 minutes'],
    ['1.5 hours', '90 minutes'],
    ['2½ hours', '150 minutes'],
    ['1 1/2 hours', '90 minutes'],
    ['a 45-minute outage', '45 minutes'],
    ['it took 40s', '0.67 seconds'],
    ['PT2H35M', '155 minutes'],
    ['P1DT2H', '1560 hours'],
    ['15-20 minutes', '15-20 minutes'],
    ['15 to 20 minutes', '15-20 minutes'],
  ],
  words: [
    ['half an hour', '30 minutes'],
    ['an hour and a half', '90 minutes'],
    ['two and a half hours', '150 minutes'],
    ['2 and half hours', '150 minutes'],
    ['three quarters of an hour', '45 minutes'],
    ['twenty-four hours', '1440 hours'],
    ['it took an hour', '60 hours'],
    ['a couple of hours', 'about 120 hours'],
  ],
  qualifiers: [
    ['over 12 hours', 'over 720 hours'],
    ['more than two hours', 'over 120 hours'],
    ['at least 10 minutes', 'over 10 minutes'],
    ['12+ hours', 'over 720 hours'],
    ['about three hours', 'about 180 hours'],
    ['approx. 40 minutes', 'about 40 minutes'],
    ['~2 hours', 'about 120 hours'],
    ['10 minutes or so', 'about 10 minutes'],
    ['almost two hours', 'under 120 hours'],
    ['less than an hour', 'under 60 hours'],
    ['up to 5 minutes', 'under 5 minutes'],
    ['lasted < 5 minutes', 'under 5 minutes'],
    ['moreover 5 minutes', '5 minutes'],
  ],
  'other languages': [
    ['1 hora y 48 minutos', '108 minutes'],
    ['una hora y media', '90 minutes'],
    ['media hora', '30 minutes'],
    ['2 horas e 15 minutos', '135 minutes'],
    ['cerca de duas horas', 'about 120 hours'],
    ['2 heures 30 minutes', '150 minutes'],
    ['une heure et demie', '90 minutes'],
    ['2 Stunden und 15 Minuten', '135 minutes'],
    ['anderthalb Stunden', '90 minutes'],
    ['1,5 Stunden', '90 minutes'],
    ['1時間48分', '108 minutes'],
    ['約 2 時間', 'about 120 hours'],
    ['2時間半', '150 minutes'],
    ['30分間', '30 minutes'],
    ['1小时48分钟', '108 minutes'],
    ['约两小时', 'about 120 hours'],
    ['1个半小时', '90 minutes'],
  ],
  'no durations': [
    ['2 hours ago', ''],
    ['every 5 minutes, 10 requests per 5 minutes', ''],
    ['a second outage', ''],
    ['500 errors, 5M users, 200 ms', ''],
    ['at 0830 hours and 03:00 hours', ''],
    ['à 14h', ''],
    ['14時23分', ''],
    ['it took 1h48', ''],
    ['01:48:00', ''],
    ['512m of memory, 504s in the log', ''],
    ['1000HRS', ''],
    ['数十秒で十分', ''],
    ['for hours and hours', ''],
    ['', ''],
  ],
};

describe.each(Object.entries(durations))('durations: %s', (_, rows) => {
  test.each(rows)('%s', (text, reading) => {
    expect(print(text)).toBe(reading);
  });
});

test.each([
  ['01:48:00', '108 minutes'],
  ['1:48', '108 minutes'],
  ['00:00:30', '0.5 seconds'],
  ['1h48', '108 minutes'],
  ['2 hours', '120 hours'],
  ['1:48 PM', ''],
])('the value of a label: %s', (text, reading) => {
  expect(print(text, true)).toBe(reading);
});

test('several in one sentence, with their spans', () => {
  const text = 'Detected after 5 minutes, mitigated within about 1 hour and 10 minutes.';
  expect(readDurations(text).map(({ span }) => text.slice(span.start, span.end))).toEqual([
    '5 minutes',
    '1 hour and 10 minutes',
  ]);
});
