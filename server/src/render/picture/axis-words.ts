import { formatClock, fromEpochMinutes, weekdayOf } from '../../time/calendar.ts';
import type { AxisKind } from './picture.ts';

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** What a clock shows at a place on an axis: `14:05`, or `+1 h 5 min` where the axis counts from the start. */
export function axisClock(seconds: number, kind: AxisKind, withSeconds: boolean): string {
  if (kind === 'relative') return `T${seconds < 0 ? '−' : '+'}${relative(Math.abs(seconds))}`;
  const at = fromEpochMinutes(seconds / 60);
  return formatClock(at.hour, at.minute, withSeconds || at.second !== 0 ? at.second : undefined);
}

/** `Tue 14 May 2024`; `day 2` of an axis without days; `undefined` on the first of these and where days mean nothing. */
export function axisDay(seconds: number, kind: AxisKind): string | undefined {
  if (kind === 'relative') return undefined;
  const at = fromEpochMinutes(seconds / 60);
  if (kind === 'undated') {
    const day = Math.floor(seconds / 86_400) + 1;
    return day === 1 ? undefined : `day ${day}`;
  }
  const weekday = weekdayOf(at);
  return `${weekday.charAt(0).toUpperCase()}${weekday.slice(1, 3)} ${at.day} ${monthNames[at.month - 1] ?? ''} ${at.year}`;
}

function relative(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const rest = Math.round(seconds % 60);
  const parts = [hours > 0 && `${hours}h`, minutes > 0 && `${minutes}m`, rest > 0 && `${rest}s`].filter(Boolean);
  return parts.length > 0 ? parts.join(' ') : '0';
}
