import type { FactKind } from './fact.ts';
import { labelWords } from './label-words.ts';
import { factLabels, momentOrLengthLabels, weakFactLabels } from './vocabulary/fact-labels.ts';

let builtIndex: ReadonlyMap<string, FactKind> | undefined;

function index(): ReadonlyMap<string, FactKind> {
  builtIndex ??= new Map(
    (Object.entries(factLabels) as [FactKind, readonly string[]][]).flatMap(([kind, labels]) =>
      labels.map((label) => [label, kind]),
    ),
  );
  return builtIndex;
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
