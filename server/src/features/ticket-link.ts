import { findMatches, type LinearPattern, type PatternMatch, readLinearPattern } from './linear-pattern.ts';

/** How a ticket is recognised and where it is to be found. */
export interface TicketLink {
  readonly pattern: LinearPattern;
  /** `$0` stands for the whole match, `$1` to `$9` for its groups. */
  readonly url: string;
}

/** The words of a setting as a ticket link, or what is wrong with them as a sentence. */
export function readTicketLink(pattern: string, url: string): TicketLink | string {
  if (!/^https?:\/\/[^\s/]/i.test(url)) return `the address “${url}” does not begin with http:// or https://.`;
  const read = readLinearPattern(pattern);
  if (typeof read === 'string') return `the pattern “${pattern}” cannot be used: ${read}`;
  const missing = [...url.matchAll(/\$(\d)/g)].map(([, digit]) => Number(digit)).find((group) => group > read.groups);
  if (missing !== undefined) return `the address asks for $${missing}, and the pattern “${pattern}” has no such group.`;
  return { pattern: read, url };
}

export function ticketsIn(text: string, link: TicketLink): readonly PatternMatch[] {
  return findMatches(link.pattern, text);
}

/** The address of one ticket. What the text puts into it is escaped, except for `/`. */
export function ticketAddress({ url }: TicketLink, groups: readonly (string | undefined)[]): string {
  return url.replace(/\$(\d)/g, (_, digit: string) =>
    encodeURIComponent(wellFormed(groups[Number(digit)] ?? '')).replaceAll('%2F', '/'),
  );
}

/** Half a character pair cannot be escaped. */
function wellFormed(text: string): string {
  return text.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '');
}
