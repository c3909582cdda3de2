import type { Span } from '../text/span.ts';
import type { CalendarDay } from '../time/calendar.ts';

/** A value read inside an action item, where it stands. */
export interface ItemPart<T> {
  readonly value: T;
  readonly span: Span;
}

export interface ActionItem {
  readonly span: Span;
  readonly line: number;
  /** The words without markup. */
  readonly text: string;
  readonly textSpan: Span;
  readonly done: boolean;
  /** What says that it is done or open; `undefined` where nothing does. */
  readonly state: ItemPart<string> | undefined;
  readonly owner: ItemPart<string> | undefined;
  readonly due: ItemPart<CalendarDay> | undefined;
  readonly ticket: ItemPart<string> | undefined;
  readonly priority: ItemPart<string> | undefined;
  readonly type: ItemPart<string> | undefined;
}

export interface ActionList {
  /** Index of the section it stands in; `undefined` where it stands in none. */
  readonly section: number | undefined;
  readonly span: Span;
  readonly form: 'list' | 'table' | 'paragraph' | 'heading';
  readonly items: readonly ActionItem[];
}
