import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { Zone } from '../../time/zone.ts';
import { zoneMeanings } from '../../time/zone.ts';
import type { ZoneMeaning } from '../../time/zones.ts';

/** Words that show which meaning of an abbreviation a document has in mind. */
const hints: ReadonlyMap<string, RegExp> = new Map([
  ['US Central', /\b(?:U\.?S\.?A?|America|American|Chicago|Texas|Dallas|[EPM][SD]T|CDT|[EPM]T)\b/],
  [
    'China',
    /\b(?:China|Chinese|Beijing|Shanghai|Shenzhen|Hangzhou|UTC ?\+ ?0?8|GMT ?\+ ?0?8)\b|[+]08:?00|[\u4e00-\u9fff]{4}/,
  ],
  ['Cuba', /\b(?:Cuba|Havana)\b/],
  ['British summer', /\b(?:British|UK|U\.K\.|London|England|Britain|GMT|gov\.uk)\b/],
  ['Bangladesh', /\b(?:Bangladesh|Dhaka)\b/],
  ['India', /\b(?:India|Indian|Kolkata|Bangalore|Bengaluru|Mumbai|Delhi|Chennai|Hyderabad|Pune)\b|[+]0?5:?30/],
  ['Ireland', /\b(?:Ireland|Irish|Dublin)\b/],
  ['Israel', /\b(?:Israel|Israeli|Jerusalem|Tel Aviv|IDT)\b/],
  ['Atlantic Canada', /\b(?:Atlantic|Canada|Canadian|Halifax|ADT)\b/],
  ['Arabia', /\b(?:Arabia|Saudi|Riyadh|Kuwait|Qatar|Bahrain)\b/],
]);

/** What an abbreviation can mean in this document: all its meanings, or the one that other words of the document name. */
export function meaningsHere({ source }: Postmortem, zone: Zone): readonly ZoneMeaning[] {
  const meanings = zoneMeanings(zone);
  if (meanings.length < 2) return meanings;
  const hinted = meanings.filter(({ region }) => hints.get(region)?.test(source.text));
  return hinted.length === 1 ? hinted : meanings;
}
