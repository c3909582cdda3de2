import type { Span } from '../text/span.ts';
import type { CalendarDay } from '../time/calendar.ts';
import { completeDay } from '../time/calendar-date.ts';
import { readDate } from '../time/date-text.ts';
import type { ItemPart } from './action-item.ts';
import { dayOf, type Inherited } from './resolve-reading.ts';

const beforeDate =
  /(?:\b(?:by|due(?: by| on| date)?|until|before|no later than|deadline|eta|target|para el|hasta el|antes del?|até(?: o)?|avant(?: le)?|d'ici(?: le| au)?|bis(?: zum)?|vor dem)[:\s]+(?:the\s+|el\s+|le\s+|dem\s+)?)/giu;

const leadsToDate = new RegExp(`^${beforeDate.source}`, 'iu');

/** A day behind a word that says it is the last one: `by 2024-09-01`. */
export function findDue(
  text: string,
  span: Span,
  inherited: Inherited,
  taken: Span[],
): ItemPart<CalendarDay> | undefined {
  const source = text.slice(span.start, span.end);
  for (const match of source.matchAll(beforeDate)) {
    const due = dateAt(source, match.index + match[0].length, inherited);
    if (due === undefined) continue;
    const end = span.start + due.span.end;
    taken.push({ start: span.start + match.index, end });
    return { value: due.value, span: { start: span.start + due.span.start, end } };
  }
  return undefined;
}

/** The first day written within the span. */
export function dateWithin(text: string, span: Span, inherited: Inherited): ItemPart<CalendarDay> | undefined {
  const source = text.slice(span.start, span.end);
  for (let at = 0; at < source.length && at < 80; at++) {
    if (at > 0 && /[\p{L}\d]/u.test(source.charAt(at - 1)) && /[\p{L}\d]/u.test(source.charAt(at))) continue;
    const due = dateAt(source, at, inherited);
    if (due !== undefined)
      return { value: due.value, span: { start: span.start + due.span.start, end: span.start + due.span.end } };
  }
  return undefined;
}

function dateAt(source: string, at: number, inherited: Inherited): ItemPart<CalendarDay> | undefined {
  const date = readDate(source, at, 'prose')?.date;
  if (date === undefined) return undefined;
  const value =
    completeDay(date) === undefined || date.order === 'ambiguous' ? dayOf(date, inherited) : completeDay(date);
  return value === undefined ? undefined : { value, span: date.span };
}

/** Whether nothing but a day stands there, with or without the word that says it is the last one. */
export function isWholeDate(text: string, span: Span): boolean {
  const source = text.slice(span.start, span.end);
  // Jan and Sam are people.
  if (!/\d/.test(source)) return false;
  const from = leadsToDate.exec(source)?.[0].length ?? 0;
  const date = readDate(source, from, 'prose')?.date;
  return date !== undefined && date.span.end >= source.trimEnd().length;
}
