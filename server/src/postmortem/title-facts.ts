import type { Span } from '../text/span.ts';
import { readAnywhere } from '../time/moment-text.ts';
import type { Fact, FactKind } from './fact.ts';
import type { Title } from './postmortem.ts';

const identifier = /\b(?:INC|INCIDENT|PIR|PM|IR|OUTAGE|COE)[-_ #]?\d[\d-]*\b/;
const severity = /\bSEV[-_ ]?\d\b/i;

const LONGEST_TITLE = 400;

/** What the title says about the incident: its number, severity and dates. */
export function titleFacts(text: string, title: Title | undefined): readonly Fact[] {
  if (title === undefined) return [];
  const { start } = title.textSpan;
  const end = Math.min(title.textSpan.end, start + LONGEST_TITLE);
  const words = text.slice(start, end);
  if (!/\d/.test(words)) return [];
  const found = (kind: FactKind, match: RegExpExecArray | null): readonly Fact[] =>
    match === null
      ? []
      : [factAt(text, kind, { start: start + match.index, end: start + match.index + match[0].length })];
  const dates = readAnywhere(text, start, end).filter(({ date }) => date !== undefined);
  return [
    ...found('incident-id', identifier.exec(words)),
    ...found('severity', severity.exec(words)),
    ...dates.map(({ span }) => factAt(text, 'date', span)),
  ];
}

function factAt(text: string, kind: FactKind, valueSpan: Span): Fact {
  const value = text.slice(valueSpan.start, valueSpan.end);
  return { kind, label: '', labelSpan: undefined, value, valueSpan, origin: 'title', section: undefined };
}
