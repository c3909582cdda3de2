import { plainText } from '../../markdown/plain-text.ts';
import { cellsOf } from '../../markdown/table-rows.ts';
import type { FactKind } from '../../postmortem/fact.ts';
import { factKindOf } from '../../postmortem/fact-label.ts';
import type { Span } from '../../text/span.ts';
import { formatDay, fromEpochDays } from '../../time/calendar.ts';
import { namedThings } from '../names.ts';
import type { Completion, CompletionPlace } from './completion.ts';
import { cellAtCursor } from './line-at-cursor.ts';

/** Behind a label (`Severity: `) and in the cell beside one: the values that are usual there. */
export function factValueCompletions(place: CompletionPlace): readonly Completion[] {
  const labelled = labelBefore(place);
  if (labelled === undefined) return [];
  // The value that is not there yet is taken for a fitting one.
  const kind = factKindOf(labelled.label, '1');
  return kind === undefined ? [] : valuesOf(place, kind, labelled.value);
}

interface Labelled {
  readonly label: string;
  /** What is typed of the value. */
  readonly value: Span;
}

const label = /^[\s>]*(?:[-*+•]\s+)?(?<label>[*_]{0,3}\p{L}[^:：|]{1,58})[:：][*_]{0,3}[ \t]*/u;

function labelBefore({ postmortem, line, offset }: CompletionPlace): Labelled | undefined {
  if (line.block?.kind === 'code') return undefined;
  if (line.block?.kind === 'table') {
    const { column, typed } = cellAtCursor(line);
    const [first] = cellsOf(postmortem.source.text, line.span);
    return column !== 1 || first === undefined
      ? undefined
      : { label: plainText(postmortem.source.text, first), value: typed };
  }
  const match = label.exec(line.before);
  if (match === null) return undefined;
  const start = line.span.start + match[0].length;
  const rest = postmortem.source.text.slice(start, offset);
  const name = match.groups?.label?.replace(/[*_]/g, '').trim() ?? '';
  return rest.length > 40 ? undefined : { label: name, value: { start, end: offset } };
}

const scale = ['SEV-1', 'SEV-2', 'SEV-3', 'SEV-4'];
const documentStatuses = ['Draft', 'In review', 'Final'];

export function valuesOf(place: CompletionPlace, kind: FactKind, span: Span): readonly Completion[] {
  const { names, now } = place;
  const offer = (values: readonly string[], detail: string, of: Completion['kind'] = 'value'): readonly Completion[] =>
    [...new Set(values)].map((value) => ({
      kind: of,
      label: value,
      detail,
      documentation: '',
      span,
      text: value,
      stops: [],
    }));
  const today = formatDay(fromEpochDays(Math.floor(now.epochSeconds / 86_400)));
  switch (kind) {
    case 'severity':
      return offer(
        names.severities.length > 0 ? [...names.severities, ...sameScale(names.severities)] : scale,
        'severity',
      );
    case 'status':
      return offer([...documentStatuses, ...names.statuses], 'status');
    case 'owner':
    case 'author':
      return offer(ownersHere(place), 'owner', 'name');
    case 'service':
      return offer([...servicesOf(place), ...names.services], 'service', 'name');
    case 'date':
    case 'published':
      return offer([today], 'today');
    default:
      return [];
  }
}

/** The rest of the scale that is in use. */
function sameScale(used: readonly string[]): readonly string[] {
  const form = used.map((value) => /^(.*?)[1-5]$/.exec(value)?.[1]).find((prefix) => prefix !== undefined);
  return form === undefined ? [] : ['1', '2', '3', '4'].map((level) => form + level);
}

/** Those of the document before those of the workspace. */
export function ownersHere({
  postmortem,
  names,
  offset,
}: Pick<CompletionPlace, 'postmortem' | 'names' | 'offset'>): readonly string[] {
  const here = namedThings(postmortem).filter(
    ({ kind, fields }) => kind === 'owner' && fields.some(({ start, end }) => offset < start || end < offset),
  );
  return [...new Set([...here.map(({ name }) => name), ...names.owners])];
}

function servicesOf({ postmortem, offset }: CompletionPlace): readonly string[] {
  return namedThings(postmortem)
    .filter(({ kind, fields }) => kind === 'service' && fields.some(({ start, end }) => offset < start || end < offset))
    .map(({ name }) => name);
}
