import { plainText } from '../markdown/plain-text.ts';
import type { Span } from '../text/span.ts';
import type { ItemPart } from './action-item.ts';

const markdownLink = /\[([^\]\n]{1,200})\]\((https?:\/\/[^)\s]{1,300})\)/g;
const bareAddress = /https?:\/\/[^\s<>)\]]{1,300}/g;
const trackerAddress =
  /\/(?:issues|pull|pulls|merge_requests|pull-requests|pullrequest|browse|work_items|workitems|story|stories|tasks?|tickets?|bugs?|cards?)\/[\w#-]*\d|[/.](?:linear\.app|trello\.com\/c|app\.asana\.com|app\.clickup\.com|app\.shortcut\.com)\b|[?&](?:id|issue)=\d/i;
const number = /(?:^|[\s([,:`])((?:[\w.-]{1,60}\/[\w.-]{1,60})?#\d{2,7}|(?<=[[(])#\d)(?![\w-])/;
const key = /(?:^|[^\w/-])([A-Z][A-Z0-9]{1,9}-\d{1,7})(?![\w-])/g;
/** Names of standards and the like that are written as tickets are. */
const noTracker: ReadonlySet<string> = new Set([
  'UTF',
  'SHA',
  'ISO',
  'RFC',
  'HTTP',
  'CVE',
  'COVID',
  'SEV',
  'AES',
  'TLS',
  'MD',
  'IPV',
  'GMT',
  'UTC',
  'PM',
  'EC',
  'GPT',
  'ARM',
  'X',
  'US',
  'EU',
  'S',
  'P',
  'Q',
  'H',
  'T',
  'V',
]);

/** The first reference to an issue, a pull request or a ticket: a link to one, `#4669`, `ABC-123`. */
export function findTicket(text: string, span: Span): ItemPart<string> | undefined {
  const source = text.slice(span.start, span.end);
  return (
    linkTicket(text, source, span.start) ??
    addressTicket(source, span.start) ??
    numberTicket(source, span.start) ??
    keyTicket(source, span.start)
  );
}

function linkTicket(text: string, source: string, base: number): ItemPart<string> | undefined {
  for (const match of source.matchAll(markdownLink)) {
    const address = match[2] ?? '';
    if (!trackerAddress.test(address)) continue;
    const start = base + match.index;
    const span = { start, end: start + match[0].length };
    const label = plainText(text, { start: start + 1, end: start + 1 + (match[1] ?? '').length });
    return { value: /#\d|[A-Z]-\d/.test(label) && label.length <= 40 ? label : address, span };
  }
  return undefined;
}

function addressTicket(source: string, base: number): ItemPart<string> | undefined {
  for (const match of source.matchAll(bareAddress)) {
    const address = match[0].replace(/[.,;:!?'"*_]+$/, '');
    if (!trackerAddress.test(address)) continue;
    const start = base + match.index;
    return { value: address, span: { start, end: start + address.length } };
  }
  return undefined;
}

function numberTicket(source: string, base: number): ItemPart<string> | undefined {
  const match = number.exec(source);
  const value = match?.[1];
  if (match === null || value === undefined) return undefined;
  const start = base + match.index + match[0].length - value.length;
  return { value, span: { start, end: start + value.length } };
}

function keyTicket(source: string, base: number): ItemPart<string> | undefined {
  for (const match of source.matchAll(key)) {
    const value = match[1] ?? '';
    if (noTracker.has(value.slice(0, value.indexOf('-')))) continue;
    const start = base + match.index + match[0].length - value.length;
    return { value, span: { start, end: start + value.length } };
  }
  return undefined;
}
