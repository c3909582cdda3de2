import type { Fact } from '../postmortem/fact.ts';
import type { Metric } from '../postmortem/metrics.ts';
import type { Postmortem } from '../postmortem/postmortem.ts';
import type { StatedDuration } from '../postmortem/stated-time.ts';
import { shortLength } from '../rules/duration/length-of-time.ts';
import { metricDefinitions } from '../rules/duration/metric-definitions.ts';
import { type Hover, isAt } from './hover-text.ts';
import { metricInWords } from './phase-words.ts';

/** What a length of time that the document states is held against. */
export function hoverOfNumber(postmortem: Postmortem, offset: number): Hover | undefined {
  const stated = statedDurationAt(postmortem, offset);
  if (stated === undefined) return undefined;
  const metric = metricOfDuration(postmortem, stated);
  const { duration, window, qualified } = stated;
  const most = duration.most === undefined ? '' : ` to ${shortLength(duration.most)}`;
  const rows = [{ label: 'Stated', value: `${shortLength(duration.minutes)}${most}` }];
  if (window?.minutes !== undefined) rows.push({ label: 'Stated from and to', value: shortLength(window.minutes) });
  rows.push({
    label: 'By the timeline',
    value: metric ? metricInWords(postmortem, metric) : 'the entries do not tell',
  });
  return {
    span: isAt(stated.span, offset) ? stated.span : (labelAt(postmortem, offset)?.labelSpan ?? stated.span),
    texts: [
      {
        title: titleOf(stated),
        rows,
        notes: qualified ? ['Counted in another way than by the clock, so the two are not compared.'] : [],
        link: undefined,
      },
    ],
  };
}

function titleOf({ kind }: StatedDuration): string {
  if (kind === 'duration') return 'Duration of the incident';
  const { words } = metricDefinitions[kind];
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The length of time that is written at an offset, or whose label is. */
export function statedDurationAt(postmortem: Postmortem, offset: number): StatedDuration | undefined {
  const direct = postmortem.durations.find(({ span }) => isAt(span, offset));
  if (direct !== undefined) return direct;
  const fact = labelAt(postmortem, offset);
  return fact && postmortem.durations.find((stated) => isValueOf(stated, fact));
}

function labelAt({ facts }: Postmortem, offset: number): Fact | undefined {
  return facts.find(({ labelSpan }) => labelSpan !== undefined && isAt(labelSpan, offset));
}

function isValueOf({ kind, span }: StatedDuration, fact: Fact): boolean {
  return kind === fact.kind && span.start >= fact.valueSpan.start && span.end <= fact.valueSpan.end;
}

/** The metric that a stated length of time speaks of; `undefined` where the entries do not tell it. */
export function metricOfDuration({ metrics }: Postmortem, { kind }: StatedDuration): Metric | undefined {
  return kind === 'duration' ? (metrics.resolve ?? metrics.mitigate) : metrics[metricDefinitions[kind].metric];
}
