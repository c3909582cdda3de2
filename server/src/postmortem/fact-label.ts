import type { FactKind } from './fact.ts';
import { labelWords } from './label-words.ts';
import {
  factLabels,
  incidentNouns,
  momentOrLengthLabels,
  weakFactLabels,
  wordsBeforeDuration,
  wordsBeforeNouns,
  wordsBehindNouns,
} from './vocabulary/fact-labels.ts';

let builtIndex: ReadonlyMap<string, FactKind> | undefined;

function index(): ReadonlyMap<string, FactKind> {
  builtIndex ??= buildIndex();
  return builtIndex;
}

function buildIndex(): ReadonlyMap<string, FactKind> {
  const kinds = new Map<string, FactKind>();
  const known = rowsOf(factLabels, (label) => [label]);
  const composed = incidentNouns.flatMap((noun) => [
    ...rowsOf(wordsBehindNouns, (word) => [`${noun} ${word}`]),
    ...rowsOf(wordsBeforeNouns, (word) => [`${word} of ${noun}`, `${word} of the ${noun}`]),
  ]);
  const durations = wordsBeforeDuration.flatMap((word) => [
    `${word} duration`,
    `${word} downtime`,
    ...incidentNouns.map((noun) => `${word} ${noun} duration`),
  ]);
  for (const [label, kind] of [...known, ...composed]) if (!kinds.has(label)) kinds.set(label, kind);
  for (const label of durations) if (!kinds.has(label)) kinds.set(label, 'duration');
  return kinds;
}

/** Each label of a table with its kind. */
function rowsOf(
  table: Readonly<Partial<Record<FactKind, readonly string[]>>>,
  labels: (word: string) => readonly string[],
): readonly (readonly [string, FactKind])[] {
  const rows = Object.entries(table) as [FactKind, readonly string[]][];
  return rows.flatMap(([kind, words]) => words.flatMap(labels).map((label) => [label, kind] as const));
}

const LONGEST_LABEL = 60;

/** Whether the words can be the label of a fact, whatever the value. */
export function isFactLabel(label: string): boolean {
  if (label.length > LONGEST_LABEL) return false;
  const words = labelWords(label);
  return index().has(words) || momentOrLengthLabels.has(words);
}

/** What a value behind a label states; `undefined` where the label is unknown or the value does not fit it. */
export function factKindOf(label: string, value: string): FactKind | undefined {
  if (label.length > LONGEST_LABEL) return undefined;
  const words = labelWords(label);
  const either = momentOrLengthLabels.get(words);
  if (either !== undefined) {
    if (!/\d/.test(value)) return undefined;
    return statesLength(value) ? either.length : either.moment === 'other' ? undefined : either.moment;
  }
  const kind = index().get(words);
  if (kind === undefined || (weakFactLabels.has(words) && !/\d/.test(value))) return undefined;
  if (kind === 'incident-id') return isIdentifier(value) ? kind : undefined;
  if (kind === 'users-percent') return /\d\s?[%％]/.test(value) ? kind : undefined;
  return kind;
}

/** "5 minutes", "~1h 20m", "約30分", but not "14:05" or "2024-05-06". */
function statesLength(value: string): boolean {
  return /^\D{0,12}\d+(?:[.,]\d+)?\s*(?:[smhd]\b|sec|min|hour|hr|day|week|stunde|heure|hora|segundo|minuto|tag|分|時間|小时|秒|日間)/i.test(
    value,
  );
}

function isIdentifier(value: string): boolean {
  return value.length <= 32 && /^#?[\w./-]*\d[\w./-]*$/.test(value);
}
