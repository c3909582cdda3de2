import type { TimelineEntry } from '../postmortem/timeline.ts';
import type { SourceText } from '../text/source-text.ts';
import type { ClockTime } from '../time/clock-time.ts';

/** How times of day are written, taken from one that stands in the text. */
export interface ClockStyle {
  /** Hours 1 to 12 with a mark for the half of the day. */
  readonly twelve: boolean;
  /** Whether hours below 10 have a zero before them. */
  readonly padded: boolean;
  /** Between hour and minute; empty for `0915`. */
  readonly separator: string;
  readonly seconds: boolean;
  /** What stands behind a time before noon, blank included; empty for 24 hours. */
  readonly am: string;
  readonly pm: string;
  /** What stands behind every time (` Uhr`, `HRS`). */
  readonly suffix: string;
}

export const dayClock: ClockStyle = {
  twelve: false,
  padded: true,
  separator: ':',
  seconds: false,
  am: '',
  pm: '',
  suffix: '',
};

export const halfDayClock: ClockStyle = { ...dayClock, twelve: true, padded: false, am: ' AM', pm: ' PM' };

const face = /^(\d{1,2})(?:([:：.h])\s?(\d{2})|(\d{2}))?(?:[:：](\d{2}))?(?:[.,]\d{1,9})?/i;
const half = /^(\s*)([ap])(\.?\s?m?\.?)$/i;
const hourWord = /^\s*(?:uhr|hrs?|hours?|h)\.?$/i;

/** The style of a time as it stands in the text; signs and words ("午後2時", "noon") are answered with the plain 24-hour or 12-hour form. */
export function clockStyleOf(written: string, clock: Pick<ClockTime, 'form'>): ClockStyle {
  const plain = clock.form === '12h' ? halfDayClock : dayClock;
  const read = face.exec(written);
  if (!read) return plain;
  const [digits, hour = '', separator, , compact, seconds] = read;
  const rest = written.slice(digits.length);
  const mark = half.exec(rest);
  if (!mark && clock.form === '12h') return { ...plain, padded: hour.startsWith('0') };
  const [, gap = '', letter = 'A', behind = ''] = mark ?? [];
  const upper = letter === letter.toUpperCase();
  return {
    twelve: mark !== null,
    padded: hour.startsWith('0') || (mark === null && hour.length === 2),
    separator: compact === undefined ? (separator ?? ':') : '',
    seconds: seconds !== undefined,
    am: mark ? `${gap}${upper ? 'A' : 'a'}${behind}` : '',
    pm: mark ? `${gap}${upper ? 'P' : 'p'}${behind}` : '',
    suffix: hourWord.test(rest) ? rest : '',
  };
}

export interface TimeOfDay {
  readonly hour: number;
  readonly minute: number;
  readonly second?: number | undefined;
}

/** Writes a time of day. Seconds are left out only where the style has none and they are 0. */
export function writeClock(style: ClockStyle, { hour, minute, second }: TimeOfDay): string {
  const shown = style.twelve ? ((hour + 11) % 12) + 1 : hour;
  const digits = style.padded || style.separator === '' ? twoDigits(shown) : String(shown);
  const seconds = style.seconds || (second ?? 0) > 0 ? `:${twoDigits(second ?? 0)}` : '';
  const half = style.twelve ? (hour % 24 < 12 ? style.am : style.pm) : '';
  return `${digits}${style.separator}${twoDigits(minute)}${seconds}${half}${style.suffix}`;
}

/** The style that most entries of a timeline share; `undefined` where none has a time of day. */
export function commonClockStyle(source: SourceText, entries: readonly TimelineEntry[]): ClockStyle | undefined {
  const counts = new Map<string, { style: ClockStyle; count: number }>();
  for (const { reading } of entries) {
    const { clock } = reading;
    if (clock === undefined || reading.kind === 'unreadable') continue;
    const style = clockStyleOf(source.slice(clock.span), clock);
    // Whether hours are padded shows only in those below 10.
    const key = JSON.stringify({ ...style, padded: false });
    const known = counts.get(key);
    if (known) {
      known.count++;
      if (clock.hour % 12 < 10) known.style = { ...style, padded: style.padded };
    } else counts.set(key, { style, count: 1 });
  }
  let best: { style: ClockStyle; count: number } | undefined;
  for (const candidate of counts.values()) if (best === undefined || candidate.count > best.count) best = candidate;
  return best?.style;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
