import { shiftSpan } from '../text/span.ts';
import { type DurationText, readDurations } from '../time/duration-text.ts';
import type { FactKind } from './fact.ts';
import { sentenceAt } from './sentences.ts';
import type { StatedRun } from './stated-runs.ts';
import type { StatedDuration, StatedWindow } from './stated-time.ts';
import { incidentWords, otherCounting } from './vocabulary/incident-words.ts';

type DurationKind = StatedDuration['kind'];

/** The lengths of time that a run states of the incident. */
export function durationsOfRun(run: StatedRun, windows: readonly StatedWindow[]): readonly StatedDuration[] {
  const kind = kindOfLength(run.kind);
  if (!run.length && kind === undefined) return [];
  const found = kind === undefined ? lengthsInProse(run) : lengthBehindLabel(run);
  return found.map((duration) => {
    const { start, end } = sentenceAt(run.sentences, duration.span.start);
    const around = run.words
      .slice(kind === undefined ? start : 0, kind === undefined ? end : run.words.length)
      .toLowerCase();
    return {
      kind: kind ?? 'duration',
      duration: { ...duration, span: shiftSpan(duration.span, run.start) },
      span: shiftSpan(duration.span, run.start),
      origin: run.origin,
      window: windows.find(({ span }) => span.start < run.start + end && run.start + start < span.end),
      section: run.section,
      qualified: otherCounting.some((word) => around.includes(word)),
    };
  });
}

function kindOfLength(kind: FactKind | undefined): DurationKind | undefined {
  switch (kind) {
    case 'duration':
    case 'time-to-detect':
    case 'time-to-acknowledge':
    case 'time-to-mitigate':
    case 'time-to-repair':
    case 'time-to-recover':
    case 'time-to-resolve':
      return kind;
    default:
      return undefined;
  }
}

/** The first length behind the label; `1:48` is one where no times of day stand beside it. */
function lengthBehindLabel({ words, moments }: StatedRun): readonly DurationText[] {
  const times = moments.filter(({ time }) => time !== undefined);
  const clocks = times.length > 1 || times.some(({ end, zone, date, time }) => end ?? zone ?? date ?? time?.meridiem);
  const [first] = readDurations(words, { labelled: !clocks }).filter(
    ({ span }) => !times.some((moment) => moment.span.start <= span.start && span.start < moment.span.end && clocks),
  );
  return first === undefined ? [] : [first];
}

function lengthsInProse(run: StatedRun): readonly DurationText[] {
  return readDurations(run.words).filter((duration) => isLengthOfIncident(run, duration));
}

const qualifiers =
  /(?:\b(?:approx(?:imately)?\.?|about|around|roughly|nearly|almost|over|under|just|more than|less than|at least|up to|a total of|a period of|total|some|un per[ií]odo de|um período de|une période de|einen zeitraum von|an? (?:additional|estimated)|another|aproximadamente|unas?|cerca de|alrededor de|environ|près de|plus de|más de|mais de|etwa|ungefähr|rund|fast|knapp)(?=\s)|[~≈(*_\s约約])+$/iu;
const strongLead =
  /(?:\b(?:last(?:ed|ing|s)?(?: for)?|persist(?:ed|ing|s)?(?: for)?|continued(?: for)?|went on for|spann(?:ed|ing)|duration(?: of \p{L}+(?: \p{L}+)?)? (?:of|was|is|:)|dur(?:ó|ou|a|é|ait)|dauert?e|für die dauer von)|历时|持续了?|持續了?|中断了?|停止)\s*$/iu;
const weakLead =
  /(?:\b(?:for|during|over|por|durante|pendant|für)|(?:outage|downtime|disruption|interruption|unavailability|degradation)s? of)\s*$/iu;
const nounBehind =
  /^[\s-]*(?:long[\s-]+)?(?:of\s+)?(?:(?:complete|total|partial|full|service|system|production|global|major|minor|site|website|api|database|active|user|customer)\s+){0,3}(?:outage|downtime|disruption|interruption|incident|unavailability|degradation|impact|service loss)\b/i;
const signBehind =
  /^(?:間)?(?:に?わた|継続|続|の(?:停止|障害|中断|ダウン|影響)|停止|中断|ダウン|不可用|的(?:故障|中断|停机|不可用))/;
const otherLength =
  /\b(?:every|each|undetected|unnoticed|within|next|last|past|previous|first|final|timeout|time-out|retention|retained|cached?|cache|ttl|interval|polling|poll|retry|retries|wait(?:ed|ing|s)?|delayed? deploy|notice|detected (?:in|within|after)|expires?|valid|grace|rolling|window of)\b[^.;,]{0,24}$/i;

/** How far before a length of time the words may stand that it measures. */
const CLOSE_WORDS = 120;

function isLengthOfIncident(run: StatedRun, { span, minutes }: DurationText): boolean {
  const { start, end } = sentenceAt(run.sentences, span.start);
  const before = run.words.slice(start, span.start);
  const lead = before.slice(-80).replace(qualifiers, ' ');
  if (otherLength.test(lead)) return false;
  if (strongLead.test(lead)) return true;
  const behind = run.words.slice(span.end, Math.min(end, span.end + 60));
  if (nounBehind.test(behind) || signBehind.test(behind)) return true;
  return minutes >= 1 && weakLead.test(lead) && tellsOfIncident(before.slice(-CLOSE_WORDS));
}

function tellsOfIncident(words: string): boolean {
  const lower = words.toLowerCase();
  return incidentWords.some((word) => lower.includes(word));
}

/** A total states the duration; where none does, the time to resolve, recover or repair counts, in this order. */
const order: readonly DurationKind[] = ['duration', 'time-to-resolve', 'time-to-recover', 'time-to-repair'];

/** The duration that counts as the stated one: behind a label before prose, the first of its kind. */
export function countingDuration(durations: readonly StatedDuration[]): StatedDuration | undefined {
  for (const kind of order) {
    const ofKind = durations.filter((duration) => duration.kind === kind);
    const found = ofKind.find(({ origin }) => origin !== 'prose') ?? ofKind[0];
    if (found !== undefined) return found;
  }
  return undefined;
}
