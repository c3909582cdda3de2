import { type MomentText, readAnywhere } from '../../time/moment-text.ts';
import type { EventTime } from '../new-entries/write-entries.ts';
import { isObject, textIn } from './json-fields.ts';
import { epochOf, instantOf } from './time-of-event.ts';

/** A line of a log whose time does not stand as people write it. */
export type LogLine =
  | { readonly time: EventTime; readonly text: string }
  | { readonly written: MomentText; readonly text: string };

const timeFields = [
  'time',
  'timestamp',
  '@timestamp',
  'ts',
  't',
  'date',
  'datetime',
  'eventTime',
  'created_at',
] as const;
const textFields = ['message', 'msg', 'text', 'event', 'log', 'summary', 'title', 'description', 'error'] as const;
const levelFields = ['level', 'severity', 'lvl'] as const;
const farthestBracket = 200;

/** `undefined` for a line that is none of these: JSON, seconds since 1970, the header of klog, a time in brackets further on. */
export function readLogLine(line: string): LogLine | undefined {
  return readJsonLine(line) ?? readEpochLine(line) ?? readKlogLine(line) ?? readBracketedLine(line);
}

function readJsonLine(line: string): LogLine | undefined {
  if (!line.startsWith('{') || !line.endsWith('}')) return undefined;
  const value = parsed(line);
  if (!isObject(value)) return undefined;
  const time = timeFields.map((name) => instantOf(value[name]) ?? epochOf(value[name])).find((found) => found);
  const text = textFields.map((name) => textIn(value, name)).find((found) => found !== undefined);
  if (time === undefined || text === undefined) return undefined;
  const level = levelFields.map((name) => textIn(value, name)).find((found) => found !== undefined);
  return { time, text: level === undefined ? text : `${level.toUpperCase()} ${text}` };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `1772707331.123 …`, `[1772707331] …`, `@1772707331 …` */
function readEpochLine(line: string): LogLine | undefined {
  const match = /^[[@]?(\d{10}(?:\d{3})?(?:\.\d{1,9})?)\]?[\s:,-]+(?=\S)/.exec(line);
  const time = epochOf(match?.[1]);
  return match && time ? { time, text: line.slice(match[0].length) } : undefined;
}

/** `E0305 10:42:11.123456   17 proxy.go:61] text` */
function readKlogLine(line: string): LogLine | undefined {
  const match = /^([IWEF])(\d\d)(\d\d) (\d\d:\d\d:\d\d)(?:\.\d{1,9})?\s+\d+ [^\s\]]{1,80}\] ?/.exec(line);
  if (match === null) return undefined;
  const [head, level = 'I', month = '', day = '', clock = ''] = match;
  const name = monthNames[Number(month) - 1];
  const [written] = name === undefined ? [] : readAnywhere(`${name} ${Number(day)} ${clock}`);
  return written && { written, text: `${klogLevels[level] ?? ''} ${line.slice(head.length)}` };
}

const klogLevels: Readonly<Record<string, string>> = { I: 'INFO', W: 'WARNING', E: 'ERROR', F: 'FATAL' };
const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** `10.0.0.7 - - [05/Mar/2026:10:42:11 +0000] "GET /"`, `time="2026-03-05T10:42:11Z" level=info` */
function readBracketedLine(line: string): LogLine | undefined {
  const match = /(?:\[|\b(?:time|ts|timestamp|date|datetime)=["']?)(?=\d{1,4}[-/.])/i.exec(
    line.slice(0, farthestBracket),
  );
  // One that opens the line is read as any other.
  if (match === null || (match.index === 0 && line.startsWith('['))) return undefined;
  const from = match.index + match[0].length;
  const [written] = readAnywhere(line, from, Math.min(line.length, from + 40));
  if (written?.time === undefined || written.date === undefined || written.span.start !== from) return undefined;
  const closed = /^["'\]]/.test(line.slice(written.span.end)) ? 1 : 0;
  const text = `${line.slice(0, match.index)} ${line.slice(written.span.end + closed)}`;
  return { written, text: text.replace(/^\s*-(?:\s+-)*\s/, '') };
}
