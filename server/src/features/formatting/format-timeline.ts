import type { Timeline, TimelineEntry } from '../../postmortem/timeline.ts';
import type { Edit } from '../../text/edit.ts';
import type { SourceText } from '../../text/source-text.ts';

/** One kind of bullet, one blank behind it, one blank between the time and the words. */
export function formatTimeline(source: SourceText, { entries }: Timeline): readonly Edit[] {
  const items = entries.filter(({ form }) => form === 'list');
  const bullet = mostUsedBullet(source, items);
  return items.flatMap((entry) => [...markerEdit(source, entry, bullet), ...gapEdit(source, entry)]);
}

const marker = /^([-*+]|\d{1,9}[.)])([ \t]+)/;

function mostUsedBullet(source: SourceText, items: readonly TimelineEntry[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { span } of items) {
    const bullet = source.text.charAt(span.start);
    if ('-*+'.includes(bullet)) counts.set(bullet, (counts.get(bullet) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

function markerEdit(source: SourceText, { span }: TimelineEntry, bullet: string | undefined): readonly Edit[] {
  const match = marker.exec(source.slice(span));
  const [whole = '', own = ''] = match ?? [];
  if (match === null) return [];
  const isNumber = own.length > 1;
  // A nested list may have another bullet to be told apart, and content that is indented to the marker.
  const isOutermost = source.columnAt(span.start) === 0;
  const text = `${isNumber || !isOutermost ? own : (bullet ?? own)} `;
  return text === whole ? [] : [{ span: { start: span.start, end: span.start + whole.length }, text }];
}

function gapEdit(source: SourceText, { reading, textSpan }: TimelineEntry): readonly Edit[] {
  const gap = { start: reading.span.end, end: textSpan.start };
  return /^[ \t]{2,}$/.test(source.slice(gap)) ? [{ span: gap, text: ' ' }] : [];
}
