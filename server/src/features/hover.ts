import type { Postmortem } from '../postmortem/postmortem.ts';
import type { Section } from '../postmortem/section.ts';
import type { PhaseMark } from '../postmortem/timeline.ts';
import { answers } from '../profiles/answers.ts';
import type { Profile } from '../profiles/profile.ts';
import type { Finding } from '../review/finding.ts';
import { ownFindings } from '../review/own-findings.ts';
import { allRules } from '../rules/all-rules.ts';
import { entryAt } from './entry-at.ts';
import { hoverOfNumber } from './hover-number.ts';
import { type Hover, type HoverText, isAt } from './hover-text.ts';
import { hoverOfTime } from './hover-time.ts';
import { metricInWords, metricWords, phaseWords } from './phase-words.ts';

export interface HoverContext {
  readonly postmortem: Postmortem;
  readonly profile: Profile;
  readonly findings: readonly Finding[];
  /** The reader's own time zone, such as `Europe/Berlin`; `undefined`: not known. */
  readonly readerZone: string | undefined;
  /** The address of a rule's page; `undefined` where it cannot be told. */
  pageOf(code: string): string | undefined;
}

/** `undefined` where there is nothing to tell. */
export function hoverAt(context: HoverContext, offset: number): Hover | undefined {
  const thing = thingAt(context, offset);
  const told = findingsAt(context, offset);
  const span = thing?.span ?? told[0]?.span;
  if (span === undefined) return undefined;
  return { span, texts: [...(thing?.texts ?? []), ...told.map((finding) => textOfFinding(context, finding))] };
}

function thingAt(context: HoverContext, offset: number): Hover | undefined {
  return (
    hoverOfTime(context, offset) ??
    hoverOfPhase(context.postmortem, offset) ??
    hoverOfNumber(context.postmortem, offset) ??
    hoverOfHeading(context, offset)
  );
}

function hoverOfPhase(postmortem: Postmortem, offset: number): Hover | undefined {
  const marks = (entryAt(postmortem.timelines, offset)?.entry.phases ?? []).filter(({ span }) => isAt(span, offset));
  const [first] = marks;
  return first && { span: first.span, texts: marks.map((mark) => textOfPhase(postmortem, mark)) };
}

function textOfPhase(postmortem: Postmortem, { phase, from, span }: PhaseMark): HoverText {
  const { name, definition, metrics } = phaseWords[phase];
  const words = postmortem.source.slice(span).replace(/\s+/g, ' ');
  const inferred = `Inferred from the words “${words}”. Write “[${phase}]” to mark it.`;
  return {
    title: name,
    rows: metrics.map((metric) => {
      const found = postmortem.metrics[metric];
      const value = found ? metricInWords(postmortem, found) : 'the entries do not tell';
      return { label: metricWords[metric].name, value };
    }),
    notes: [definition, from === 'mark' ? 'Marked by the author.' : inferred],
    link: undefined,
  };
}

function hoverOfHeading({ postmortem, profile }: HoverContext, offset: number): Hover | undefined {
  const section = postmortem.sections.find(({ headingSpan }) => isAt(headingSpan, offset));
  const wanted = section && profile.sections.find((candidate) => answers(section, candidate));
  if (section === undefined || wanted === undefined) return undefined;
  const labels = wanted.labels.map(({ label, guidance }) => ({ label, value: guidance }));
  const demand = wanted.required ? 'Required by' : 'Has its place in';
  return {
    span: section.headingSpan,
    texts: [
      {
        title: headingTitle(section, wanted.heading),
        rows: labels,
        notes: [wanted.guidance, `${demand} the form “${profile.title}”.`].filter((note) => note !== ''),
        link: undefined,
      },
    ],
  };
}

function headingTitle({ heading }: Section, wanted: string): string {
  return heading.toLowerCase() === wanted.toLowerCase() ? wanted : `${heading} (${wanted})`;
}

/** The editor tells the message itself; so many are explained at most. */
const mostFindings = 3;

function findingsAt({ findings }: HoverContext, offset: number): readonly Finding[] {
  const codes = new Set<string>();
  const found: Finding[] = [];
  for (const finding of findings) {
    if (finding.span.start > offset || found.length === mostFindings) break;
    if (!isAt(finding.span, offset) || codes.has(finding.code)) continue;
    codes.add(finding.code);
    found.push(finding);
  }
  return found;
}

function textOfFinding(context: HoverContext, { code }: Finding): HoverText {
  const rule = [...allRules, ...ownFindings].find((candidate) => candidate.code === code);
  return {
    title: code,
    rows: [],
    notes: rule === undefined ? [] : [rule.why],
    link: context.pageOf(code),
  };
}
