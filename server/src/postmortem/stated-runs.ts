import type { Block, HeadingBlock, ParagraphBlock } from '../markdown/block.ts';
import type { Span } from '../text/span.ts';
import { type MomentText, readAnywhere, readOpening } from '../time/moment-text.ts';
import type { Fact, FactKind, FactOrigin } from './fact.ts';
import type { Title } from './postmortem.ts';
import type { Section, SectionKind } from './section.ts';
import { sectionsOfBlocks, standsIn, surroundingKind } from './section-of-block.ts';
import { sentencesOf } from './sentences.ts';
import { shiftMoment } from './shift-moment.ts';

/**
 * Why times may be the incident's: a label or heading says so (`label`), they stand in the summary (`summary`) or in
 * prose where the words around them must tell (`prose`).
 */
export type Standing = 'label' | 'summary' | 'prose';

/** A stretch of text on one line in which the author may state times of the incident. */
export interface StatedRun {
  /** The text with line breaks as spaces; positions in it count from `start` in the document. */
  readonly words: string;
  readonly start: number;
  /** What the label before it says that it is; `undefined` for prose. */
  readonly kind: FactKind | undefined;
  readonly standing: Standing;
  readonly origin: FactOrigin;
  readonly section: number | undefined;
  readonly sentences: readonly Span[];
  /** All moments in `words`. */
  readonly moments: readonly MomentText[];
  /** Whether a length of time may stand in `words`. */
  readonly length: boolean;
}

export interface StatedSources {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly sections: readonly Section[];
  readonly facts: readonly Fact[];
  readonly title: Title | undefined;
}

const proseOfIncident: ReadonlySet<SectionKind> = new Set(['summary', 'impact', 'duration']);
const bodyOfReport: ReadonlySet<SectionKind> = new Set([
  'timeline',
  'cause',
  'trigger',
  'resolution',
  'actions',
  'lessons',
  'detection',
]);
const neverStated: ReadonlySet<SectionKind> = new Set(['timeline', 'actions', 'lessons', 'appendix', 'participants']);

/** No summary has more or longer paragraphs; what has, is a log. */
const MOST_PROSE = 400;
const MOST_FACTS = 400;
const LONGEST_RUN = 5000;

/** The stretches of a document that may state times of the incident, in document order. */
export function statedRuns(sources: StatedSources): readonly StatedRun[] {
  const { text, blocks, sections, facts, title } = sources;
  const runs: StatedRun[] = [];
  const add = (draft: RunDraft): void => {
    const run = runOf(text, draft);
    if (run !== undefined) runs.push(run);
  };
  if (title !== undefined) add({ ...proseDraft, span: title.textSpan, origin: 'title' });
  for (const fact of facts) {
    if ((fact.origin === 'table' || fact.origin === 'front-matter') && isTimeKind(fact.kind))
      add(draftOfFact(fact, fact.valueSpan));
  }
  const places: LabelledFacts = {
    facts: facts.filter(({ origin }) => origin === 'label').slice(0, MOST_FACTS),
    next: 0,
  };
  const owners = sectionsOfBlocks(sections, blocks.length);
  const body = sections.find(({ kind, inline }) => !inline && bodyOfReport.has(kind))?.firstBlock ?? blocks.length;
  let prose = 0;
  blocks.forEach((block, index) => {
    if (block.kind !== 'heading' && block.kind !== 'paragraph') return;
    const section = owners[index];
    const inBlock = factsUntil(places, block.span.end);
    if (block.kind === 'heading') draftsOfHeading(sections, block, index, section, inBlock).forEach(add);
    else {
      const standing = block.quoted || prose >= MOST_PROSE ? undefined : standingOf(sections, section, index < body);
      if (standing !== undefined) prose++;
      draftsOfParagraph(block, inBlock, section, standing).forEach(add);
    }
  });
  return runs.sort((a, b) => a.start - b.start);
}

/** What a stretch has to say for itself before its times are read. */
type RunDraft = Pick<StatedRun, 'kind' | 'standing' | 'origin' | 'section'> & { readonly span: Span };

const proseDraft = { kind: undefined, standing: 'prose', origin: 'prose', section: undefined } as const;

function draftOfFact({ kind, origin, section }: Fact, span: Span): RunDraft {
  return { span, kind, standing: 'label', origin, section };
}

/** Labels within a heading, and the heading of a timeline as a whole: "Timeline, 2024-01-05 – 2024-02-28". */
function draftsOfHeading(
  sections: readonly Section[],
  block: HeadingBlock,
  index: number,
  section: number | undefined,
  facts: readonly Fact[],
): readonly RunDraft[] {
  const opened = section === undefined ? undefined : sections[section];
  const drafts = facts.filter(({ kind }) => isTimeKind(kind)).map((fact) => draftOfFact(fact, fact.valueSpan));
  if (opened?.kind !== 'timeline' || opened.firstBlock !== index) return drafts;
  return [...drafts, { span: block.content, kind: undefined, standing: 'label', origin: 'label', section }];
}

/** How the prose of a block stands to the incident; `undefined` where it tells of other things. */
function standingOf(
  sections: readonly Section[],
  section: number | undefined,
  beforeBody: boolean,
): Standing | undefined {
  if (standsIn(sections, section, neverStated)) return undefined;
  const outer = surroundingKind(sections, section);
  const inner = section === undefined ? undefined : sections[section]?.kind;
  if (inner !== outer && inner !== undefined && !proseOfIncident.has(inner)) return undefined;
  if (outer === 'duration' || inner === 'duration') return 'label';
  if (outer === 'summary' && inner === 'summary') return 'summary';
  return outer === undefined || proseOfIncident.has(outer) || beforeBody ? 'prose' : undefined;
}

function draftsOfParagraph(
  block: ParagraphBlock,
  facts: readonly Fact[],
  section: number | undefined,
  standing: Standing | undefined,
): readonly RunDraft[] {
  const drafts: RunDraft[] = [];
  for (const { span, fact } of pieces(block, facts)) {
    if (fact !== undefined && isTimeKind(fact.kind)) drafts.push(draftOfFact(fact, span));
    else if (standing !== undefined && (fact === undefined || fact.kind === 'impact'))
      drafts.push({ ...proseDraft, span, standing, section });
  }
  return drafts;
}

function isTimeKind(kind: FactKind): boolean {
  return (
    kind === 'duration' ||
    kind === 'date' ||
    kind === 'start' ||
    kind === 'end' ||
    kind === 'published' ||
    kind.startsWith('time-to-')
  );
}

interface LabelledFacts {
  readonly facts: readonly Fact[];
  next: number;
}

/** The facts not yet taken whose values begin before `end`. */
function factsUntil(places: LabelledFacts, end: number): readonly Fact[] {
  const from = places.next;
  while ((places.facts[places.next]?.valueSpan.start ?? end) < end) places.next++;
  return places.facts.slice(from, places.next);
}

interface Piece {
  readonly span: Span;
  readonly fact: Fact | undefined;
}

/** The values of labels, each with the lines that go on with it, and the prose between. */
function pieces({ lines }: ParagraphBlock, facts: readonly Fact[]): readonly Piece[] {
  const found: Piece[] = [];
  let open: Piece | undefined;
  let next = 0;
  for (const line of lines) {
    const from = next;
    while ((facts[next]?.valueSpan.start ?? line.end) < line.end) next++;
    const last = next > from ? facts[next - 1] : undefined;
    if (last === undefined) {
      open = { span: { start: open?.span.start ?? line.start, end: line.end }, fact: open?.fact };
      continue;
    }
    if (open !== undefined) found.push(open);
    for (const fact of facts.slice(from, next - 1)) found.push({ span: fact.valueSpan, fact });
    open = { span: { start: last.valueSpan.start, end: line.end }, fact: last };
  }
  if (open !== undefined) found.push(open);
  return found;
}

/** A cheap look for a unit of time behind a figure or as a word. */
const mayHoldLength =
  /\d\+?[\s-]?(?:[smhdSMHDw]|st|tag|jour|segundo|seconde)|\b(?:hours?|minutes?|days?|weeks?|horas?|minutos?|d[ií]as?|heures?|jours?|stunden?|tagen?|minuten|woche|semana)\b|時間|小时|小時|\d分|分[间間钟鐘]|天|日間|P[\dT]/i;

/** A line that opens with a time of day is an entry of a log. */
const opensEntry = /^[\s*_~[(]{0,8}\d{1,2}[:h]\d\d/;

function runOf(text: string, { span, ...draft }: RunDraft): StatedRun | undefined {
  const source = text.slice(span.start, Math.min(span.end, span.start + LONGEST_RUN));
  if (draft.origin === 'prose' && draft.standing !== 'label' && opensEntry.test(source)) return undefined;
  const figures = /\d/.test(source);
  const length = mayHoldLength.test(source);
  if (!figures && !length) return undefined;
  const words = source.replace(/[\r\n\t]/g, ' ');
  const moments = figures ? momentsIn(words, draft.kind) : [];
  const found = moments.length === 0 && draft.origin === 'title' ? dateInTitle(words) : moments;
  if (found.length === 0 && !length) return undefined;
  return { ...draft, words, start: span.start, sentences: sentencesOf(words), moments: found, length };
}

/** Behind "Start:" `09h15` is a time of day, which in a sentence is a length of time. */
function momentsIn(words: string, kind: RunDraft['kind']): readonly MomentText[] {
  const moments = readAnywhere(words);
  if (moments.length > 0 || (kind !== 'start' && kind !== 'end')) return moments;
  const at = words.search(/\d/);
  const moment = readOpening(words.slice(at));
  return moment === undefined ? moments : [shiftMoment(moment, at)];
}

/** `5-26-21`, which in a sentence could be anything. */
function dateInTitle(words: string): readonly MomentText[] {
  const at = words.search(/(?<!\d)\d{1,2}([-./])\d{1,2}\1\d{2,4}(?!\d)/);
  const moment = at < 0 ? undefined : readOpening(words.slice(at));
  return moment === undefined ? [] : [shiftMoment(moment, at)];
}
