import { beginningsOf, mayBegin } from './beginnings.ts';
import {
  codeAt,
  digitRun,
  endsWord,
  isBlank,
  isColon,
  isDash,
  isDigit,
  isLetter,
  isUpperCase,
  isWordCharacter,
  numberAt,
  skipBlanks,
  wordEnd,
} from './characters.ts';
import { isPlace } from './place-offset.ts';
import { type Zone, type ZoneMention, zoneOfLabel } from './zone.ts';
import {
  abbreviations,
  lowerCaseAbbreviations,
  regions,
  signPhrases,
  type ZonePhrase,
  zoneAreas,
  zonePhrases,
} from './zones.ts';

const plus = 43;
const slash = 47;
const underscore = 95;
const openers = new Map([
  [40, 41],
  [91, 93],
  [0xff08, 0xff09],
]);

const phrasesByFirstWord: ReadonlyMap<string, readonly ZonePhrase[]> = new Map(
  [...new Set(zonePhrases.map(({ words }) => words[0] ?? ''))].map((first) => [
    first,
    zonePhrases.filter(({ words }) => words[0] === first),
  ]),
);

const zoneNames = beginningsOf(
  [
    ...abbreviations.keys(),
    ...regions.keys(),
    ...zoneAreas,
    ...phrasesByFirstWord.keys(),
    'z',
    'utc',
    'gmt',
    'zulu',
  ].map((name) => name.toLowerCase()),
);

interface SignedOffset {
  readonly minutes: number;
  readonly end: number;
  /** `+0300`, `+03:00`: can be nothing but an offset. */
  readonly full: boolean;
}

/** `+3`, `-04`, `+0530`, `−05:30`; the sign stands at `at`. */
function readSignedOffset(text: string, at: number): SignedOffset | undefined {
  const sign = codeAt(text, at);
  if (sign !== plus && sign !== 0xb1 && !isDash(sign)) return undefined;
  const from = at + 1;
  const run = digitRun(text, from, 5);
  let end = from + run;
  let hours = 0;
  let minutes = 0;
  if (run === 4) {
    hours = numberAt(text, from, 2);
    minutes = numberAt(text, from + 2, 2);
  } else if (run === 1 || run === 2) {
    hours = numberAt(text, from, run);
    if (isColon(codeAt(text, end)) && digitRun(text, end + 1, 3) === 2) {
      minutes = numberAt(text, end + 1, 2);
      end += 3;
    }
  } else return undefined;
  if (hours > 14 || minutes % 15 !== 0 || minutes > 45 || !endsWord(text, end)) return undefined;
  const size = hours * 60 + minutes;
  return { minutes: isDash(sign) ? -size : size, end, full: end - from >= 4 };
}

function signOf(minutes: number): string {
  return minutes < 0 ? '-' : '+';
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/** `+03:00` */
function plainOffset(minutes: number): Zone {
  const size = Math.abs(minutes);
  const label = `${signOf(minutes)}${twoDigits(Math.floor(size / 60))}:${twoDigits(size % 60)}`;
  return { label, kind: 'offset', offset: minutes };
}

/** `UTC+3`, `GMT-5:30` */
function namedOffset(name: string, minutes: number): Zone {
  const size = Math.abs(minutes);
  if (size === 0) return { label: name, kind: 'utc', offset: 0 };
  const rest = size % 60 === 0 ? '' : `:${twoDigits(size % 60)}`;
  return { label: `${name}${signOf(minutes)}${Math.floor(size / 60)}${rest}`, kind: 'offset', offset: minutes };
}

function mention(start: number, end: number, zone: Zone | undefined): ZoneMention | undefined {
  return zone && { span: { start, end }, zone };
}

/** `UTC`, `GMT`, `UTC+3`, `GMT +01:00`; the letters end at `end`. */
function readUniversal(text: string, at: number, end: number, name: string): ZoneMention | undefined {
  const glued = readSignedOffset(text, end);
  if (glued) return mention(at, glued.end, namedOffset(name, glued.minutes));
  const blank = isBlank(codeAt(text, end)) ? skipBlanks(text, end) : end;
  const apart = blank > end ? readSignedOffset(text, blank) : undefined;
  // "12:00 UTC -4 nodes" is no offset, "12:00 UTC +4" and "UTC -05:00" are.
  if (apart && (apart.full || codeAt(text, blank) === plus)) {
    return mention(at, apart.end, namedOffset(name, apart.minutes));
  }
  if (!endsWord(text, end)) return undefined;
  return mention(at, end, zoneOfLabel(name));
}

/** `America/New_York`; the area ends at `end`, where a slash stands. */
function readPlace(text: string, at: number, end: number): ZoneMention | undefined {
  let stop = end;
  while (stop - at < 40) {
    const code = codeAt(text, stop);
    if (!isWordCharacter(code) && code !== slash && code !== underscore && code !== 45 && code !== plus) break;
    stop++;
  }
  while (stop > end && !isWordCharacter(codeAt(text, stop - 1))) stop--;
  const label = text.slice(at, stop);
  return isPlace(label) ? mention(at, stop, { label, kind: 'iana', offset: undefined }) : undefined;
}

/** The end of `phrase` when it stands at `at`, or -1. */
function phraseEnd(text: string, at: number, words: readonly string[]): number {
  let end = at;
  for (const [index, word] of words.entries()) {
    if (index > 0) {
      const next = codeAt(text, end) === 45 ? end + 1 : skipBlanks(text, end);
      if (next === end) return -1;
      end = next;
    }
    const stop = end + word.length;
    if (text.slice(end, stop).toLowerCase() !== word || !endsWord(text, stop)) return -1;
    end = stop;
  }
  return end;
}

/** "10:00 Central." names a zone, "10:00 Central database fails" does not. */
function standsAlone(text: string, end: number): boolean {
  const next = skipBlanks(text, end);
  return next === end || !isWordCharacter(codeAt(text, next));
}

function readPhrase(text: string, at: number, word: string): ZoneMention | undefined {
  for (const phrase of phrasesByFirstWord.get(word) ?? []) {
    const end = phraseEnd(text, at, phrase.words);
    if (end < 0) continue;
    if (phrase.bare && (!isUpperCase(codeAt(text, at)) || !standsAlone(text, end))) continue;
    return mention(at, end, zoneOfLabel(phrase.label, phrase.offset));
  }
  return undefined;
}

function readAbbreviation(text: string, at: number, end: number, word: string): ZoneMention | undefined {
  if (end - at > 4 || !endsWord(text, end)) return undefined;
  const written = text.slice(at, end);
  const known = abbreviations.has(written) || regions.has(written);
  if (known) return mention(at, end, zoneOfLabel(written));
  return lowerCaseAbbreviations.has(word) ? mention(at, end, zoneOfLabel(word.toUpperCase())) : undefined;
}

function readNamedZone(text: string, at: number): ZoneMention | undefined {
  if (!mayBegin(zoneNames, text, at)) return undefined;
  const end = wordEnd(text, at);
  const word = text.slice(at, end).toLowerCase();
  switch (word) {
    case 'z':
      return (isUpperCase(codeAt(text, at)) || isDigit(codeAt(text, at - 1))) && endsWord(text, end)
        ? mention(at, end, zoneOfLabel('UTC'))
        : undefined;
    case 'utc':
    case 'gmt':
      return readUniversal(text, at, end, word.toUpperCase());
    case 'zulu':
      return mention(at, end, zoneOfLabel('UTC'));
  }
  if (codeAt(text, end) === slash && zoneAreas.has(text.slice(at, end))) return readPlace(text, at, end);
  return readAbbreviation(text, at, end, word) ?? readPhrase(text, at, word);
}

function readSignZone(text: string, at: number): ZoneMention | undefined {
  const found = signPhrases.find((phrase) => text.startsWith(phrase.text, at));
  return found && mention(at, at + found.text.length, zoneOfLabel(found.label, found.offset));
}

function readOneZone(text: string, at: number): ZoneMention | undefined {
  const code = codeAt(text, at);
  if (isLetter(code)) return readNamedZone(text, at);
  if (code > 0x3000) return readSignZone(text, at);
  if (code === plus && isLetter(codeAt(text, at + 1))) {
    const named = readNamedZone(text, at + 1);
    return named && mention(at, named.span.end, named.zone);
  }
  const offset = readSignedOffset(text, at);
  return offset?.full ? mention(at, offset.end, plainOffset(offset.minutes)) : undefined;
}

/** The same zone said twice: `EAT (UTC+3)`, `GMT/UTC`, `UTC+3 (EAT)`. The first name is kept, the offset added. */
function withSecondName(text: string, first: ZoneMention): ZoneMention {
  const start = first.span.start;
  const blank = skipBlanks(text, first.span.end);
  const opener = codeAt(text, blank);
  const closer = openers.get(opener);
  if (closer === undefined && !(opener === slash && blank === first.span.end)) return first;
  const second = readOneZone(text, skipBlanks(text, blank + 1));
  if (!second || (closer === undefined && second.zone.kind !== 'utc')) return first;
  let end = second.span.end;
  if (closer !== undefined) {
    end = skipBlanks(text, end);
    if (codeAt(text, end) !== closer) return first;
    end++;
  }
  return { span: { start, end }, zone: { ...first.zone, offset: first.zone.offset ?? second.zone.offset } };
}

/** The zone whose name or offset begins right at `at`; `undefined` where none does. */
export function readZone(text: string, at: number): ZoneMention | undefined {
  const first = readOneZone(text, at);
  return first && withSecondName(text, first);
}

/** `+3` or `-07` as they stand behind a time in ISO form; the sign stands at `at`. */
export function readIsoOffset(text: string, at: number): ZoneMention | undefined {
  const offset = readSignedOffset(text, at);
  return offset && mention(at, offset.end, plainOffset(offset.minutes));
}

/** All zones that a heading, a column title or a sentence such as "All times in UTC" names. */
export function findZones(text: string): ZoneMention[] {
  const found: ZoneMention[] = [];
  let at = 0;
  while (at < text.length) {
    const code = codeAt(text, at);
    const zone = mayBeginZone(code) ? readZone(text, at) : undefined;
    if (zone && !isLoneZ(text, zone) && (isPlain(zone) || tellsTime(text, zone.span.start))) {
      found.push(zone);
      at = zone.span.end;
    } else at = nextWord(text, at);
  }
  return found;
}

/** The position after the word or sign at `at`. */
function nextWord(text: string, at: number): number {
  let next = at;
  while (isWordCharacter(codeAt(text, next))) next++;
  return Math.max(at + 1, next);
}

function mayBeginZone(code: number): boolean {
  return isLetter(code) || code === plus || code > 0x3000;
}

/** UTC, offsets and places are nothing else; abbreviations are names of other things as well. */
function isPlain({ zone }: ZoneMention): boolean {
  return zone.kind !== 'abbreviation' && zone.kind !== 'region';
}

const wordsOfTime = /\b(?:times?|timezone|clock|hours?|horas?|heures?|uhr|zeit|zeiten|zone)\b|[時时]/i;

/** Whether what is said at `at` is about times: in brackets, behind a clock time, or with a word for it. */
function tellsTime(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 6), at).trimEnd();
  return /(?:[([（\d]|[ap]\.?m\.?)$/i.test(before) || wordsOfTime.test(text);
}

function isLoneZ(text: string, { span }: ZoneMention): boolean {
  return span.end - span.start === 1 && text.charCodeAt(span.start) === 90;
}
