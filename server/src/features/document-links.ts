import type { Block } from '../markdown/block.ts';
import { linksIn } from '../markdown/inline-link.ts';
import type { Postmortem } from '../postmortem/postmortem.ts';
import { overlaps, type Span, shiftSpan } from '../text/span.ts';
import { type TicketLink, ticketAddress, ticketsIn } from './ticket-link.ts';

export interface DocumentLink {
  readonly span: Span;
  readonly target: string;
}

/** The tickets that are mentioned without a link of their own. The first pattern that fits a place wins. */
export function documentLinks({ source, blocks }: Postmortem, tickets: readonly TicketLink[]): readonly DocumentLink[] {
  if (tickets.length === 0) return [];
  return blocks.filter(mayMention).flatMap(({ span }) => linksInBlock(source.text, span, tickets));
}

function mayMention(block: Block): boolean {
  return block.kind !== 'code' && block.kind !== 'break' && !(block.kind === 'html' && block.comment);
}

function linksInBlock(text: string, block: Span, tickets: readonly TicketLink[]): readonly DocumentLink[] {
  const words = text.slice(block.start, block.end);
  const found = tickets.flatMap((ticket) =>
    ticketsIn(words, ticket).map(({ start, end, groups }) => ({
      span: { start, end },
      target: ticketAddress(ticket, groups),
    })),
  );
  if (found.length === 0) return [];
  const linked =
    words.includes('](') || words.includes('<') ? linksIn(words, { start: 0, end: words.length }, () => true) : [];
  return free(found, [...linked.map(({ span }) => span), ...addressesIn(words), ...commentsIn(words)]).map(
    ({ span, target }) => ({
      span: shiftSpan(span, block.start),
      target,
    }),
  );
}

/** Those that overlap none of the taken places and none before them. */
function free(found: readonly DocumentLink[], taken: readonly Span[]): DocumentLink[] {
  const ordered = found
    .map((link, rank) => ({ link, rank }))
    .sort((a, b) => a.link.span.start - b.link.span.start || a.rank - b.rank);
  const blocked = [...taken].sort((a, b) => a.start - b.start);
  const kept: DocumentLink[] = [];
  let next = 0;
  for (const { link } of ordered) {
    while ((blocked[next]?.end ?? Number.POSITIVE_INFINITY) <= link.span.start) next++;
    const before = kept.at(-1);
    const inTheWay = blocked[next];
    if (inTheWay !== undefined && overlaps(inTheWay, link.span)) continue;
    if (before === undefined || !overlaps(before.span, link.span)) kept.push(link);
  }
  return kept;
}

/** Addresses that are written out are links already. */
function addressesIn(text: string): readonly Span[] {
  const found: Span[] = [];
  let from = 0;
  for (let at = text.indexOf('://'); at >= 0; at = text.indexOf('://', from)) {
    let start = at;
    while (start > from && /[a-z]/i.test(text.charAt(start - 1))) start--;
    from = at + 3;
    while (from < text.length && !/[\s<>"]/.test(text.charAt(from))) from++;
    found.push({ start, end: from });
  }
  return found;
}

function commentsIn(text: string): readonly Span[] {
  const found: Span[] = [];
  for (let start = text.indexOf('<!--'); start >= 0; ) {
    const close = text.indexOf('-->', start);
    const end = close < 0 ? text.length : close + 3;
    found.push({ start, end });
    start = text.indexOf('<!--', end);
  }
  return found;
}
