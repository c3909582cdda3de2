import { addDays } from '../../time/calendar.ts';
import { type MomentText, readAnywhere, readOpening, skipSeparator } from '../../time/moment-text.ts';
import type { EventTime } from '../new-entries/write-entries.ts';
import { cleanName, isBadge, isName, isWindowLine } from './chat-vocabulary.ts';
import { chatWords, logWords } from './event-words.ts';
import type { ImportContext, Imported, ImportedEvent, LeftOut } from './imported.ts';
import { readLogLine } from './log-line.ts';
import { followClock } from './time-of-event.ts';

/** A message or a line of a log while its lines are read. */
interface Draft {
  readonly line: number;
  readonly time: EventTime;
  author: string | undefined;
  readonly log: boolean;
  readonly body: { readonly line: number; readonly text: string }[];
}

/** How a line opens an event. */
interface Head {
  readonly written: MomentText;
  readonly author: string | undefined;
  readonly text: string;
  /** Chat windows show the clock of whoever looks at them. */
  readonly chat: boolean;
}

const longestLine = 4000;

/** Reads what was copied out of a chat window, an alert's page, a terminal or a log: whatever puts a time before words. */
export function readPastedText(text: string, context: ImportContext): Imported {
  const lines = text.split(/\r\n|\n|\r/).map(cleanLine);
  const clock = followClock(context.day);
  const drafts: Draft[] = [];
  const left: LeftOut[] = [];
  let current: Draft | undefined;
  let lastAuthor: string | undefined;
  /** Lines before the first time: the name above a time that stands alone is taken from them. */
  let waiting: { line: number; text: string }[] = [];
  const open = (draft: Draft): void => {
    drafts.push(draft);
    current = draft;
    lastAuthor = draft.author;
  };
  const nameAbove = (): string | undefined => {
    const lines_ = current ? current.body : waiting;
    const last = lines_.at(-1);
    const name = last && cleanName(last.text);
    const isAlone = current === undefined || current.body.length > 1 || current.author === undefined;
    if (last === undefined || name === undefined || !isAlone || !isName(name)) return undefined;
    lines_.pop();
    return name;
  };
  const takeLog = (line: string, number: number): boolean => {
    const log = readLogLine(line);
    if (log === undefined) return false;
    const time = 'time' in log ? log.time : clock.timeOf(log.written, undefined);
    if (time === undefined) return false;
    open({ line: number, time, author: undefined, log: true, body: [{ line: number, text: log.text }] });
    return true;
  };
  const takeDay = (line: string, head: Head | 'day' | undefined): boolean => {
    const day = relativeDay(line, context);
    if (day === undefined && head !== 'day') return false;
    const written = day === undefined ? readOpening(line) : undefined;
    if (day !== undefined) clock.moveDay(day);
    else if (written) clock.setDay(written);
    current = undefined;
    return true;
  };
  const takeHead = (head: Head, number: number): boolean => {
    const alone = head.text === '' && head.author === undefined;
    const author = head.author ?? (alone ? (nameAbove() ?? lastAuthor) : undefined);
    const time = clock.timeOf(head.written, head.chat || alone ? context.ownZone : undefined);
    if (time === undefined) return false;
    const body = head.text === '' ? [] : [{ line: number, text: head.text }];
    open({ line: number, time, author, log: !head.chat && !alone, body });
    return true;
  };
  lines.forEach((line, index) => {
    const number = index + 1;
    if (line === '' || takeLog(line, number)) return;
    const head = readHead(line, lines[index + 1] ?? '');
    if (takeDay(line, head)) return;
    if (head !== undefined && head !== 'day' && takeHead(head, number)) return;
    if (isWindowLine(line)) return;
    if (current) current.body.push({ line: number, text: line });
    else waiting.push({ line: number, text: line });
  });
  for (const { line, text: words } of waiting) left.push(leftOut(line, words, 'No time stands before it.'));
  waiting = [];
  const events = drafts.flatMap((draft) => eventOf(draft, left));
  return { source: 'Text', events, left };
}

/** Without zero-width characters and the blanks around it. */
function cleanLine(line: string): string {
  return line
    .slice(0, longestLine)
    .replace(/[\u200B-\u200D\u2060\uFEFF]/g, '')
    .replace(/\u00A0|\u202F/g, ' ')
    .trim();
}

function leftOut(line: number, text: string, reason: string): LeftOut {
  return { place: `line ${line}`, text, reason };
}

function eventOf({ line, time, author, log, body }: Draft, left: LeftOut[]): readonly ImportedEvent[] {
  const text = body.map((part) => part.text).join(' ');
  if (text.trim() === '') {
    left.push(leftOut(line, author ?? '', 'Nothing is said at this time.'));
    return [];
  }
  return [{ time, words: log ? logWords(text) : chatWords(author, text) }];
}

function relativeDay(line: string, { day }: ImportContext): ImportContext['day'] | undefined {
  const word = line
    .replace(/[\s—–-]+/g, ' ')
    .trim()
    .toLowerCase();
  if (word === 'yesterday') return addDays(day, -1);
  return word === 'today' ? day : undefined;
}

/** `'day'`: the line names a day and nothing else. */
function readHead(line: string, next: string): Head | 'day' | undefined {
  const dayless = line.replace(/^(\[?)(?:today|yesterday)(?: at|,)? /i, '$1');
  const plain = dayless.replace(/^\s*\d{1,5} {2}(?=\d{4}-\d\d-\d\d)/, '');
  const opening = readOpening(plain);
  if (opening?.relativeMinutes !== undefined) return undefined;
  if (opening?.time !== undefined) return headFromOpening(plain, opening, next);
  if (opening?.date !== undefined && plain.slice(opening.span.end).replace(/[\s—–.,|-]+/g, '') === '') return 'day';
  return headFromEnd(dayless);
}

function headFromOpening(line: string, written: MomentText, next: string): Head {
  const rest = line.slice(skipSeparator(line, written.span.end)).trim();
  const bracketed = line.startsWith('[');
  const name = cleanName(rest.replace(/:$/, ''));
  const nextOpens = next === '' || readOpening(next)?.time !== undefined;
  // `[10:42] Mara Lind` with her words on the lines below.
  if (rest !== '' && isName(name) && !nextOpens && (bracketed || / /.test(name)))
    return { written, author: name, text: '', chat: true };
  // `[3/5 10:42 AM] Mara Lind: the words`
  const said = bracketed ? /^([^:]{1,60}):\s*(?=\S)/.exec(rest) : null;
  const author = said ? cleanName(said[1] ?? '') : '';
  if (said && / /.test(author) && isName(author))
    return { written, author, text: rest.slice(said[0].length), chat: true };
  const people = written.time?.meridiem !== undefined;
  return { written, author: undefined, text: rest, chat: people };
}

/** `Mara Lind  10:42 AM`, `Mara Lind [10:42]`, `Lind, Mara 3/5/2026 10:42 AM`: a name, then the time, then nothing. */
function headFromEnd(line: string): Head | undefined {
  if (line.length > 120) return undefined;
  const bare = line.replace(/[\])\s]+$/, '');
  const written = readAnywhere(bare).at(-1) ?? shortEnd(bare);
  if (written?.time === undefined || written.span.end !== bare.length) return undefined;
  const before = bare.slice(0, written.span.start).replace(/(?:\b(?:today|yesterday)(?: at|,)?\s*)$/i, '');
  // The name of a bot stands a line above its badge.
  if (isBadge(before.trim())) return { written, author: undefined, text: '', chat: true };
  const name = cleanName(before);
  return isName(name) ? { written, author: name, text: '', chat: true } : undefined;
}

/** A time such as `9:05` at the end, that is none in running text. */
function shortEnd(line: string): MomentText | undefined {
  const match = /(?:\s{2,}|\t|\[)(\d{1,2}:\d\d(?::\d\d)?)$/.exec(line);
  if (match === null) return undefined;
  const written = readOpening(match[1] ?? '');
  if (written === undefined) return undefined;
  const by = line.length - (match[1]?.length ?? 0);
  return { ...written, span: { start: written.span.start + by, end: written.span.end + by } };
}
