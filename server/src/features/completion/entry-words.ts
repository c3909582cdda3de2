import type { Postmortem } from '../../postmortem/postmortem.ts';
import { phases } from '../../postmortem/timeline.ts';
import type { Span } from '../../text/span.ts';
import { entryAt } from '../entry-at.ts';
import { phaseWords } from '../phase-words.ts';
import type { Completion, CompletionPlace } from './completion.ts';

/** Behind the time of an entry: zones where none is named, and marks of phases. */
export function entryWordCompletions(place: CompletionPlace): readonly Completion[] {
  const { postmortem, line, offset } = place;
  const found = entryAt(postmortem.timelines, offset);
  if (found === undefined || found.entry.line !== line.number) return [];
  const { reading } = found.entry;
  const { end } = reading.span;
  if (offset <= end || !isBetween(postmortem.source.text.slice(end, line.word.start))) return [];
  return [...zones(place, reading.written.zone !== undefined), ...marks(place)];
}

/** Nothing but marks and separators between the time and the word. */
function isBetween(text: string): boolean {
  return /^[\s*_`:：\-–—|\])[]*$/.test(text);
}

function zones({ postmortem, line, ownZone }: CompletionPlace, isNamed: boolean): readonly Completion[] {
  const { source } = postmortem;
  const typed = source.slice(line.word);
  // Words of the entry begin here just as often: only capitals ask for a zone.
  if (isNamed || !/^[A-Z]{1,5}$/.test(typed)) return [];
  const used = postmortem.timelines.flatMap(({ entries }) => entries.map(({ reading }) => reading.zone?.value.label));
  const labels = new Set([...used, 'UTC', ownZone].filter((label) => label !== undefined));
  return [...labels].map((label) => ({
    kind: 'zone',
    label,
    detail: used.includes(label) ? 'zone of the timeline' : label === ownZone ? 'your zone' : 'zone',
    documentation: '',
    span: line.word,
    text: label,
    stops: [],
  }));
}

/** Those that the form asks for and that are not marked yet first. */
function marks(place: CompletionPlace): readonly Completion[] {
  const { postmortem, profile, offset } = place;
  const marked = markedPhases(postmortem, offset);
  const open = phases.filter((phase) => !marked.has(phase));
  const ordered = [
    ...open.filter((phase) => profile.phases.includes(phase)),
    ...open.filter((phase) => !profile.phases.includes(phase)),
  ];
  const form = formOfMarks(place);
  return ordered.map((phase) => ({
    kind: 'phase',
    label: form.bracketed ? `[${phase}]` : `${phaseWords[phase].name}:`,
    detail: profile.phases.includes(phase) ? 'phase of the form' : 'phase',
    documentation: phaseWords[phase].definition,
    span: form.span,
    text: form.bracketed ? `[${phase}] ` : `**${phaseWords[phase].name}:** `,
    stops: [],
  }));
}

/** `[start]` where a bracket is typed or the other marks stand in brackets, `**Start:**` elsewhere. */
function formOfMarks({ postmortem, line }: CompletionPlace): { readonly bracketed: boolean; readonly span: Span } {
  const { text } = postmortem.source;
  const { start, end } = line.word;
  if (text[start - 1] === '[') {
    // Editors close a bracket by themselves.
    const closed = text[end] === ']' ? end + 1 : end;
    return { bracketed: true, span: { start: start - 1, end: text[closed] === ' ' ? closed + 1 : closed } };
  }
  const marks = postmortem.timelines
    .flatMap(({ entries }) => entries.flatMap(({ phases: all }) => all))
    .filter(({ from }) => from === 'mark');
  return { bracketed: marks.length > 0 && marks.every(({ span }) => text[span.start - 1] === '['), span: line.word };
}

function markedPhases({ timelines }: Postmortem, offset: number): ReadonlySet<string> {
  const others = timelines
    .flatMap(({ entries }) => entries)
    .filter(({ span }) => offset < span.start || span.end < offset);
  return new Set(
    others.flatMap((entry) => entry.phases.filter(({ from }) => from === 'mark').map(({ phase }) => phase)),
  );
}
