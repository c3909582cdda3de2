import type { SourceText } from '../../text/source-text.ts';
import type { Span } from '../../text/span.ts';

/** How an item of a list begins. */
export interface ItemMarker {
  readonly indent: string;
  /** `- `, `* `, `3. ` */
  readonly bullet: string;
  /** `[ ] ` where the item is a task, else empty. */
  readonly box: string;
}

const marker = /^([-*+•]|\d{1,9}[.)])([ \t]+)(\[[ xX]\][ \t]+)?/;

/** `undefined` for what does not open with a marker. */
export function markerOf(source: SourceText, item: Span): ItemMarker | undefined {
  const match = marker.exec(source.slice(item));
  if (!match) return undefined;
  const [, bullet = '-', gap = ' ', box] = match;
  const indent = source.text.slice(source.lineStart(source.lineAt(item.start)), item.start);
  return { indent, bullet: bullet + gap, box: box === undefined ? '' : '[ ] ' };
}

/** The marker of an item that follows: numbers count on. */
export function followingMarker(item: ItemMarker): ItemMarker {
  return { ...item, bullet: item.bullet.replace(/^\d+/, (number) => String(Number(number) + 1)) };
}

export function itemLine({ indent, bullet, box }: ItemMarker, text: string): string {
  return `${indent}${bullet}${box}${text}`;
}
