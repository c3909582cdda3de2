import type { ReadingProblem } from '../markdown/markdown-document.ts';
import type { FrontMatter } from './front-matter.ts';
import type { ReadContext, Title } from './postmortem.ts';
import type { Section, SectionKind } from './section.ts';
import { nameSection } from './section-name.ts';
import type { Timeline } from './timeline.ts';
import type { Verdict } from './verdict.ts';
import {
  aboutPostmortems,
  folderDocuments,
  otherDocuments,
  postmortemPaths,
  postmortemTypes,
  postmortemWords,
} from './vocabulary/document-names.ts';

export interface VerdictSources {
  readonly context: ReadContext;
  /** Why the text was not read; `undefined` where it was. */
  readonly unread: ReadingProblem | undefined;
  readonly frontMatter: FrontMatter | undefined;
  readonly title: Title | undefined;
  readonly sections: readonly Section[];
  readonly timelines: readonly Timeline[];
  /** Whether the document states how long the incident was or from when to when. */
  readonly statesTimes: boolean;
}

/** Kinds of sections by how much they tell of an incident; the others tell nothing. */
const weights: Readonly<Partial<Record<SectionKind, number>>> = {
  cause: 2,
  timeline: 1,
  impact: 1,
  resolution: 1,
  detection: 1,
  duration: 1,
  trigger: 1,
  lessons: 1,
  actions: 1,
  summary: 1,
};
const ENOUGH = 4;
const ENOUGH_WITH_CAUSE = 5;
const ENOUGH_WITHOUT_TIMES = 6;
const ENOUGH_BY_NAME = 3;
const ENOUGH_BY_PATH = 2;
const MANY_TIMES = 4;

const templateName = /template|plantilla|vorlage|テンプレート|模板/i;

export function readVerdict(sources: VerdictSources): Verdict {
  const { context, title, unread } = sources;
  if (unread !== undefined) return { postmortem: false, reason: 'unreadable', span: undefined, detail: unread.message };
  if (context.isPostmortem !== undefined) {
    const detail = 'The settings say so.';
    if (context.isPostmortem) return yes('setting', undefined, detail);
    return { postmortem: false, reason: 'setting', span: undefined, detail };
  }
  return (
    byFrontMatter(sources.frontMatter) ??
    byName(sources) ??
    byContents(sources) ??
    no('not-enough', title, 'Neither its path nor its headings are those of a postmortem.')
  );
}

/** A template and a document about postmortems say so in their names. */
function byName({ context, title, timelines, sections }: VerdictSources): Verdict | undefined {
  if (templateName.test(fileName(context.path)))
    return no('template', title, 'The name of the file says that it is a template.');
  if (title === undefined) return undefined;
  const about = aboutPostmortems.test(title.text);
  if (!about && !otherDocuments.test(title.text)) return undefined;
  const tells = tellsTimeline(sections, timelines) && sections.some((section) => section.kinds.includes('cause'));
  if (tells && !about) return undefined;
  return no(
    'other-document',
    title,
    `The title "${title.text}" names a document about postmortems or another kind of document.`,
  );
}

function byContents({ context, title, sections, timelines, statesTimes }: VerdictSources): Verdict | undefined {
  const kinds = new Set(sections.flatMap((section) => section.kinds));
  const told = tellsTimeline(sections, timelines);
  const times = countTimes(timelines);
  const weight = weightOf(kinds) + weightOfTimes(told, times) + (statesTimes ? 1 : 0);
  const names = sectionList(sections);
  const span = sections.find((section) => (weights[section.kind] ?? 0) > 0)?.headingSpan;
  if (told && weight >= ENOUGH && tellsOfMore(sections, kinds))
    return yes('headings', span, `It has a timeline and the sections ${names}.`);
  const supported = statesTimes || kinds.has('timeline');
  if (kinds.has('cause') && weight >= (supported ? ENOUGH_WITH_CAUSE : ENOUGH_WITHOUT_TIMES))
    return yes('headings', span, `It has the sections ${names}.`);

  const headed = sections.some((section) => /^post-?\s?mortem$/i.test(section.heading));
  const named = headed || (title !== undefined && postmortemWords.test(title.text));
  const placed = postmortemPaths.test(context.path) && !folderDocuments.test(context.path);
  const contents = names === '' ? `${times} times` : `the sections ${names}`;
  if (named && (weight >= ENOUGH_BY_NAME || times >= 2))
    return yes('title', title?.span, `The title “${title?.text ?? ''}” names an incident, and it has ${contents}.`);
  if (placed && weight >= ENOUGH_BY_PATH)
    return yes('path', undefined, `Its path names a postmortem, and it has ${contents}.`);
  if (named && placed && weight > 0) return yes('path', title?.span, 'Its path and title name a postmortem.');
  return undefined;
}

function weightOf(kinds: ReadonlySet<SectionKind>): number {
  let weight = 0;
  for (const kind of kinds) weight += weights[kind] ?? 0;
  return weight;
}

function weightOfTimes(told: boolean, times: number): number {
  return (told || times >= 2 ? 2 : 0) + (times >= MANY_TIMES ? 1 : 0);
}

/** Times under any heading may be those of an agenda. */
function tellsOfMore(sections: readonly Section[], kinds: ReadonlySet<SectionKind>): boolean {
  if ([...kinds].some((kind) => kind !== 'timeline' && weights[kind] !== undefined)) return true;
  return sections.some(({ heading }) => nameSection(heading)?.kinds.includes('timeline') === true);
}

function tellsTimeline(sections: readonly Section[], timelines: readonly Timeline[]): boolean {
  if (!sections.some((section) => section.kinds.includes('timeline'))) return false;
  return timelines.some(
    ({ entries }) => entries.length >= 2 && entries.some(({ reading }) => reading.kind !== 'unreadable'),
  );
}

function countTimes(timelines: readonly Timeline[]): number {
  return timelines.reduce(
    (count, { entries }) => count + entries.filter(({ reading }) => reading.clock !== undefined).length,
    0,
  );
}

function byFrontMatter(frontMatter: FrontMatter | undefined): Verdict | undefined {
  for (const entry of frontMatter?.entries ?? []) {
    const key = entry.key.toLowerCase();
    const detail = `The front matter says \`${entry.key}: ${String(entry.value)}\`.`;
    if (key === 'postmortem' && typeof entry.value === 'boolean')
      return entry.value
        ? yes('front-matter', entry.keySpan, detail)
        : { postmortem: false, reason: 'front-matter', span: entry.keySpan, detail };
    if (
      ['type', 'kind', 'layout', 'category'].includes(key) &&
      typeof entry.value === 'string' &&
      postmortemTypes.test(entry.value.trim())
    )
      return yes('front-matter', entry.keySpan, detail);
  }
  return undefined;
}

function sectionList(sections: readonly Section[]): string {
  const names = sections.filter((section) => (weights[section.kind] ?? 0) > 0).map((section) => section.heading);
  const unique = [...new Set(names)];
  return unique.length <= 4 ? unique.join(', ') : `${unique.slice(0, 4).join(', ')} and ${unique.length - 4} more`;
}

function fileName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

function yes(reason: Extract<Verdict, { postmortem: true }>['reason'], span: Verdict['span'], detail: string): Verdict {
  return { postmortem: true, reason, span, detail };
}

function no(
  reason: Extract<Verdict, { postmortem: false }>['reason'],
  title: Title | undefined,
  detail: string,
): Verdict {
  return { postmortem: false, reason, span: title?.span, detail };
}
