import type { FactKind } from '../postmortem/fact.ts';
import type { Postmortem } from '../postmortem/postmortem.ts';
import { formatDay } from '../time/calendar.ts';
import { type Html, html } from './html.ts';
import { type References, reference } from './place-reference.ts';

const shown: readonly { readonly kind: FactKind; readonly label: string }[] = [
  { kind: 'severity', label: 'Severity' },
  { kind: 'status', label: 'Status' },
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
    ...shown.map(({ kind, label }) => factOf(postmortem, kind, label, references)),
  ]}</dl>`;
}

function dateOf({ incidentDate, source }: Postmortem, references: References): Html | undefined {
  if (incidentDate === undefined) return undefined;
  const { value, span } = incidentDate;
  const day = formatDay(value);
  return html`<div class="pm-fact pm-fact-date"><dt>Date</dt><dd>${span === undefined ? day : reference(day, source.lineAt(span.start), references)}</dd></div>`;
}

const longestValue = 60;

function factOf(
  { facts, source }: Postmortem,
  kind: FactKind,
  label: string,
  references: References,
): Html | undefined {
  const fact = facts.find((candidate) => candidate.kind === kind && candidate.value.trim() !== '');
  if (fact === undefined) return undefined;
  const value = fact.value.replace(/\s+/g, ' ').trim();
  const words = value.length > longestValue ? `${value.slice(0, longestValue - 1)}…` : value;
  return html`<div class="pm-fact pm-fact-${kind}"><dt>${label}</dt><dd dir="auto">${reference(words, source.lineAt(fact.valueSpan.start), references)}</dd></div>`;
}
