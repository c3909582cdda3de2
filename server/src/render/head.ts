import type { FactKind } from '../postmortem/fact.ts';
import type { Postmortem } from '../postmortem/postmortem.ts';
import { formatDay } from '../time/calendar.ts';
import { type Html, html } from './html.ts';
import { type References, reference } from './place-reference.ts';

interface ShownFact {
  readonly kind: FactKind;
  readonly label: string;
  /** What to write where it is missing; left out for what a postmortem can do without. */
  readonly sample?: string;
}

const shown: readonly ShownFact[] = [
  { kind: 'severity', label: 'Severity', sample: '**Severity:** SEV-2' },
  { kind: 'status', label: 'Status', sample: '**Status:** Draft' },
  { kind: 'service', label: 'Service' },
  { kind: 'owner', label: 'Owner' },
  { kind: 'incident-id', label: 'Incident' },
];

/** The title of the postmortem with its date, severity and status. */
export function headHtml(postmortem: Postmortem, references: References): Html {
  const { title, source } = postmortem;
  const line = title === undefined ? 0 : source.lineAt(title.span.start);
  const words = title?.text || 'Untitled postmortem';
  return html`<h1 class="pm-title" dir="auto">${title === undefined ? words : reference(words, line, references)}</h1><dl class="pm-meta">${[
    dateOf(postmortem, references),
    ...shown.map((fact) => factOf(postmortem, fact, references)),
  ]}</dl>`;
}

function dateOf({ incidentDate, source }: Postmortem, references: References): Html | undefined {
  if (incidentDate === undefined) return missing('Date', '**Date:** 2024-05-14');
  const { value, span } = incidentDate;
  const day = formatDay(value);
  return html`<div class="pm-fact pm-fact-date"><dt>Date</dt><dd>${span === undefined ? day : reference(day, source.lineAt(span.start), references)}</dd></div>`;
}

const longestValue = 60;

function factOf(
  { facts, source }: Postmortem,
  { kind, label, sample }: ShownFact,
  references: References,
): Html | undefined {
  const fact = facts.find((candidate) => candidate.kind === kind && candidate.value.trim() !== '');
  if (fact === undefined) return sample === undefined ? undefined : missing(label, sample);
  const value = fact.value.replace(/\s+/g, ' ').trim();
  const words = value.length > longestValue ? `${value.slice(0, longestValue - 1)}…` : value;
  return html`<div class="pm-fact pm-fact-${kind}"><dt>${label}</dt><dd dir="auto">${reference(words, source.lineAt(fact.valueSpan.start), references)}</dd></div>`;
}

function missing(label: string, sample: string): Html {
  return html`<div class="pm-fact pm-fact-missing" title="Add a line: ${sample}"><dt>${label}</dt><dd>not stated<span class="pm-hidden">; add a line: ${sample}</span></dd></div>`;
}
