import type { Postmortem, ReadContext } from '../postmortem/postmortem.ts';
import type { Section, SectionKind } from '../postmortem/section.ts';
import { createSourceText } from '../text/source-text.ts';

export interface PostmortemReader {
  read(text: string, context: ReadContext): Postmortem;
}

export function createPostmortemReader(): PostmortemReader {
  return { read };
}

const kinds: Record<string, SectionKind> = {
  summary: 'summary',
  timeline: 'timeline',
  'root cause': 'cause',
  'action items': 'actions',
  impact: 'impact',
};

function read(text: string, context: ReadContext): Postmortem {
  const source = createSourceText(text);
  const sections: Section[] = [];
  const heads = [...text.matchAll(/^(#{1,6}) +(.*)$/gm)].slice(0, 2000);
  heads.forEach((head, i) => {
    const level = head[1]?.length ?? 1;
    if (level === 1) return;
    const start = head.index;
    const next = heads.slice(i + 1).find((other) => (other[1]?.length ?? 1) <= level);
    const heading = head[2] ?? '';
    const kind = kinds[heading.toLowerCase()] ?? 'other';
    sections.push({
      kind,
      kinds: [kind],
      heading,
      form: 'atx',
      level,
      headingSpan: { start, end: start + head[0].length },
      nameSpan: { start: start + level + 1, end: start + head[0].length },
      span: { start, end: next?.index ?? text.length },
      firstBlock: 0,
      endBlock: 0,
      parent: undefined,
      misspells: undefined,
      inline: false,
    });
  });
  const byPath = /postmortem/i.test(context.path);
  const known = sections.filter((section) => section.kind !== 'other');
  const title = heads.find((head) => head[1] === '#');
  const titleSpan = title ? { start: title.index, end: title.index + title[0].length } : undefined;
  return {
    source,
    blocks: [],
    html: false,
    frontMatter: undefined,
    verdict: byPath
      ? { postmortem: true, reason: 'path', span: undefined, detail: 'the path says “postmortem”' }
      : known.length >= 3
        ? {
            postmortem: true,
            reason: 'headings',
            span: known[0]?.headingSpan,
            detail: known.map((s) => s.heading).join(', '),
          }
        : { postmortem: false, reason: 'not-enough', span: undefined, detail: 'neither path nor headings say so' },
    title:
      title && titleSpan
        ? {
            span: titleSpan,
            text: title[2] ?? '',
            textSpan: { start: titleSpan.start + 2, end: titleSpan.end },
            from: 'heading',
          }
        : undefined,
    sections,
    timelines: [],
    facts: [],
    windows: [],
    durations: [],
    duration: undefined,
    incidentDate: undefined,
    metrics: {} as Postmortem['metrics'],
    actionLists: [],
    problems: [],
  };
}
