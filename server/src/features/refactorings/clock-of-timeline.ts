import { type ClockStyle, clockStyleOf, dayClock, halfDayClock, writeClock } from '../../edits/clock-style.ts';
import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { Reading } from '../../postmortem/timeline.ts';
import type { Edit } from '../../text/edit.ts';
import type { ClockTime } from '../../time/clock-time.ts';
import type { Refactoring, RefactoringContext, RefactoringProvider } from './refactoring.ts';
import { scopeName, type TimelineScope, timelineScope } from './timeline-scope.ts';

export const clockOfTimeline: RefactoringProvider = { kind: 'refactor.rewrite.clock', propose };

function propose({ postmortem, selection }: RefactoringContext): readonly Refactoring[] {
  const scope = timelineScope(postmortem, selection);
  if (scope === undefined) return [];
  const readings = scope.entries.flatMap(({ reading, end }) => (end === undefined ? [reading] : [reading, end]));
  const clocks = clocksOf(readings);
  const half = clocks.filter(isHalfDay);
  const day = clocks.filter((clock) => !isHalfDay(clock));
  const doubtful = readings.some(({ kind }) => kind === 'ambiguous' || kind === 'unreadable');
  const offer = (title: string, changed: readonly ClockTime[], style: ClockStyle): readonly Refactoring[] => {
    if (changed.length === 0) return [];
    if (doubtful) return [{ title, refused: 'A time of the timeline can be read in more than one way, or in none.' }];
    return [{ title, edits: changed.map((clock) => rewritten(postmortem, clock, style)) }];
  };
  return [
    ...offer(titleFor(scope, '24-hour'), half, dayClock),
    ...offer(titleFor(scope, '12-hour'), day, halfDayClock),
  ];
}

function titleFor(scope: TimelineScope, clock: string): string {
  return `Write ${scopeName(scope)} with the ${clock} clock`;
}

/** Each written time once, with those in other zones beside it. */
function clocksOf(readings: readonly Reading[]): readonly ClockTime[] {
  const clocks = new Map<number, ClockTime>();
  const add = (clock: ClockTime | undefined): void => {
    if (clock !== undefined && !clocks.has(clock.span.start)) clocks.set(clock.span.start, clock);
  };
  for (const { clock, written } of readings) {
    add(clock);
    for (const other of written.others) {
      // Beside a time of the 12-hour clock nothing says which half of the day is meant.
      for (const time of [other.time, other.end?.time]) if (time?.alternatives.length === 0) add(time);
    }
  }
  return [...clocks.values()];
}

/** What stands there is of the 12-hour clock: marked, or read as the later half of the day. */
function isHalfDay(clock: ClockTime): boolean {
  return clock.meridiem !== undefined || clock.form === '12h' || (clock.form === 'bare' && clock.hour > 12);
}

function rewritten({ source }: Postmortem, clock: ClockTime, style: ClockStyle): Edit {
  const own = clockStyleOf(source.slice(clock.span), clock);
  const separator = own.separator === '' || own.separator === 'h' ? ':' : own.separator;
  return { span: clock.span, text: writeClock({ ...style, separator, seconds: own.seconds }, clock) };
}
