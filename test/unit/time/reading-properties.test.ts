import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Span } from '../../../server/src/text/span.ts';
import { formatClock, formatDay, fromEpochDays } from '../../../server/src/time/calendar.ts';
import { readDurations } from '../../../server/src/time/duration-text.ts';
import { type MomentText, readAnywhere, readOpening } from '../../../server/src/time/moment-text.ts';
import { findZones } from '../../../server/src/time/zone-text.ts';
import { printMoment } from './print-moment.ts';

/** Pieces that times are made of, so that random texts come close to real ones. */
const pieces = fc.constantFrom(
  ...[
    '10',
    '9',
    '2024',
    '13:05',
    '0900',
    ':',
    '-',
    '–',
    '/',
    '.',
    ',',
    ' ',
    '  ',
    '\t',
    '(',
    ')',
    '[',
    ']',
    '{{',
    '}}',
  ],
  ...['**', '_', '`', '~', '〜', '?', '??', 'XX', 'HH:mm', 'AM', 'pm', 'a', 'h', 'T', 'Z', '+', 'UTC', 'PST', 'GMT+1'],
  ...['Eastern', 'America/New_York', 'May', '8', 'th', 'Friday', 'de', 'at', 'to', 'from', 'between', 'and', 'noon'],
  ...[
    '年',
    '月',
    '日',
    '時',
    '分',
    '頃',
    '午後',
    '<b>',
    '</b>',
    '&nbsp;',
    '\u00a0',
    '😀',
    '\ud83d',
    'approx',
    'hours',
    'an',
  ],
);
const nearTimes = fc.array(pieces, { maxLength: 14 }).map((parts) => parts.join(''));
const texts = fc.oneof(nearTimes, fc.string({ maxLength: 60 }), fc.string({ unit: 'binary', maxLength: 60 }));

function spansOf(moment: MomentText): Span[] {
  const { span, date, time, end, others, problem } = moment;
  const inner = [date?.span, date?.weekday?.span, time?.span, moment.zone?.span, end?.span, problem?.span];
  return [span, ...inner.filter((one) => one !== undefined), ...others.flatMap(spansOf)];
}

test('reading never fails and stays inside of the text', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const moments = [readOpening(text), ...readAnywhere(text)].filter((one) => one !== undefined);
      const spans = [
        ...moments.flatMap(spansOf),
        ...readDurations(text).map(({ span }) => span),
        ...findZones(text).map(({ span }) => span),
      ];
      for (const { start, end } of spans) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
      }
    }),
    { numRuns: 4000 },
  );
});

test('moments in running text stand in order and do not overlap', () => {
  fc.assert(
    fc.property(fc.array(nearTimes, { maxLength: 4 }), (parts) => {
      let last = 0;
      for (const { span } of readAnywhere(parts.join(' x '))) {
        expect(span.start).toBeGreaterThanOrEqual(last);
        last = span.end;
      }
    }),
  );
});

const days = fc.integer({ min: 0, max: 40_000 }).map(fromEpochDays);
const hours = fc.integer({ min: 0, max: 23 });
const minutes = fc.integer({ min: 0, max: 59 });

test('what is written in ISO form is read back', () => {
  fc.assert(
    fc.property(days, hours, minutes, minutes, (day, hour, minute, second) => {
      const date = formatDay(day);
      const time = formatClock(hour, minute, second);
      expect(printMoment(readOpening(`${date}T${time}Z x`))).toBe(`${date} ${time} UTC`);
      expect(printMoment(readAnywhere(`it broke at ${date} ${time} UTC.`)[0])).toBe(`${date} ${time} UTC`);
    }),
  );
});

test('what is written with am and pm is read back', () => {
  fc.assert(
    fc.property(hours, minutes, fc.constantFrom(' ', ''), (hour, minute, blank) => {
      const half = hour < 12 ? 'AM' : 'PM';
      const text = `${hour % 12 === 0 ? 12 : hour % 12}:${String(minute).padStart(2, '0')}${blank}${half}: x`;
      expect(printMoment(readOpening(text))).toBe(formatClock(hour, minute, undefined));
    }),
  );
});

test('the place of a text in a longer one changes only its offsets', () => {
  fc.assert(
    fc.property(nearTimes, (text) => {
      const before = 'Something was said. ';
      const alone = readOpening(text);
      const inside = readOpening(before + text, before.length);
      expect(printMoment(inside)).toBe(printMoment(alone));
      expect(inside && inside.span.start - before.length).toBe(alone?.span.start);
    }),
  );
});

test.each([
  '10:00 - ',
  '10:00 / 11:00 UTC ',
  '(',
  '[',
  '<',
  '* ',
  'May ',
  '1 hour and ',
  '??:',
  'a ',
  '2024-',
  '1',
  '年',
])('a long text of "%s" is read to its end', (piece) => {
  const text = piece.repeat(100_000 / piece.length);
  readOpening(text);
  findZones(text);
  for (const { span } of [...readAnywhere(text), ...readDurations(text)]) {
    expect(span.end).toBeLessThanOrEqual(text.length);
  }
});

test('the time zone of the machine changes nothing', () => {
  const read = (zone: string) => {
    process.env.TZ = zone;
    return ['March 8, 2024 2:30 AM America/New_York', 'the second of April 2024 at noon', '2024-03-10T02:30 x'].map(
      (text) => printMoment(readOpening(text)),
    );
  };
  const before = process.env.TZ;
  try {
    const there = ['Pacific/Kiritimati', 'America/Los_Angeles', 'UTC', 'Asia/Kathmandu'].map(read);
    expect(new Set(there.map((one) => one.join()))).toHaveLength(1);
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
});
