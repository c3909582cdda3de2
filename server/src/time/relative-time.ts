import { codeAt, digitRun, endsWord, isColon, isDash, numberAt, skipBlanks, wordEnd } from './characters.ts';

/** A moment counted from the start of the incident. */
export interface RelativeTime {
  readonly minutes: number;
  readonly end: number;
}

const plus = 43;
const letterT = 116;
const unitMinutes: ReadonlyMap<string, number> = new Map([
  ...['s', 'sec', 'secs', 'second', 'seconds'].map((unit) => [unit, 1 / 60] as const),
  ...['m', 'min', 'mins', 'minute', 'minutes'].map((unit) => [unit, 1] as const),
  ...['h', 'hr', 'hrs', 'hour', 'hours'].map((unit) => [unit, 60] as const),
  ...['d', 'day', 'days'].map((unit) => [unit, 1440] as const),
]);

/** `00:15`, `1:02:30`: hours and minutes. */
function readColons(text: string, at: number, digits: number): RelativeTime | undefined {
  let end = at + digits;
  if (!isColon(codeAt(text, end)) || digitRun(text, end + 1, 3) !== 2) return undefined;
  let minutes = numberAt(text, at, digits) * 60 + numberAt(text, end + 1, 2);
  end += 3;
  if (isColon(codeAt(text, end)) && digitRun(text, end + 1, 3) === 2) {
    minutes += numberAt(text, end + 1, 2) / 60;
    end += 3;
  }
  return { minutes, end };
}

/** `5m`, `1h30m`, `15 minutes` */
function readUnits(text: string, from: number): RelativeTime | undefined {
  let at = from;
  let end = from;
  let minutes = 0;
  for (let part = 0; part < 3; part++) {
    const digits = digitRun(text, at, 5);
    const unitAt = skipBlanks(text, at + digits);
    const unitEnd = wordEnd(text, unitAt);
    const unit = unitMinutes.get(text.slice(unitAt, unitEnd).toLowerCase());
    if (digits === 0 || digits > 4 || unit === undefined) break;
    minutes += numberAt(text, at, digits) * unit;
    end = unitEnd;
    at = skipBlanks(text, unitEnd);
  }
  return end === from ? undefined : { minutes, end };
}

/** `T+5m`, `T-10m`, `T+00:15`, `T+5`, `T0`, `+00:15`, `+5 min` right at `at`; `undefined` where none stands. */
export function readRelativeTime(text: string, at: number): RelativeTime | undefined {
  const zero = (codeAt(text, at) | 32) === letterT;
  let next = zero ? at + 1 : at;
  const sign = codeAt(text, zero ? skipBlanks(text, next) : next);
  if (zero && sign === 48 && endsWord(text, next + 1)) return { minutes: 0, end: next + 1 };
  if (sign !== plus && !(zero && isDash(sign))) return undefined;
  if (zero) next = skipBlanks(text, next);
  next = skipBlanks(text, next + 1);
  const digits = digitRun(text, next, 5);
  if (digits === 0 || digits > 4) return undefined;
  const count =
    readColons(text, next, digits) ??
    readUnits(text, next) ??
    (zero ? { minutes: numberAt(text, next, digits), end: next + digits } : undefined);
  if (!count || !endsWord(text, count.end)) return undefined;
  return { ...count, minutes: isDash(sign) ? -count.minutes : count.minutes };
}
