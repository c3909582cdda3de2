import type { DurationText } from '../../time/duration-text.ts';

/** Whether a stated length can be said of `minutes`. "About" has a tolerance, "over" and "almost" also a direction. */
export function agrees(stated: DurationText, minutes: number, written: string): boolean {
  const { qualifier } = stated;
  const least = stated.minutes;
  const most = stated.most ?? least;
  const grain = grainOf(stated, written);
  switch (qualifier) {
    case 'exact':
      return minutes >= least - grain && minutes <= most + grain;
    case 'about': {
      const slack = Math.max(grain, roundness(least, stated.unit));
      return minutes >= least - slack && minutes <= most + slack;
    }
    case 'over':
      return minutes >= least - grain && minutes <= Math.max(most * 1.5, most + unitMinutes(stated.unit));
    case 'under':
      return minutes <= most + grain && minutes >= Math.min(least * 0.5, least - unitMinutes(stated.unit));
  }
}

/** What the written figures leave open: times of day without seconds, one decimal of an hour, whole days. */
function grainOf({ unit, minutes }: DurationText, written: string): number {
  if (unit === 'days') return 12 * 60;
  const decimal = /\d[.,](\d{1,2})(?!\d)\s?(\p{L}?)/u.exec(written);
  if (decimal?.[1] !== undefined && unit !== 'seconds') {
    const inHours = /^[hs]$/i.test(decimal[2] ?? '');
    return (inHours ? 60 : 1) / 10 ** decimal[1].length / 2 + 0.01;
  }
  return unit === 'seconds' && minutes < 60 ? 0.02 : 0.99;
}

/** How far "about" reaches: people round to five minutes, to the half hour, and long times to their sixth. */
function roundness(minutes: number, unit: DurationText['unit']): number {
  if (unit === 'days') return 1440;
  const step = unit === 'hours' ? 30 : unit === 'minutes' ? 5 : 0.5;
  return Math.max(minutes * 0.15, Math.min(minutes * 0.25, step));
}

function unitMinutes(unit: DurationText['unit']): number {
  return unit === 'days' ? 1440 : unit === 'hours' ? 60 : unit === 'minutes' ? 15 : 1;
}
