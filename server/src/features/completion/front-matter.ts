import type { FactKind } from '../../postmortem/fact.ts';
import { allProfiles } from '../../profiles/all-profiles.ts';
import type { Completion, CompletionPlace } from './completion.ts';
import { valuesOf } from './fact-values.ts';

interface Key {
  readonly key: string;
  readonly means: FactKind | 'postmortem' | 'title';
  readonly says: string;
}

const keys: readonly Key[] = [
  { key: 'title', means: 'title', says: 'What happened, in a few words.' },
  { key: 'date', means: 'date', says: 'The day of the incident.' },
  { key: 'severity', means: 'severity', says: 'How bad it was, on your scale.' },
  { key: 'status', means: 'status', says: 'How far the document is.' },
  { key: 'owner', means: 'owner', says: 'Who sees to the document.' },
  { key: 'authors', means: 'author', says: 'Who wrote it.' },
  { key: 'services', means: 'service', says: 'What was affected.' },
  { key: 'started', means: 'start', says: 'When the impact began.' },
  { key: 'detected', means: 'detected', says: 'When it was noticed.' },
  { key: 'resolved', means: 'end', says: 'When the impact ended.' },
  { key: 'duration', means: 'duration', says: 'How long the impact lasted.' },
  { key: 'published', means: 'published', says: 'The day on which the document was published.' },
  { key: 'profile', means: 'profile', says: 'The form of postmortem that it follows.' },
  { key: 'postmortem', means: 'postmortem', says: 'Whether this file is a postmortem, or settings for it.' },
];

/** Keys that are not there yet, and values of those that are. */
export function frontMatterCompletions(place: CompletionPlace): readonly Completion[] {
  const { postmortem, line, offset } = place;
  const { frontMatter } = postmortem;
  if (frontMatter === undefined || offset < frontMatter.contentSpan.start || offset > frontMatter.contentSpan.end)
    return [];
  const separator = frontMatter.syntax === 'toml' ? ' = ' : ': ';
  const typed = /^(?<key>[\w-]*)$/.exec(line.before);
  if (typed !== null) {
    const taken = new Set(
      frontMatter.entries.filter(({ keySpan }) => offset < keySpan.start || keySpan.end < offset).map(({ key }) => key),
    );
    if (line.behind.trim() !== '') return [];
    return keys
      .filter(({ key }) => !taken.has(key))
      .map(({ key, says }) => ({
        kind: 'key',
        label: key,
        detail: 'front matter',
        documentation: says,
        span: { start: line.span.start, end: offset },
        text: `${key}${separator}`,
        stops: [],
      }));
  }
  const valued = /^(?<key>[\w-]+)\s*[:=]\s*(?<value>["']?[^"'#]{0,40})$/.exec(line.before);
  const key = keys.find((one) => one.key === valued?.groups?.key?.toLowerCase());
  if (key === undefined || valued === null) return [];
  const span = { start: offset - (valued.groups?.value ?? '').length, end: offset };
  const quoted = frontMatter.syntax === 'toml';
  return valuesOfKey(place, key, span).map((value) => ({
    ...value,
    text: quoted ? JSON.stringify(value.text) : value.text,
  }));
}

function valuesOfKey(place: CompletionPlace, { means }: Key, span: Completion['span']): readonly Completion[] {
  const value = (label: string, detail: string, documentation = ''): Completion => ({
    kind: 'value',
    label,
    detail,
    documentation,
    span,
    text: label,
    stops: [],
  });
  switch (means) {
    case 'profile':
      return allProfiles.map(({ name, title, description }) => value(name, title, description));
    case 'postmortem':
      return [value('true', 'this is a postmortem'), value('false', 'this is none')];
    case 'title':
      return [];
    default:
      return valuesOf(place, means, span);
  }
}
