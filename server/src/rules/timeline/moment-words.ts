import type { Reading } from '../../postmortem/timeline.ts';
import type { SourceText } from '../../text/source-text.ts';
import type { Span } from '../../text/span.ts';

/** A time as it stands in the text, without markup: "Friday, March 8th, 2024 7:15 PM GMT". */
export function momentWords(source: SourceText, { written }: Pick<Reading, 'written'>): string {
  const parts = [written.date?.span, written.time?.span, written.zone?.span].filter((span) => span !== undefined);
  const words = parts.map((span) => source.slice(span)).join(' ');
  return (words === '' ? source.slice(written.span) : words).replace(/\s+/g, ' ').trim();
}

/** 1-based, as editors count. */
export function lineNumber(source: SourceText, span: Span): number {
  return source.lineAt(span.start) + 1;
}

/** "3 min", "1 h 5 min", "2 days" */
export function spanOfTime(seconds: number): string {
  const minutes = Math.round(Math.abs(seconds) / 60);
  if (minutes < 1) return `${Math.round(Math.abs(seconds))} s`;
  const days = Math.floor(minutes / 1440);
  if (days >= 2) return `${days} days`;
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [hours > 0 ? `${hours} h` : '', rest > 0 ? `${rest} min` : ''].filter((part) => part !== '').join(' ');
}

/** "3 entries", "one entry" */
export function count(value: number, one: string, many = `${one.replace(/y$/, 'ie')}s`): string {
  return value === 1 ? `one ${one}` : `${value} ${many}`;
}
