import type { Block } from '../markdown/block.ts';
import { linksIn } from '../markdown/inline-link.ts';
import type { Postmortem } from '../postmortem/postmortem.ts';
import { overlaps, type Span } from '../text/span.ts';
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
  const found = tickets.flatMap((ticket) =>
    ticketsIn(text, block.start, block.end, ticket).map(({ start, end, groups }) => ({
      span: { start, end },
      target: ticketAddress(ticket, groups),
    })),
  );
  if (found.length === 0) return [];
  const taken: Span[] = [...linksIn(text, block, () => true).map(({ span }) => span), ...addressesIn(text, block)];
  return free(found, taken).sort((a, b) => a.span.start - b.span.start);
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
function addressesIn(text: string, block: Span): readonly Span[] {
  const found: Span[] = [];
  let from = block.start;
  for (let at = text.indexOf('://', from); at >= 0 && at < block.end; at = text.indexOf('://', from)) {
    let start = at;
    while (start > from && /[a-z]/i.test(text.charAt(start - 1))) start--;
    from = at + 3;
    while (from < block.end && !/[\s<>"]/.test(text.charAt(from))) from++;
    found.push({ start, end: from });
  }
  return found;
}
