import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addDays,
  addMinutes,
  compareDays,
  formatLocal,
  fromEpochDays,
  fromEpochMinutes,
  isRealDay,
  toEpochDays,
  toEpochMinutes,
  weekdayOf,
} from '../../../server/src/time/calendar.ts';

const day = (year: number, month: number, date: number) => ({ year, month, day: date });

test('days are counted as the UTC calendar counts them', () => {
  fc.assert(
    fc.property(fc.integer({ min: -700_000, max: 2_000_000 }), (days) => {
      const civil = fromEpochDays(days);
      const date = new Date(0);
      date.setUTCFullYear(civil.year, civil.month - 1, civil.day);
      expect(date.getTime()).toBe(days * 86_400_000);
      expect(toEpochDays(civil)).toBe(days);
    }),
  );
});

test('weekdays', () => {
  expect([weekdayOf(day(1970, 1, 1)), weekdayOf(day(2024, 2, 29)), weekdayOf(day(1969, 12, 28))]).toEqual([
    'thursday',
    'thursday',
    'sunday',
  ]);
});

test('leap days', () => {
  expect([isRealDay(2024, 2, 29), isRealDay(2023, 2, 29), isRealDay(1900, 2, 29), isRealDay(undefined, 2, 29)]).toEqual(
    [true, false, false, true],
  );
});

test('adding and comparing', () => {
  expect(addDays(day(2024, 12, 31), 1)).toEqual(day(2025, 1, 1));
  expect(compareDays(day(2024, 3, 1), day(2024, 2, 28))).toBe(2);
  expect(formatLocal(addMinutes({ ...day(2024, 2, 28), hour: 23, minute: 50, second: 0 }, 20))).toBe(
    '2024-02-29T00:10',
  );
});

test('midnight at the end of a day is the beginning of the next', () => {
  const late = toEpochMinutes({ ...day(2024, 5, 4), hour: 24, minute: 0, second: 0 });
  expect(formatLocal(fromEpochMinutes(late))).toBe('2024-05-05T00:00');
});

test('seconds are written where there are any', () => {
  expect(formatLocal({ ...day(2024, 5, 4), hour: 9, minute: 5, second: 7 })).toBe('2024-05-04T09:05:07');
});
