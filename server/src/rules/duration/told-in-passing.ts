import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { SectionKind } from '../../postmortem/section.ts';
import { readDurations } from '../../time/duration-text.ts';
import { readAnywhere } from '../../time/moment-text.ts';
import { isUnder, passagesOf, sentencesOf } from '../passages.ts';

/** Parts in which a length of time is one of a step, a task or a cause. */
const elsewhere: ReadonlySet<SectionKind> = new Set(['timeline', 'actions', 'lessons', 'cause', 'trigger', 'appendix']);

const aboutLength: ReadonlySet<SectionKind> = new Set(['duration']);

const aboutTheIncident =
  /\b(?:outages?|down|downtime|unavailab\w{0,8}|inaccessib\w{0,8}|incident|lasted|lasting|fixed|restored|resolved|recover\w{0,6}|mitigated|affected|impact\w{0,5}|limited to|disrupt\w{0,6}|degrad\w{0,6}|unknown length|over the course|unschedulable|before being|between)\b|障害|停止|中断|復旧|恢复|故障/i;

/** Whether some sentence gives a length or a range of time for the incident, in whatever words. */
export function tellsLengthInPassing(postmortem: Postmortem): boolean {
  const { source } = postmortem;
  return passagesOf(postmortem).some(
    ({ span, section }) =>
      !isUnder(postmortem, section, elsewhere) &&
      (isUnder(postmortem, section, aboutLength)
        ? hasLength(source.slice(span))
        : sentencesOf(source.text, span).some((sentence) => isTold(source.slice(sentence)))),
  );
}

function isTold(sentence: string): boolean {
  return /\d|\b(?:hour|minute|day|week)s?\b/i.test(sentence) && aboutTheIncident.test(sentence) && hasLength(sentence);
}

function hasLength(text: string): boolean {
  return (
    /unknown (?:length|duration)/i.test(text) ||
    readDurations(text).some(({ minutes }) => minutes >= 2) ||
    readAnywhere(text).some(({ time, end }) => time !== undefined && end?.time !== undefined)
  );
}

/** Whether a label's value says that nobody knows, or is a length in words. */
export function isLengthInWords(value: string): boolean {
  return (
    /\b(?:hours?|minutes?|days?|weeks?|months?|seconds?|ongoing|unknown|unclear|undetermined|none|n\/a)\b|不明|未知|なし/i.test(
      value,
    ) || /^\D{0,3}\d+$/.test(value)
  );
}
