import type { Span } from '../text/span.ts';
import { readAnywhere } from '../time/moment-text.ts';
import type { DateLine } from './raw-entry.ts';
import { shiftMoment } from './shift-moment.ts';

const LONGEST_LINE = 60;
const numbered =
  /^[\s*_~>#(]*(?:(?:day|tag|día|dia|jour)\s+#?(?<latin>\d{1,2})(?![\d.:/])|第\s?(?<chinese>\d{1,2})\s?[天日]|(?<japanese>\d{1,2})\s?日目)(?<rest>.*)$/iu;

/** `**Day 2**`, `### Day 2 – 2024-05-06`: a line that dates those below by counting. */
export function dayLineAt(text: string, line: Span): DateLine | undefined {
  if (line.end - line.start > LONGEST_LINE) return undefined;
  const words = text.slice(line.start, line.end);
  const groups = numbered.exec(words)?.groups;
  if (groups === undefined) return undefined;
  const rest = groups.rest ?? '';
  const moments = readAnywhere(rest);
  if (moments.some(({ time, problem }) => time !== undefined || problem !== undefined)) return undefined;
  const dated = moments.find(({ date }) => date !== undefined);
  if (dated !== undefined) return { kind: 'date', moment: shiftMoment(dated, line.end - rest.length), span: line };
  if (/[.;!?,]\s*\S/.test(rest)) return undefined;
  const moment = {
    span: line,
    date: undefined,
    time: undefined,
    zone: undefined,
    approximate: false,
    relativeMinutes: undefined,
    end: undefined,
    others: [],
    problem: undefined,
  };
  return { kind: 'date', moment, span: line, dayNumber: Number(groups.latin ?? groups.chinese ?? groups.japanese) };
}
