/** `3 h 15 min`, `12 min 50 s`, `4 d 2 h` from three days on; seconds only below an hour. */
export function shortLength(minutes: number): string {
  return partsOf(minutes, Math.abs(minutes) >= 3 * 1440)
    .map(({ value, short }) => `${value} ${short}`)
    .join(' ');
}

/** A length written as another one is: `1h 48m`, `1h48m`, `1 hour and 48 minutes`; `1 h 48 min` where its form cannot be kept. */
export function lengthLike(written: string, minutes: number): string {
  const parts = partsOf(minutes, /\d\s?d|day/i.test(written) || minutes % 1440 === 0);
  if (/\b(?:hours?|minutes?|seconds?|days?)\b/i.test(written)) {
    const named = parts.map(({ value, long }) => `${value} ${long}${value === 1 ? '' : 's'}`);
    return /\band\b/i.test(written) && named.length > 1
      ? `${named.slice(0, -1).join(', ')} and ${named.at(-1) ?? ''}`
      : named.join(' ');
  }
  if (/^\d{1,3}:\d{2}(?::\d{2})?$/.test(written)) return colonLength(minutes, written.split(':').length === 3);
  if (/\d[hm]/.test(written)) {
    const glued = parts.map(({ value, short }) => `${value}${short.charAt(0)}`);
    return glued.join(/[hd]\d/.test(written) ? '' : ' ');
  }
  return shortLength(minutes);
}

interface Part {
  readonly value: number;
  readonly short: string;
  readonly long: string;
}

const units = [
  { seconds: 86_400, short: 'd', long: 'day' },
  { seconds: 3600, short: 'h', long: 'hour' },
  { seconds: 60, short: 'min', long: 'minute' },
  { seconds: 1, short: 's', long: 'second' },
] as const;

function partsOf(minutes: number, withDays: boolean): readonly Part[] {
  const total = Math.abs(minutes) >= 60 ? Math.round(Math.abs(minutes)) * 60 : Math.round(Math.abs(minutes) * 60);
  let rest = total;
  const parts: Part[] = [];
  for (const { seconds, short, long } of withDays ? units : units.slice(1)) {
    const value = Math.floor(rest / seconds);
    rest -= value * seconds;
    if (value > 0) parts.push({ value, short, long });
  }
  return parts.length > 0 ? parts : [{ value: 0, short: 'min', long: 'minute' }];
}

function colonLength(minutes: number, seconds: boolean): string {
  const total = Math.round(minutes * 60);
  const two = (value: number): string => String(value).padStart(2, '0');
  const face = `${two(Math.floor(total / 3600))}:${two(Math.floor((total % 3600) / 60))}`;
  return seconds ? `${face}:${two(total % 60)}` : face;
}
