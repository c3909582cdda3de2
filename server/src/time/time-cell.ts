import { type MomentText, readOpening } from './moment-text.ts';

/** What authors write in place of a time that they do not know, in lower case. */
const unknownTimes: ReadonlySet<string> = new Set([
  ...[
    'tbd',
    'tbc',
    'tba',
    'todo',
    'n/a',
    'na',
    'unknown',
    'not known',
    '?',
    '??',
    '???',
    'xx',
    'time',
    'date',
    '...',
    '…',
  ],
  ...['desconocido', 'desconhecido', 'inconnu', 'unbekannt', '不明', '未定', '未知', '待定'],
]);

/** Emphasis, code marks and brackets around the whole cell. */
function withoutMarkup(cell: string): { text: string; start: number } {
  const marks = ' \t*_`[](){}<>';
  let start = 0;
  let end = cell.length;
  while (start < end && marks.includes(cell.charAt(start))) start++;
  while (end > start && marks.includes(cell.charAt(end - 1))) end--;
  return { text: cell.slice(start, end), start };
}

/**
 * Reads the cell of a table that is there for the time. As `readOpening`, but words such as "TBD" and "unknown" are
 * times that cannot be read. `undefined` for an empty cell and for other words.
 */
export function readTimeCell(cell: string): MomentText | undefined {
  const moment = readOpening(cell);
  if (moment) return moment;
  const { text, start } = withoutMarkup(cell);
  if (!unknownTimes.has(text.toLowerCase())) return undefined;
  const span = { start, end: start + text.length };
  return {
    span,
    date: undefined,
    time: undefined,
    zone: undefined,
    approximate: false,
    relativeMinutes: undefined,
    end: undefined,
    others: [],
    problem: { kind: 'unreadable', reason: `"${text}" is no time`, span },
  };
}
