import type { FrontMatter } from './front-matter.ts';
import type { ReadContext, Title } from './postmortem.ts';
import type { Section, SectionKind } from './section.ts';
import type { Timeline } from './timeline.ts';
import type { Verdict } from './verdict.ts';
import {
  folderDocuments,
  otherDocuments,
  postmortemPaths,
  postmortemTypes,
  postmortemWords,
} from './vocabulary/document-names.ts';

export interface VerdictSources {
  readonly context: ReadContext;
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
const ENOUGH_BY_NAME = 3;
const ENOUGH_WITHOUT_TIMES = 6;
const MANY_TIMES = 4;

export function readVerdict(sources: VerdictSources): Verdict {
  const { context, title, sections, timelines } = sources;
  if (context.isPostmortem !== undefined) {
    const detail = 'The settings say so.';
    return context.isPostmortem
      ? yes('setting', undefined, detail)
      : { postmortem: false, reason: 'setting', span: undefined, detail };
  }
  const stated = byFrontMatter(sources.frontMatter);
  if (stated !== undefined) return stated;

  const kinds = new Set(sections.flatMap((section) => section.kinds));
  const entries = timelines.reduce(
    (count, timeline) => count + timeline.entries.filter((entry) => entry.reading.clock !== undefined).length,
    0,
  );
  const headed = sections.find((section) => /^post-?\s?mortem$/i.test(section.heading));
  const named = headed !== undefined || (title !== undefined && postmortemWords.test(title.text));
  const placed = postmortemPaths.test(context.path) && !folderDocuments.test(context.path);
  const template = /template|plantilla|vorlage|テンプレート|模板/i.test(fileName(context.path));
  if (template) return no('template', title, 'The name of the file says that it is a template.');
  const told =
    kinds.has('timeline') &&
    timelines.some(
      (timeline) =>
        timeline.entries.length >= 2 && timeline.entries.some((entry) => entry.reading.kind !== 'unreadable'),
    );
  if (title !== undefined && otherDocuments.test(title.text) && !(told && kinds.has('cause')))
    return no(
      'other-document',
      title,
      `The title "${title.text}" names a document about postmortems or another kind of document.`,
    );

  let weight = told || entries >= 2 ? 2 : 0;
  if (entries >= MANY_TIMES) weight++;
  if (sources.statesTimes) weight++;
  for (const kind of kinds) weight += weights[kind] ?? 0;
  const first = sections.find((section) => (weights[section.kind] ?? 0) > 0);
  const span = first?.headingSpan;
  const names = sectionList(sections);
  if (told && weight >= ENOUGH) return yes('headings', span, `It has a timeline and the sections ${names}.`);
  if (kinds.has('cause') && (weight >= ENOUGH_WITHOUT_TIMES || (sources.statesTimes && weight >= ENOUGH + 1)))
    return yes('headings', span, `It has the sections ${names}.`);
  if (kinds.has('cause') && kinds.has('timeline') && weight >= ENOUGH + 1)
    return yes('headings', span, `It has the sections ${names}.`);
  if (named && weight >= ENOUGH_BY_NAME)
    return yes(
      'title',
      title?.span,
      `The title "${title?.text ?? ''}" names an incident, and it has the sections ${names}.`,
    );
  if (placed && weight >= ENOUGH_BY_NAME - 1)
    return yes(
      'path',
      undefined,
      `Its path names a postmortem, and it has ${weight > 0 && names !== '' ? `the sections ${names}` : `${entries} times`}.`,
    );
  if (named && placed && weight >= 1) return yes('path', title?.span, 'Its path and title name a postmortem.');
  if (named && entries >= 2)
    return yes(
      'title',
      title?.span,
      `The title "${title?.text ?? ''}" names an incident, and ${entries} times are told.`,
    );
  return no('not-enough', title, 'Neither its path nor its headings are those of a postmortem.');
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
