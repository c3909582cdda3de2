import { describe, expect, test } from 'vitest';
import { clockStyleOf, commonClockStyle, writeClock } from '../../../server/src/edits/clock-style.ts';
import { writeDayLike, writeWeekdayLike } from '../../../server/src/edits/date-style.ts';
import { readOpening } from '../../../server/src/time/moment-text.ts';
import { readTimeline } from './read.ts';

function likeClock(written: string, hour: number, minute: number, second?: number): string {
  const time = readOpening(written)?.time;
  if (time === undefined) throw new Error(`no time in ${written}`);
  return writeClock(clockStyleOf(written, time), { hour, minute, second });
}

function likeDate(written: string, year: number, month: number, day: number): string {
  const date = readOpening(written)?.date;
  if (date === undefined) throw new Error(`no date in ${written}`);
  return writeDayLike(written.slice(date.span.start, date.span.end), date, { year, month, day });
}

describe('writes a time in the form of another', () => {
  test.each([
    ['10:30', 9, 5, '09:05'],
    ['9:30', 14, 5, '14:05'],
    ['9:30', 7, 5, '7:05'],
    ['10:30 AM', 14, 5, '2:05 PM'],
    ['07:15 PM', 0, 5, '12:05 AM'],
    ['7:15pm', 12, 0, '12:00pm'],
    ['7:15 p.m.', 9, 30, '9:30 a.m.'],
    ['9:02a', 14, 5, '2:05p'],
    ['3 PM', 15, 0, '3:00 PM'],
    ['0900', 14, 5, '1405'],
    ['18.30 Uhr', 9, 5, '09.05 Uhr'],
    ['14h02', 9, 5, '09h05'],
    ['10:30:15', 9, 5, '09:05:00'],
    ['noon', 13, 5, '1:05 PM'],
  ] as const)('%s', (written, hour, minute, expected) => {
    expect(likeClock(written, hour, minute)).toBe(expected);
  });

  test('with seconds only where there are any', () => {
    expect(likeClock('10:30', 9, 5, 0)).toBe('09:05');
    expect(likeClock('10:30', 9, 5, 7)).toBe('09:05:07');
  });
});

test('the form of a timeline is the one that most entries have', () => {
  const { postmortem, timeline } = readTimeline('- 10:00 AM a\n- 11:05 AM b\n- 14:00 c');
  expect(commonClockStyle(postmortem.source, timeline.entries)).toMatchObject({ twelve: true, pm: ' PM' });
});

describe('writes a day in the form of another', () => {
  test.each([
    ['2024-03-12', '2024-04-05'],
    ['2024/3/12', '2024/4/5'],
    ['12.03.2024', '05.04.2024'],
    ['03/22/24', '04/05/24'],
    ['March 12th, 2024', 'April 5th, 2024'],
    ['12 Mar 2024', '5 Apr 2024'],
    ['Tue Mar 12 2024', 'Fri Apr 5 2024'],
    ['Tuesday, 12 March', 'Friday, 5 April'],
    ['MARCH 2, 2024', 'APRIL 5, 2024'],
    ['12 de marzo de 2024', '2024-04-05'],
  ] as const)('%s', (written, expected) => {
    expect(likeDate(written, 2024, 4, 5)).toBe(expected);
  });
});

test('a weekday keeps its length and case; other languages are left alone', () => {
  const friday = { year: 2024, month: 4, day: 5 };
  expect(['Mon', 'Thurs', 'MONDAY', 'sunday', 'lunes'].map((name) => writeWeekdayLike(name, friday))).toEqual([
    'Fri',
    'Fri',
    'FRIDAY',
    'friday',
    undefined,
  ]);
});
