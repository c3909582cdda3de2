import type { FactKind } from '../postmortem/fact.ts';
import { sectionKinds } from '../postmortem/section.ts';
import { phases } from '../postmortem/timeline.ts';
import type { Profile, ProfileLabel, ProfileSection } from '../profiles/profile.ts';
import type { Path, ValueReader } from './plain-value.ts';

/** What a form of postmortem can ask to be stated. */
export const askableFacts = [
  'date',
  'duration',
  'start',
  'end',
  'detected',
  'severity',
  'status',
  'owner',
  'author',
  'service',
  'impact',
  'cause',
  'published',
  'incident-id',
] as const satisfies readonly FactKind[];

/** Reads a user's own profile. Only a name and sections are needed; `undefined` when one of them is missing. */
export function readProfile(value: unknown, path: Path, reader: ValueReader): Profile | undefined {
  const table = reader.table(value, path);
  if (!table) return undefined;
  reader.onlyKeys(table, ['name', 'title', 'description', 'sections', 'facts', 'phases', 'actions', 'limits'], path);
  const name = reader.text(table.name, [...path, 'name']);
  const sections = reader.list(table.sections, [...path, 'sections']);
  if (!name) reader.complain(path, 'A profile needs a “name”.');
  if (!sections) reader.complain(path, 'A profile needs a list of “sections”.');
  if (!name || !sections) return undefined;
  const actions = reader.table(table.actions, [...path, 'actions']) ?? {};
  reader.onlyKeys(actions, ['owner', 'due', 'ticket'], [...path, 'actions']);
  const limits = reader.table(table.limits, [...path, 'limits']) ?? {};
  reader.onlyKeys(limits, ['publishedWithinDays'], [...path, 'limits']);
  const asked = (key: string): boolean => reader.boolean(actions[key], [...path, 'actions', key]) ?? false;
  return {
    name,
    title: reader.text(table.title, [...path, 'title']) ?? name,
    description: reader.text(table.description, [...path, 'description']) ?? '',
    sections: sections.flatMap((section, i) => readSection(section, [...path, 'sections', i], reader) ?? []),
    facts: readWords(table.facts, askableFacts, [...path, 'facts'], reader),
    phases: readWords(table.phases, phases, [...path, 'phases'], reader),
    actions: { owner: asked('owner'), due: asked('due'), ticket: asked('ticket') },
    limits: {
      publishedWithinDays: reader.count(limits.publishedWithinDays, [...path, 'limits', 'publishedWithinDays']),
    },
  };
}

function readSection(value: unknown, path: Path, reader: ValueReader): ProfileSection | undefined {
  const table = typeof value === 'string' ? { heading: value } : reader.table(value, path);
  if (!table) return undefined;
  reader.onlyKeys(table, ['kind', 'heading', 'names', 'required', 'label', 'guidance', 'labels'], path);
  const heading = reader.text(table.heading, [...path, 'heading']);
  if (!heading) {
    reader.complain(path, 'A section of a profile needs a “heading”.');
    return undefined;
  }
  const names = reader.texts(table.names, [...path, 'names']) ?? [];
  return {
    kind: reader.oneOf(table.kind, sectionKinds, [...path, 'kind']) ?? 'other',
    heading,
    names: names.map((name) => name.toLowerCase()),
    required: reader.boolean(table.required, [...path, 'required']) ?? true,
    label: reader.boolean(table.label, [...path, 'label']) ?? false,
    guidance: reader.text(table.guidance, [...path, 'guidance']) ?? '',
    labels: (reader.list(table.labels, [...path, 'labels']) ?? []).flatMap(
      (label, i) => readLabel(label, [...path, 'labels', i], reader) ?? [],
    ),
  };
}

function readLabel(value: unknown, path: Path, reader: ValueReader): ProfileLabel | undefined {
  const table = typeof value === 'string' ? { label: value } : reader.table(value, path);
  if (!table) return undefined;
  reader.onlyKeys(table, ['kind', 'label', 'guidance'], path);
  const label = reader.text(table.label, [...path, 'label']);
  if (!label) {
    reader.complain(path, 'A label of a profile needs its words as “label”.');
    return undefined;
  }
  return {
    kind: reader.oneOf(table.kind, sectionKinds, [...path, 'kind']) ?? 'other',
    label,
    guidance: reader.text(table.guidance, [...path, 'guidance']) ?? '',
  };
}

function readWords<Word extends string>(
  value: unknown,
  words: readonly Word[],
  path: Path,
  reader: ValueReader,
): readonly Word[] {
  const list = reader.list(value, path) ?? [];
  return list.flatMap((entry, i) => reader.oneOf(entry, words, [...path, i]) ?? []);
}
