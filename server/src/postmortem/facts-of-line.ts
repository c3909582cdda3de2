import { plainText } from '../markdown/plain-text.ts';
import { trimSpan } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import type { Fact, FactKind } from './fact.ts';
import { factKindOf, isFactLabel } from './fact-label.ts';
import { readLabel } from './heading-candidates.ts';
import type { Section, SectionKind } from './section.ts';
import { withoutMarks } from './without-marks.ts';

/** Where in the document a label stands. */
export interface FactPlace {
  readonly section: number | undefined;
  readonly kind: SectionKind | undefined;
  /** Before the first known section, or in a part made of labels: unknown labels state something too. */
  readonly header: boolean;
}

const LONGEST_VALUE = 400;
const LONGEST_OTHER_LABEL = 32;
const LONGEST_OTHER_VALUE = 80;
const LONGEST_NAME = 160;
const LONGEST_MOMENT = 100;

const namesAndLevels: ReadonlySet<FactKind> = new Set([
  'severity',
  'status',
  'owner',
  'author',
  'incident-id',
  'profile',
]);
const moments: ReadonlySet<FactKind> = new Set(['start', 'end', 'detected']);
const lengthsOfTime: ReadonlySet<FactKind> = new Set([
  'duration',
  'start',
  'end',
  'detected',
  'time-to-detect',
  'time-to-acknowledge',
  'time-to-mitigate',
  'time-to-repair',
  'time-to-recover',
  'time-to-resolve',
]);

/** Whether a value of this kind belongs to the incident where it stands: a resolution names owners of steps. */
export function fitsPlace(kind: FactKind, value: string, place: FactPlace): boolean {
  if (value.length > (namesAndLevels.has(kind) ? LONGEST_NAME : LONGEST_VALUE)) return false;
  if (moments.has(kind) && value.length > LONGEST_MOMENT) return false;
  return place.kind !== 'resolution' || lengthsOfTime.has(kind);
}

/** The values that a line states behind labels: `**Duration:** 2 h`, `Severity: SEV-2 | Status: final`. */
export function factsOfLine(text: string, line: Span, place: FactPlace): readonly Fact[] {
  const source = text.slice(line.start, Math.min(line.end, line.start + LONGEST_VALUE));
  if (!/[:：*_<]|\s[-–—]\s/.test(source)) return [];
  const facts: Fact[] = [];
  for (const part of partsOf(text, line, source)) {
    const fact = factOfPart(text, part, place, true);
    if (fact !== undefined) facts.push(fact);
  }
  return facts;
}

const separators = /\s[|·•]\s|\s(?=\*\*[^*\n]{2,40}(?::\*\*|\*\*\s?:))/g;

function partsOf(text: string, line: Span, source: string): readonly Span[] {
  if (!/\s[|·•]\s|\s\*\*/.test(source)) return [line];
  const cuts = [...source.matchAll(separators)].map(({ index, 0: cut }) => ({
    from: line.start + index,
    to: line.start + index + cut.length,
  }));
  if (cuts.length === 0) return [line];
  const parts: Span[] = [];
  let start = line.start;
  for (const { from, to } of cuts) {
    const behind = readLabel(text, { start: to, end: line.end });
    if (!behind?.inline || !isFactLabel(behind.words)) continue;
    parts.push(trimSpan(text, { start, end: from }));
    start = to;
  }
  parts.push({ start, end: line.end });
  return parts;
}

function factOfPart(text: string, part: Span, place: FactPlace, outermost: boolean): Fact | undefined {
  const label = readLabel(text, part);
  if (!label?.inline) return factOfDash(text, part, place);
  const rest = { start: behindDash(text, label.span.end), end: part.end };
  const valueSpan = withoutMarks(text, rest);
  const value = plainText(text, valueSpan);
  if (value === '') return undefined;
  const kind = factKindOf(label.words, value);
  if (kind === undefined) {
    const inner = outermost ? factOfPart(text, trimSpan(text, rest), { ...place, header: false }, false) : undefined;
    return inner ?? otherFact(text, bareLabel(label.words), label.nameSpan, valueSpan, place);
  }
  if (!fitsPlace(kind, value, place)) return undefined;
  const { section } = place;
  return { kind, label: bareLabel(label.words), labelSpan: label.nameSpan, value, valueSpan, origin: 'label', section };
}

/** `**Duration** – 2 h` */
function behindDash(text: string, from: number): number {
  return from + (/^\s*[-–—]\s+/.exec(text.slice(from, from + 8))?.[0].length ?? 0);
}

function bareLabel(words: string): string {
  return words.replace(/\s*[:：]$/, '');
}

/** `Duration - 2 hours`, `Duration – 2 hours` */
function factOfDash(text: string, part: Span, place: FactPlace): Fact | undefined {
  const dash = /^(\p{L}[\p{L} ]{2,40}?)\s+[-–—]\s+/u.exec(text.slice(part.start, Math.min(part.end, part.start + 60)));
  const label = dash?.[1];
  if (!dash || label === undefined) return undefined;
  const labelSpan = { start: part.start, end: part.start + label.length };
  const valueSpan = withoutMarks(text, { start: part.start + dash[0].length, end: part.end });
  const value = plainText(text, valueSpan);
  const kind = value === '' ? undefined : factKindOf(label, value);
  if (kind === undefined || !fitsPlace(kind, value, place)) return undefined;
  return { kind, label, labelSpan, value, valueSpan, origin: 'label', section: place.section };
}

/** A value behind an unknown label, where labels are all there is. */
export function otherFact(
  text: string,
  label: string,
  labelSpan: Span,
  valueSpan: Span,
  place: FactPlace,
): Fact | undefined {
  if (!place.header || label.length > LONGEST_OTHER_LABEL || !/^\p{L}/u.test(label)) return undefined;
  const value = plainText(text, valueSpan);
  if (value === '' || value.length > LONGEST_OTHER_VALUE) return undefined;
  return { kind: 'other', label, labelSpan, value, valueSpan, origin: 'label', section: place.section };
}

const notFromHeadings: ReadonlySet<FactKind> = new Set(['impact', 'cause', 'incident-id', 'other']);

/** The value that stands below a heading which is a label: `### Severity` and then `SEV-2`. */
export function factOfHeading(text: string, heading: Section, line: Span, place: FactPlace): Fact | undefined {
  if (!isFactLabel(heading.heading)) return undefined;
  const valueSpan = withoutMarks(text, line);
  const value = plainText(text, valueSpan);
  const kind = value === '' ? undefined : factKindOf(heading.heading, value);
  if (kind === undefined || notFromHeadings.has(kind) || !fitsPlace(kind, value, place)) return undefined;
  return {
    kind,
    label: heading.heading,
    labelSpan: heading.nameSpan,
    value,
    valueSpan,
    origin: 'label',
    section: place.section,
  };
}
