import type { Metric, MetricEnd, Metrics } from '../postmortem/metrics.ts';
import type { Postmortem } from '../postmortem/postmortem.ts';
import type { Phase } from '../postmortem/timeline.ts';
import { shortLength } from '../rules/duration/length-of-time.ts';
import { formatClock } from '../time/calendar.ts';
import { type Html, html } from './html.ts';
import { phaseNames } from './phase-names.ts';
import { type References, reference } from './place-reference.ts';

interface Definition {
  readonly name: string;
  readonly definition: string;
  /** The phases that it is taken from. */
  readonly phases: readonly Phase[];
}

const definitions: Readonly<Record<keyof Metrics, Definition>> = {
  detect: {
    name: 'To detect',
    definition: 'From the start of the impact to the moment somebody or something noticed it.',
    phases: ['start', 'detected'],
  },
  acknowledge: {
    name: 'To acknowledge',
    definition: 'From the detection to the moment somebody began to work on it.',
    phases: ['detected', 'acknowledged'],
  },
  mitigate: {
    name: 'To mitigate',
    definition: 'From the start of the impact to the moment it stopped or became bearable.',
    phases: ['start', 'mitigated'],
  },
  resolve: {
    name: 'To resolve',
    definition: 'From the start of the impact to the moment everything worked as before.',
    phases: ['start', 'resolved'],
  },
};

/** What to write where a phase is missing. */
const phaseWords: Readonly<Partial<Record<Phase, string>>> = {
  start: 'when it began',
  detected: 'when it was noticed',
  acknowledged: 'when somebody took it up',
  mitigated: 'when the impact stopped',
  resolved: 'when everything worked again',
};

const names: readonly (keyof Metrics)[] = ['detect', 'acknowledge', 'mitigate', 'resolve'];

/** How long the incident lasted and how fast it was answered; each says how it was taken, or what to add. */
export function factsStripHtml(postmortem: Postmortem, references: References): Html {
  return html`<div class="pm-facts"><ul class="pm-strip" aria-label="Durations">${durationCard(postmortem, references)}${names.map(
    (name) => metricCard(postmortem, definitions[name], postmortem.metrics[name], references),
  )}</ul></div>`;
}

function durationCard(postmortem: Postmortem, references: References): Html {
  const { duration, source, windows } = postmortem;
  const definition = 'How long the incident lasted by the author’s own words.';
  if (duration !== undefined) {
    const line = source.lineAt(duration.span.start);
    const how = html`${reference(`Line ${line + 1}`, line, references)}: “${source.slice(duration.span).replace(/\s+/g, ' ').trim()}”`;
    return card({ name: 'Duration', minutes: duration.duration.minutes, definition, how, inferred: false });
  }
  const window = windows.find(({ minutes }) => minutes !== undefined);
  if (window?.minutes !== undefined) {
    const line = source.lineAt(window.span.start);
    const how = html`Start and end in ${reference(`line ${line + 1}`, line, references)}`;
    return card({ name: 'Duration', minutes: window.minutes, definition, how, inferred: false });
  }
  return missing(
    'Duration',
    definition,
    html`Say how long it lasted: <span class="pm-sample">Duration: 1 h 20 min</span>`,
  );
}

function metricCard(
  postmortem: Postmortem,
  { name, definition, phases }: Definition,
  metric: Metric | undefined,
  references: References,
): Html {
  if (metric === undefined) return missing(name, definition, toAdd(postmortem, phases));
  const how = html`${endWords(postmortem, metric.from, references)} <span aria-hidden="true">→</span><span class="pm-hidden"> to </span> ${endWords(postmortem, metric.to, references)}`;
  return card({ name, minutes: metric.minutes, definition, how, inferred: metric.inferred });
}

/** The phases that no entry marks, or all of them where it is their order that makes no sense. */
function toAdd({ timelines }: Postmortem, phases: readonly Phase[]): Html {
  const told = new Set(
    timelines.flatMap(({ entries }) => entries.flatMap((entry) => entry.phases.map(({ phase }) => phase))),
  );
  const lacking = phases.filter((phase) => !told.has(phase));
  const wanted = lacking.length > 0 ? lacking : phases;
  return html`Add ${wanted.map(
    (phase, at) => html`${at > 0 && ' and '}${phaseWords[phase] ?? phase} <span class="pm-sample">[${phase}]</span>`,
  )}`;
}

/** `10:04`, with the phase and the words of the entry for those who ask. */
function endWords(postmortem: Postmortem, end: MetricEnd, references: References): Html {
  const name = phaseNames[end.phase].toLowerCase();
  const entry = postmortem.timelines[end.timeline]?.entries[end.entry];
  if (entry === undefined) return html`${name}`;
  const { clock } = entry.reading;
  const words =
    clock === undefined
      ? postmortem.source.slice(entry.reading.span).trim()
      : formatClock(clock.hour, clock.minute, clock.second || undefined);
  const marked = entry.phases.some(({ phase, from }) => phase === end.phase && from === 'mark');
  const doubt = end.assumed ? ' (assumed)' : marked ? '' : ' (inferred)';
  const told = `${phaseNames[end.phase]}${doubt}: ${shortened(entry.text)}`;
  return html`<span class="pm-end${doubt === '' ? '' : ' pm-end-doubt'}">${reference(words, entry.line, references, told)}<span class="pm-hidden"> ${name}${doubt}</span></span>`;
}

const longestText = 120;

function shortened(text: string): string {
  return text.length <= longestText ? text : `${text.slice(0, longestText - 1).trimEnd()}…`;
}

interface Card {
  readonly name: string;
  readonly minutes: number;
  readonly definition: string;
  readonly how: Html;
  readonly inferred: boolean;
}

function card({ name, minutes, definition, how, inferred }: Card): Html {
  return html`<li class="pm-card${inferred ? ' pm-card-inferred' : ''}" title="${definition}"><span class="pm-card-name">${name}</span><span class="pm-card-value">${lengthWithUnits(minutes)}</span><span class="pm-card-how">${how}</span>${inferred && html` <span class="pm-card-doubt" title="Not marked by the author: taken from the words of the entries">inferred</span>`}<span class="pm-hidden">${definition}</span></li>`;
}

/** The units are set smaller than their numbers. */
function lengthWithUnits(minutes: number): Html {
  const parts = shortLength(minutes).split(' ');
  return html`${parts.map((part, at) => (at % 2 === 0 ? html`${at > 0 && ' '}${part}` : html`<span class="pm-unit">\u00a0${part}</span>`))}`;
}

function missing(name: string, definition: string, add: Html): Html {
  return html`<li class="pm-card pm-card-missing" title="${definition}"><span class="pm-card-name">${name}</span><span class="pm-card-value"><span aria-hidden="true">–</span><span class="pm-hidden">not known</span></span><span class="pm-card-how">${add}</span></li>`;
}
