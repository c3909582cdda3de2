import type { TableBlock, TableRow } from '../markdown/block.ts';
import { plainText } from '../markdown/plain-text.ts';
import type { Span } from '../text/span.ts';
import type { MomentText } from '../time/moment-text.ts';
import { findZones } from '../time/zone-text.ts';
import { type OpeningReader, openingAt, type RawEntry, type RawLine, textAfter } from './raw-entry.ts';
import { dateColumns, endColumns, eventColumns, phaseColumns, timeColumns } from './vocabulary/table-columns.ts';

interface Columns {
  readonly time: number;
  readonly date: number | undefined;
  /** The year in the title of the column of dates: "Date (2024)". */
  readonly year: number | undefined;
  readonly end: number | undefined;
  readonly event: number | undefined;
  readonly phase: number | undefined;
}

/** The entries of a table with a column of times; empty for any other table. Rows without anything in that column are none. */
export function tableEntries(text: string, table: TableBlock, read: OpeningReader): readonly RawLine[] {
  const columns = findColumns(text, table, read);
  if (columns === undefined) return [];
  const header = table.header.cells[columns.time];
  const columnZone = header === undefined ? undefined : zoneIn(text, header);
  const headerIsEntry = header !== undefined && isTime(openingAt(text, header, read));
  const rows = headerIsEntry ? [table.header, ...table.rows] : table.rows;
  return rows.flatMap((row) => rowEntry(text, row, columns, columnZone, read));
}

function rowEntry(
  text: string,
  row: TableRow,
  columns: Columns,
  columnZone: RawEntry['columnZone'],
  read: OpeningReader,
): readonly RawLine[] {
  const cell = row.cells[columns.time];
  if (cell === undefined || !/[\p{L}\p{N}?]/u.test(text.slice(cell.start, cell.end))) return [];
  const time = openingAt(text, cell, read) ?? unreadable(cell, text);
  const moment = withColumns(text, time, row, columns, read);
  const event = columns.event === undefined ? undefined : row.cells[columns.event];
  const phase = columns.phase === undefined ? undefined : row.cells[columns.phase];
  if (
    moment.time === undefined &&
    moment.date !== undefined &&
    moment.problem === undefined &&
    (event === undefined || event.start === event.end)
  )
    return [{ kind: 'date', moment, span: cell }];
  const inCell = textAfter(text, moment.span.end, cell.end);
  const textSpan = event !== undefined && event.start < event.end ? event : inCell;
  return [
    {
      kind: 'entry',
      form: 'table',
      moment,
      head: row.span,
      span: row.span,
      textSpan,
      hints: phase === undefined || phase.start === phase.end ? [] : [{ text: plainText(text, phase), span: phase }],
      labelled: false,
      columnZone,
      memory: undefined,
    },
  ];
}

function unreadable(cell: Span, text: string): MomentText {
  return {
    span: cell,
    date: undefined,
    time: undefined,
    zone: undefined,
    approximate: false,
    relativeMinutes: undefined,
    end: undefined,
    others: [],
    problem: { kind: 'unreadable', reason: `“${plainText(text, cell)}” is no time`, span: cell },
  };
}

/** The time of a row with the date and the end that stand in columns of their own. */
function withColumns(text: string, time: MomentText, row: TableRow, columns: Columns, read: OpeningReader): MomentText {
  const dateCell = columns.date === undefined || time.date !== undefined ? undefined : row.cells[columns.date];
  const written = dateCell === undefined ? undefined : openingAt(text, dateCell, read)?.date;
  const date = written && { ...written, year: written.year ?? columns.year };
  const endCell = columns.end === undefined || time.end !== undefined ? undefined : row.cells[columns.end];
  const end = endCell === undefined ? undefined : openingAt(text, endCell, read);
  if (date === undefined && end?.time === undefined) return time;
  return {
    ...time,
    date: date ?? time.date,
    end:
      end?.time === undefined
        ? time.end
        : { span: end.span, date: end.date, time: end.time, zone: end.zone, open: false },
  };
}

function findColumns(text: string, table: TableBlock, read: OpeningReader): Columns | undefined {
  const heads = table.header.cells.map((cell) => headName(text, cell));
  const named = (names: ReadonlySet<string>, not: readonly (number | undefined)[]): number | undefined => {
    const at = heads.findIndex((head, i) => names.has(head) && !not.includes(i));
    return at < 0 ? undefined : at;
  };
  const readable = (column: number): number =>
    share(table.rows, column, (cell) => openingAt(text, cell, read) !== undefined);
  const timed = (column: number): number => share(table.rows, column, (cell) => isTime(openingAt(text, cell, read)));
  const byName = heads.findIndex((head, i) => timeColumns.has(head) && readable(i) > 0);
  const dateByName = named(dateColumns, []);
  const byContent = heads.findIndex((_, i) => timed(i) >= 0.5);
  const time =
    byName >= 0
      ? byName
      : byContent >= 0
        ? byContent
        : dateByName !== undefined && readable(dateByName) >= 0.5
          ? dateByName
          : undefined;
  if (time === undefined || (table.rows.length === 0 && byName < 0)) return undefined;
  const date = dateColumn(text, table, heads, time, read);
  const end = named(endColumns, [time]);
  const phase = named(phaseColumns, [time, date, end]);
  const taken = [time, date, end];
  const event =
    named(eventColumns, taken) ??
    heads.findIndex(
      (_, i) => !taken.includes(i) && i !== phase && share(table.rows, i, (cell) => cell.end > cell.start) > 0,
    );
  const dateHead = date === undefined ? undefined : table.header.cells[date];
  const year = dateHead && /\b(?:19|20)\d\d\b/.exec(text.slice(dateHead.start, dateHead.end))?.[0];
  return {
    time,
    date,
    year: year === undefined ? undefined : Number(year),
    end,
    phase,
    event: event < 0 ? phase : event,
  };
}

/** Of "Day" and "Date" the one whose cells name days of a month. */
function dateColumn(
  text: string,
  table: TableBlock,
  heads: readonly string[],
  time: number,
  read: OpeningReader,
): number | undefined {
  const columns = heads.flatMap((head, i) => (i !== time && dateColumns.has(head) ? [i] : []));
  const dated = (column: number): number =>
    share(table.rows, column, (cell) => openingAt(text, cell, read)?.date?.day !== undefined);
  return columns.length < 2 ? columns[0] : (columns.find((column) => dated(column) >= 0.5) ?? columns[0]);
}

function headName(text: string, cell: Span): string {
  return plainText(text, cell)
    .toLowerCase()
    .replace(/[（([].*$/, '')
    .replace(/\b(?:utc|gmt|[ecmp][sd]?t|local|jst|cet|cest|bst)\b/g, '')
    .replace(/\s*\/\s*/g, '/')
    .replace(/[:：,]\s*$/, '')
    .trim();
}

function share(rows: readonly TableRow[], column: number, holds: (cell: Span) => boolean): number {
  if (rows.length === 0) return 0;
  const sample = rows.length > 40 ? rows.slice(0, 40) : rows;
  let count = 0;
  for (const row of sample) {
    const cell = row.cells[column];
    if (cell !== undefined && holds(cell)) count++;
  }
  return count / sample.length;
}

function isTime(moment: MomentText | undefined): boolean {
  return (
    moment !== undefined &&
    (moment.time !== undefined || moment.problem !== undefined || moment.relativeMinutes !== undefined)
  );
}

function zoneIn(text: string, span: Span): RawEntry['columnZone'] {
  const first = findZones(text.slice(span.start, span.end))[0];
  return first === undefined
    ? undefined
    : { zone: first.zone, span: { start: first.span.start + span.start, end: first.span.end + span.start } };
}
