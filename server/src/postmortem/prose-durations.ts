import { type DurationText, readDurations } from '../time/duration-text.ts';
import { sentenceAt } from './sentences.ts';
import type { StatedRun } from './stated-runs.ts';
import type { StatedDuration } from './stated-time.ts';
import { incidentWords } from './vocabulary/incident-words.ts';

/** A length of time with what it measures. */
export interface ToldLength {
  readonly kind: StatedDuration['kind'];
  readonly length: DurationText;
}

/** The lengths of time in a sentence that are the incident's: "lasted 2 hours", "a 45-minute outage", "took 3 hours to resolve". */
export function lengthsInProse(run: StatedRun): readonly ToldLength[] {
  const found: ToldLength[] = [];
  for (const length of readDurations(run.words)) {
    const kind = kindInProse(run, length);
    if (kind !== undefined) found.push({ kind, length });
  }
  return found;
}

/** Words that say how exact a length is, which may stand between it and its verb. */
const qualifiers =
  /(?:\b(?:approx(?:imately)?\.?|about|around|roughly|nearly|almost|over|under|just|more than|less than|at least|up to|a total of|a period of|total|some|un per[ií]odo de|um período de|une période de|einen zeitraum von|an? (?:additional|estimated)|another|aproximadamente|unas?|cerca de|alrededor de|environ|près de|plus de|más de|mais de|etwa|ungefähr|rund|fast|knapp)(?=\s)|[~≈(*_\s约約])+$/iu;
const lasted =
  /(?:\b(?:last(?:ed|ing|s)?(?: for)?|persist(?:ed|ing|s)?(?: for)?|continued(?: for)?|went on for|spann(?:ed|ing)|duration(?: of \p{L}+(?: \p{L}+)?)? (?:of|was|is|:)|dur(?:ó|ou|a|é|ait)|dauert?e|für die dauer von)|历时|持续了?|持續了?|中断了?|停止)\s*$/iu;
const during =
  /(?:\b(?:for|during|over|por|durante|pendant|für)|(?:outage|downtime|disruption|interruption|unavailability|degradation)s? of)\s*$/iu;
/** "No data for 5 hours" */
const nothingFor =
  /^[\s*_]*(?:there (?:was|were) )?no (?!one\b|impact|effect|change|downtime|outage)[\p{L}-]+(?: [\p{L}-]+){0,3} (?:for|during)\s*$/iu;
const nounBehind =
  /^[\s-]*(?:long[\s-]+)?(?:of\s+)?(?:(?:complete|total|partial|full|service|system|production|global|major|minor|site|website|api|database|active|user|customer)\s+){0,3}(?:outage|downtime|disruption|interruption|incident|unavailability|degradation|impact|service loss)\b/i;
const signBehind =
  /^(?:間)?(?:に?わた|継続|続|の(?:停止|障害|中断|ダウン|影響)|停止|中断|ダウン|不可用|的(?:故障|中断|停机|不可用))/;
const otherLength =
  /\b(?:every|each|undetected|unnoticed|within|next|last|past|previous|first|final|timeout|time-out|retention|retained|cached?|cache|ttl|interval|polling|poll|retry|retries|wait(?:ed|ing|s)?|notice|detected (?:in|after)|expires?|valid|grace|rolling|window of)\b[^.;,]{0,24}$/i;

/** "Resolved in 45 minutes", but not "restored in 10 minutes from the alert". */
const doneIn = /\b(resolved|restored|recovered)(?: \p{L}+){0,2} in\s*$/iu;
const countedFrom = /^\s*(?:of|from|after|once|since|intervals?|steps?|batches|chunks|time)\b/i;
const took = /\b(?:took|taking|needed|required)(?: (?:us|the team|our team|engineers|them))?\s*$/i;
const toDo =
  /^\s+(?:for (?:us|the team|our team|engineers|them) )?to (?:fully |completely )?(resolve|fix|restore|recover|mitigate|repair)\b/i;
const kindsOfDoing: ReadonlyMap<string, ToldLength['kind']> = new Map([
  ['resolve', 'time-to-resolve'],
  ['fix', 'time-to-repair'],
  ['repair', 'time-to-repair'],
  ['restore', 'time-to-recover'],
  ['recover', 'time-to-recover'],
  ['mitigate', 'time-to-mitigate'],
  ['resolved', 'time-to-resolve'],
  ['restored', 'time-to-recover'],
  ['recovered', 'time-to-recover'],
]);

/** How far from a length of time the words may stand that it measures. */
const CLOSE_WORDS = 120;
/** "For an hour checkout was broken": before it there is nothing to look at. */
const SENTENCE_OPENING = 30;

function kindInProse(run: StatedRun, { span, minutes }: DurationText): ToldLength['kind'] | undefined {
  const { start, end } = sentenceAt(run.sentences, span.start);
  const before = run.words.slice(start, span.start);
  const behind = run.words.slice(span.end, Math.min(end, span.end + CLOSE_WORDS));
  const lead = before.slice(-80).replace(qualifiers, ' ');
  if (otherLength.test(lead)) return undefined;
  if (lasted.test(lead) || nounBehind.test(behind) || signBehind.test(behind)) return 'duration';
  const done = took.test(lead) ? toDo.exec(behind)?.[1]?.toLowerCase() : undefined;
  if (done !== undefined) return kindsOfDoing.get(done);
  const ended = countedFrom.test(behind) ? undefined : doneIn.exec(lead)?.[1]?.toLowerCase();
  if (ended !== undefined) return kindsOfDoing.get(ended);
  if (minutes < 1 || !during.test(lead)) return undefined;
  if (nothingFor.test(before)) return 'duration';
  const told = before.trimStart().length < SENTENCE_OPENING ? before + behind : before.slice(-CLOSE_WORDS);
  return tellsOfIncident(told) ? 'duration' : undefined;
}

function tellsOfIncident(words: string): boolean {
  const lower = words.toLowerCase();
  return incidentWords.some((word) => lower.includes(word));
}
