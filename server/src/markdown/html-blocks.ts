import type { Span } from '../text/span.ts';
import type { Block } from './block.ts';
import { readHtmlCode } from './html-code.ts';
import { type ElementRole, isInline, PAGE_ELEMENTS, roleOf } from './html-elements.ts';
import { createFlow, type Flow, trimShown } from './html-flow.ts';
import { readHtmlHeading } from './html-heading.ts';
import { findPartners } from './html-partners.ts';
import { createPlaces, type HtmlPlace, type Places } from './html-places.ts';
import { readHtmlTable, readLooseRows } from './html-table.ts';
import { type CloseTag, type HtmlToken, type OpenTag, readAttributes, readHtmlTokens } from './html-tokens.ts';

interface Reading {
  readonly text: string;
  readonly tokens: readonly HtmlToken[];
  readonly partners: Int32Array;
  readonly flow: Flow;
  readonly places: Places;
  /** Open tables whose cells are read as running text, because they lay out a page. */
  layoutTables: number;
}

/**
 * Reads the HTML within `span` into blocks with offsets in `text`. The span may hold a whole page or any piece of one:
 * tags that are not closed or not opened here are no error. White space and the tags of lists and containers aside,
 * each character stands in a block.
 */
export function readHtmlBlocks(text: string, span: Span, place: HtmlPlace): readonly Block[] {
  const tokens = readHtmlTokens(text, span);
  const places = createPlaces(place);
  const flow = createFlow(text, place.quoted, places.add);
  const reading: Reading = { text, tokens, partners: findPartners(tokens), flow, places, layoutTables: 0 };
  let index = 0;
  for (let token = tokens[0]; token !== undefined; token = tokens[index]) index = readToken(reading, token, index);
  flow.end();
  const blocks = places.settle();
  const whole = trimShown(text, span);
  if (blocks.length > 0 || whole.start === whole.end) return blocks;
  return [{ kind: 'html', span: whole, comment: false, item: place.item, quoted: place.quoted, html: true }];
}

/** Reads the token, and where it opens something that is read as one, all of that. Answers the next index. */
function readToken(reading: Reading, token: HtmlToken, index: number): number {
  const { flow } = reading;
  switch (token.kind) {
    case 'text':
      flow.text(token.span);
      return index + 1;
    case 'open':
      return readOpenTag(reading, token, index);
    case 'close':
      readCloseTag(reading, token);
      return index + 1;
    default:
      flow.end();
      reading.places.add({ kind: 'html', span: token.span, comment: token.kind === 'comment' });
      return index + 1;
  }
}

function readOpenTag(reading: Reading, tag: OpenTag, index: number): number {
  const { flow, places } = reading;
  const role = roleOf(tag.name);
  const partner = reading.partners[index] ?? -1;
  if (isInline(role)) {
    if (role === 'checkbox') readCheckbox(reading, tag);
    flow.inline(tag.span, role === 'image');
    return index + 1;
  }
  if (role === 'line-break') {
    flow.breakLine();
    return index + 1;
  }
  flow.end();
  if (role === 'skipped' || (partner > index && isHidden(reading.text, tag, role))) {
    return skip(reading, tag, index, partner);
  }
  switch (role) {
    case 'heading':
      return readHeading(reading, index, partner);
    case 'paragraph':
      flow.begin(tag.span);
      return index + 1;
    case 'list':
    case 'item':
    case 'quote':
      places.open(role, tag, partner > index);
      return index + 1;
    case 'thematic-break':
      places.add({ kind: 'break', span: tag.span });
      return index + 1;
    case 'code': {
      const code = readHtmlCode(reading.text, reading.tokens, index, partner);
      places.add(code.block);
      return code.next;
    }
    default:
      return readTablePart(reading, role, index, partner);
  }
}

function readCloseTag(reading: Reading, tag: CloseTag): void {
  const { flow, places } = reading;
  const role = roleOf(tag.name);
  if (isInline(role)) flow.inline(tag.span, false);
  else if (role === 'line-break') flow.breakLine();
  else if (role === 'paragraph') flow.end(tag.span);
  else {
    flow.end();
    if (role === 'list' || role === 'item' || role === 'quote') places.close(role);
    if (role === 'table' && reading.layoutTables > 0) reading.layoutTables--;
  }
}

function readHeading(reading: Reading, index: number, partner: number): number {
  const heading = readHtmlHeading(reading.text, reading.tokens, index, partner);
  reading.places.closeForgotten();
  reading.places.add(heading.block);
  if (heading.rest !== undefined) reading.flow.text(heading.rest);
  return heading.next;
}

function readTablePart(reading: Reading, role: ElementRole, index: number, partner: number): number {
  if (role === 'table') {
    const from = readCaption(reading, index + 1);
    const table = readHtmlTable(reading.text, reading.tokens, from, partner);
    if (table.block === undefined) reading.layoutTables++;
    else reading.places.add(table.block);
    return table.next;
  }
  if (role === 'row' && reading.layoutTables === 0) {
    const rows = readLooseRows(reading.text, reading.tokens, index);
    if (rows.block !== undefined) reading.places.add(rows.block);
    return rows.next;
  }
  return index + 1;
}

/** Reads the caption that a table may begin with as running text. Answers the index behind it. */
function readCaption(reading: Reading, from: number): number {
  const { text, tokens, partners, flow } = reading;
  const first = tokens[from];
  const at = first?.kind === 'text' && trimShown(text, first.span).start === first.span.end ? from + 1 : from;
  const opening = tokens[at];
  if (opening?.kind !== 'open' || opening.name !== 'caption') return from;
  const partner = partners[at] ?? -1;
  for (let index = at + 1; index < partner; index++) {
    const token = tokens[index];
    if (token?.kind === 'open' && roleOf(token.name) === 'table') return from;
  }
  for (let index = at + 1; index < partner; index++) {
    const token = tokens[index];
    if (token !== undefined) readToken(reading, token, index);
  }
  flow.end();
  return Math.max(from, partner + 1);
}

function skip(reading: Reading, tag: OpenTag, index: number, partner: number): number {
  const last = partner > index ? reading.tokens[partner] : undefined;
  reading.places.add({
    kind: 'html',
    span: { start: tag.span.start, end: last?.span.end ?? tag.span.end },
    comment: false,
  });
  return last === undefined ? index + 1 : partner + 1;
}

function readCheckbox(reading: Reading, tag: OpenTag): void {
  const attributes = readAttributes(reading.text, tag);
  if (attributes.get('type')?.toLowerCase() === 'checkbox') reading.places.check(attributes.has('checked'));
}

const DISPLAY_NONE = /display\s*:\s*none/i;
const ROLES_OUTSIDE_THE_TEXT: ReadonlySet<string> = new Set(['dialog', 'alertdialog', 'navigation', 'search']);

/** Whether a reader of the page does not see the element, or sees it outside its text. */
function isHidden(text: string, tag: OpenTag, role: ElementRole): boolean {
  if (role === 'table' || role === 'code' || PAGE_ELEMENTS.has(tag.name)) return false;
  const attributes = readAttributes(text, tag);
  if (attributes.size === 0) return false;
  const hidden = attributes.get('hidden');
  return (
    (hidden !== undefined && hidden !== 'until-found') ||
    DISPLAY_NONE.test(attributes.get('style') ?? '') ||
    ROLES_OUTSIDE_THE_TEXT.has(attributes.get('role') ?? '')
  );
}
