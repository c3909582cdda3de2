import type { Span } from '../text/span.ts';
import { sectionWords } from './section-name.ts';
import { type ActionField, actionFieldNames, weakAsLabel } from './vocabulary/action-fields.ts';

/** A label inside an item with what it says: `Owner: Ana`. */
export interface FieldText {
  readonly field: ActionField;
  /** The label together with its value. */
  readonly span: Span;
  readonly value: Span;
}

interface FieldNames {
  readonly fields: ReadonlyMap<string, ActionField>;
  readonly pattern: RegExp;
}

let builtNames: FieldNames | undefined;
const MOST_FIELDS = 40;
/** No label ends with a figure: the colon of `10:05` ends none. */
const anyLabelEnd = /[^\d][:：]/;

/** The role of a column by its header; `undefined` for a header that names none. */
export function fieldOfColumn(header: string): ActionField | undefined {
  const words = sectionWords(header);
  const { fields } = names();
  const whole = fields.get(words);
  if (whole !== undefined) return whole;
  const parts = words.split(/\s*[/&]\s*|\s+(?:and|or|y|e|et|und|o)\s+/);
  for (const part of parts) {
    const field = fields.get(part);
    if (field !== undefined) return field;
  }
  const tokens = words.split(' ');
  if (tokens.length > 4) return undefined;
  return fields.get(tokens.at(-1) ?? '') ?? fields.get(tokens[0] ?? '');
}

/** The labels within `span`, in order; each value ends where its sentence, its line, its bracket or the text before the next label ends. */
export function readFields(text: string, span: Span): readonly FieldText[] {
  const { fields, pattern } = names();
  const source = text.slice(span.start, span.end);
  if (!anyLabelEnd.test(source)) return [];
  const found: { field: ActionField; start: number; valueStart: number; bracketed: boolean }[] = [];
  for (const match of source.matchAll(pattern)) {
    const field = fields.get((match[1] ?? '').toLowerCase());
    if (field === undefined) continue;
    const start = match.index;
    const bracketed = /[([（【]\s?$/.test(source.slice(Math.max(0, start - 2), start));
    found.push({ field, start, valueStart: start + match[0].length, bracketed });
    if (found.length >= MOST_FIELDS) break;
  }
  return found.map(({ field, start, valueStart, bracketed }, i) => {
    const limit = found[i + 1]?.start ?? source.length;
    const end = valueStart + valueLength(source.slice(valueStart, limit), bracketed, field);
    const value = trimMarks(source, valueStart, end);
    return {
      field,
      span: { start: span.start + start, end: span.start + end },
      value: { start: span.start + value.start, end: span.start + value.end },
    };
  });
}

/** "Ana, due 2031-09-01" */
const dueBehindOwner = /[,，、]\s?(?:due|by|until|deadline|eta)(?=\s)/i;

function valueLength(rest: string, bracketed: boolean, field: ActionField): number {
  const line = /[\n\r;；|]|<br/i.exec(rest)?.index ?? rest.length;
  const close = bracketed ? /[)\]）]/.exec(rest)?.index : undefined;
  const sentence = field === 'text' ? undefined : /[\p{L}\d`)][.。](?=\s|$)|。/u.exec(rest);
  const sentenceEnd = sentence === null || sentence === undefined ? rest.length : sentence.index + sentence[0].length;
  const due = field === 'owner' ? dueBehindOwner.exec(rest)?.index : undefined;
  return Math.min(line, close ?? rest.length, sentenceEnd, due ?? rest.length);
}

/** Without marks, brackets and punctuation at the ends. */
function trimMarks(source: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (start < end && /[\s*_`([（,、.–—-]/.test(source.charAt(start))) start++;
  while (end > start && /[\s*_`)\]）,、.。([（–—-]/.test(source.charAt(end - 1))) end--;
  return { start, end };
}

function names(): FieldNames {
  builtNames ??= buildNames();
  return builtNames;
}

function buildNames(): FieldNames {
  const fields = new Map<string, ActionField>();
  const labels: string[] = [];
  for (const [field, written] of Object.entries(actionFieldNames) as [ActionField, readonly string[]][]) {
    for (const name of written) {
      if (!fields.has(name)) fields.set(name, field);
      if (!weakAsLabel.has(name)) labels.push(name);
    }
  }
  labels.sort((a, b) => b.length - a.length);
  const before = '^|[\\n([（【,，;；|.。、•·–—-][ \\t]?|[ \\t]{2}|<br ?/?>';
  const pattern = new RegExp(`(?<=${before})[*_]{0,3}(${labels.join('|')})[*_]{0,3}[ \\t]?[:：][*_]{0,3}`, 'giu');
  return { fields, pattern };
}
