import { shiftSpan } from '../text/span.ts';
import type { CalendarDate } from '../time/calendar-date.ts';
import type { ClockTime } from '../time/clock-time.ts';
import type { MomentEnd } from '../time/moment-range.ts';
import type { MomentText } from '../time/moment-text.ts';
import type { ZoneMention } from '../time/zone.ts';

/** The same moment with its spans `by` characters further on. */
export function shiftMoment(moment: MomentText, by: number): MomentText {
  if (by === 0) return moment;
  const { problem } = moment;
  return {
    span: shiftSpan(moment.span, by),
    date: shiftDate(moment.date, by),
    time: shiftTime(moment.time, by),
    zone: shiftZone(moment.zone, by),
    approximate: moment.approximate,
    relativeMinutes: moment.relativeMinutes,
    end: shiftEnd(moment.end, by),
    others: moment.others.length === 0 ? moment.others : moment.others.map((other) => shiftMoment(other, by)),
    problem: problem && { ...problem, span: shiftSpan(problem.span, by) },
  };
}

function shiftDate(date: CalendarDate | undefined, by: number): CalendarDate | undefined {
  if (date === undefined) return undefined;
  const { weekday } = date;
  return {
    ...date,
    span: shiftSpan(date.span, by),
    weekday: weekday && { ...weekday, span: shiftSpan(weekday.span, by) },
  };
}

function shiftTime(time: ClockTime | undefined, by: number): ClockTime | undefined {
  return time && { ...time, span: shiftSpan(time.span, by) };
}

function shiftZone(zone: ZoneMention | undefined, by: number): ZoneMention | undefined {
  return zone && { zone: zone.zone, span: shiftSpan(zone.span, by) };
}

function shiftEnd(end: MomentEnd | undefined, by: number): MomentEnd | undefined {
  return (
    end && {
      ...end,
      span: shiftSpan(end.span, by),
      date: shiftDate(end.date, by),
      time: shiftTime(end.time, by),
      zone: shiftZone(end.zone, by),
    }
  );
}
