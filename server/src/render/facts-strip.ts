import type { Metric, MetricEnd, Metrics } from '../postmortem/metrics.ts';
import type { Postmortem } from '../postmortem/postmortem.ts';
import { shortLength } from '../rules/duration/length-of-time.ts';
import { formatClock } from '../time/calendar.ts';
import { type Html, html } from './html.ts';
import { phaseNames } from './phase-names.ts';
import { type References, reference } from './place-reference.ts';

interface Definition {
  readonly name: string;
  readonly definition: string;
  /** What to write where it is missing. */
  readonly add: string;
}

const definitions: Readonly<Record<keyof Metrics, Definition>> = {
  detect: {
    name: 'To detect',
    definition: 'From the start of the impact to the moment somebody or something noticed it.',
    add: 'Mark the entries that tell when it began and when it was noticed: [start], [detected].',
  },
  acknowledge: {
    name: 'To acknowledge',
    definition: 'From the detection to the moment somebody began to work on it.',
    add: 'Add when somebody took it up, and mark the entry: [acknowledged].',
  },
  mitigate: {
    name: 'To mitigate',
    definition: 'From the start of the impact to the moment it stopped or became bearable.',
    add: 'Add when the impact stopped, and mark the entry: [mitigated].',
  },
  resolve: {
    name: 'To resolve',
    definition: 'From the start of the impact to the moment everything worked as before.',
    add: 'Add when everything worked as before, and mark the entry: [resolved].',
  },
};

const names: readonly (keyof Metrics)[] = ['detect', 'acknowledge', 'mitigate', 'resolve'];

/** How long the incident lasted and how fast it was answered; each says how it was taken, or what to add. */
export function factsStripHtml(postmortem: Postmortem, references: References): Html {
  return html`<ul class="pm-strip" aria-label="Durations">${durationCard(postmortem, references)}${names.map((name) =>
    metricCard(postmortem, definitions[name], postmortem.metrics[name], references),
  )}</ul>`;
}

function durationCard(postmortem: Postmortem, references: References): Html {
  const { duration, source, windows } = postmortem;
  const definition = 'How long the incident lasted by the author’s own words.';
  if (duration !== undefined) {
    const line = source.lineAt(duration.span.start);
    const how = html`${reference(`Line ${line + 1}`, line, references)}: “${source.slice(duration.span).replace(/\s+/g, ' ').trim()}”`;
    return card({ name: 'Duration', value: shortLength(duration.duration.minutes), definition, how, inferred: false });
  }
  const window = windows.find(({ minutes }) => minutes !== undefined);
  if (window?.minutes !== undefined) {
    const line = source.lineAt(window.span.start);
    const how = html`From the start and end stated in ${reference(`line ${line + 1}`, line, references)}`;
    return card({ name: 'Duration', value: shortLength(window.minutes), definition, how, inferred: false });
  }
  return missing('Duration', definition, 'Say how long it lasted: “Duration: 1 h 20 min”.');
}

function metricCard(
  postmortem: Postmortem,
  { name, definition, add }: Definition,
  metric: Metric | undefined,
  references: References,
): Html {
  if (metric === undefined) return missing(name, definition, add);
  const how = html`${endWords(postmortem, metric.from, references)} <span aria-hidden="true">→</span><span class="pm-hidden"> to </span> ${endWords(postmortem, metric.to, references)}`;
  return card({ name, value: shortLength(metric.minutes), definition, how, inferred: metric.inferred });
}

function endWords(postmortem: Postmortem, end: MetricEnd, references: References): Html {
  const entry = postmortem.timelines[end.timeline]?.entries[end.entry];
  if (entry === undefined) return html`${phaseNames[end.phase].toLowerCase()}`;
  const { clock } = entry.reading;
  const words =
    clock === undefined
      ? postmortem.source.slice(entry.reading.span).trim()
      : formatClock(clock.hour, clock.minute, clock.second);
  const marked = entry.phases.some(({ phase, from }) => phase === end.phase && from === 'mark');
  const doubt = end.assumed ? ' (assumed)' : marked ? '' : ' (inferred)';
  return html`${reference(words, entry.line, references)} ${phaseNames[end.phase].toLowerCase()}${doubt}`;
}

interface Card {
  readonly name: string;
  readonly value: string;
  readonly definition: string;
  readonly how: Html;
  readonly inferred: boolean;
}

function card({ name, value, definition, how, inferred }: Card): Html {
  return html`<li class="pm-card${inferred ? ' pm-card-inferred' : ''}" title="${definition}"><span class="pm-card-name">${name}</span><span class="pm-card-value">${value}${inferred && html` <span class="pm-card-doubt" title="Not marked by the author: taken from the words of the entries">inferred</span>`}</span><span class="pm-card-how">${how}</span><span class="pm-hidden">${definition}</span></li>`;
}

function missing(name: string, definition: string, add: string): Html {
  return html`<li class="pm-card pm-card-missing" title="${definition}"><span class="pm-card-name">${name}</span><span class="pm-card-value"><span aria-hidden="true">–</span><span class="pm-hidden">not known</span></span><span class="pm-card-how">${add}</span></li>`;
}
