import type { Finding } from '../review/finding.ts';
import { compatibleFixes } from '../review/fix-all.ts';
import type { Severity } from '../rules/finding.ts';
import { areaOf } from '../rules/rule.ts';
import type { Edit } from '../text/edit.ts';
import type { SourceText } from '../text/source-text.ts';
import { type Html, html } from './html.ts';
import { type References, reference } from './place-reference.ts';

/** A step towards a postmortem that can be published: some areas of rules under one name. */
interface Step {
  readonly name: string;
  readonly areas: readonly string[];
  /** What it means that nothing is found. */
  readonly done: string;
}

const steps: readonly Step[] = [
  { name: 'Structure', areas: ['structure'], done: 'All sections are there' },
  { name: 'Facts', areas: ['facts', 'duration'], done: 'The facts are told and agree' },
  { name: 'Timeline', areas: ['timeline'], done: 'The timeline holds together' },
  { name: 'Impact and cause', areas: ['impact', 'cause'], done: 'Impact and cause are told' },
  { name: 'Action items', areas: ['actions'], done: 'Every action item can be followed up' },
  {
    name: 'Wording',
    areas: ['language', 'text', 'privacy', 'review'],
    done: 'Nothing is left to be filled in or taken out',
  },
];

/** Edits of the fixes that the review offers, by the name that its buttons carry. */
export type FixEdits = ReadonlyMap<string, readonly Edit[]>;

const allFixes = 'all';

/** The fixes by name: `2.0` is the first fix of the third finding, `all` every safe one that can be applied together. */
export function fixEdits(findings: readonly Finding[]): FixEdits {
  const edits = new Map<string, readonly Edit[]>();
  findings.forEach((finding, index) => {
    finding.fixes.forEach((fix, at) => {
      if (fix.edits.length > 0) edits.set(fixName(index, at), fix.edits);
    });
  });
  const together = compatibleFixes(findings);
  if (together.length > 0) {
    edits.set(
      allFixes,
      together.flatMap(({ fix }) => fix.edits),
    );
  }
  return edits;
}

function fixName(finding: number, fix: number): string {
  return `${finding}.${fix}`;
}

/** What is still missing, grouped, with its fixes, and how far it is to the published postmortem. Hints do not stand in the way. */
export function reviewHtml(source: SourceText, findings: readonly Finding[], references: References): Html {
  const numbered = findings.map((finding, index) => ({ finding, index }));
  const groups = steps.map((step, at) => ({
    step,
    found: numbered.filter(({ finding }) => stepOf(finding) === at),
  }));
  const isDone = ({ found }: (typeof groups)[number]): boolean =>
    found.every(({ finding }) => finding.severity === 'hint' || finding.severity === 'info');
  const done = groups.filter(isDone).length;
  const together = references.kind === 'buttons' ? compatibleFixes(findings).length : 0;
  return html`<div class="pm-progress"><p id="pm-progress-words">${
    done === groups.length ? 'Ready to publish' : `${done} of ${groups.length} steps towards ready to publish`
  }</p><progress max="${groups.length}" value="${done}" aria-labelledby="pm-progress-words"></progress>${
    together > 1 &&
    html`<button type="button" class="pm-button" data-fix="${allFixes}">Apply ${together} safe fixes</button>`
  }</div><ul class="pm-steps">${groups.map((group) => groupHtml(group, isDone(group), source, references))}</ul>`;
}

/** Areas that no step names belong to the last one. */
function stepOf({ code }: Finding): number {
  const at = steps.findIndex(({ areas }) => areas.includes(areaOf(code)));
  return at < 0 ? steps.length - 1 : at;
}

interface Group {
  readonly step: Step;
  readonly found: readonly { readonly finding: Finding; readonly index: number }[];
}

const mostShown = 50;

function groupHtml({ step, found }: Group, isDone: boolean, source: SourceText, references: References): Html {
  const sign = html`<span class="pm-step-sign" aria-hidden="true">${isDone ? '✓' : '○'}</span>`;
  const state = html`<span class="pm-hidden">${isDone ? 'done' : 'to do'}: </span>`;
  if (found.length === 0) {
    return html`<li class="pm-step pm-step-done">${sign}${state}<span class="pm-step-name">${step.name}</span> <span class="pm-step-told">${step.done}</span></li>`;
  }
  const more = found.length - mostShown;
  return html`<li class="pm-step${isDone ? ' pm-step-done' : ''}"><details data-keep="step-${step.name}"${isDone ? undefined : html` open`}><summary>${sign}${state}<span class="pm-step-name">${step.name}</span> <span class="pm-badge-count">${found.length}</span></summary><ul class="pm-findings">${found
    .slice(0, mostShown)
    .map(({ finding, index }) => findingHtml(finding, index, source, references))}</ul>${
    more > 0 && html`<p class="pm-none">and ${more} more</p>`
  }</details></li>`;
}

/** Each has a shape of its own, so that it is told without its colour. */
const severities: Readonly<Record<Severity, { readonly name: string; readonly sign: string }>> = {
  error: { name: 'Error', sign: 'M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0 -13zM5.5 5.5l5 5M10.5 5.5l-5 5' },
  warning: { name: 'Warning', sign: 'M8 2l6.5 12h-13zM8 6.5v3.5M8 11.8v.4' },
  info: { name: 'Note', sign: 'M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0 -13zM8 7.5v4M8 4.6v.4' },
  hint: { name: 'Hint', sign: 'M8 5.5a2.5 2.5 0 1 0 0 5a2.5 2.5 0 1 0 0 -5z' },
};

function findingHtml(finding: Finding, index: number, source: SourceText, references: References): Html {
  const line = source.lineAt(finding.span.start);
  const fixes =
    references.kind !== 'buttons'
      ? []
      : finding.fixes.map((fix, at) =>
          fix.edits.length === 0
            ? undefined
            : html`<button type="button" class="pm-button" data-fix="${fixName(index, at)}">${fix.title}</button>`,
        );
  const { name, sign } = severities[finding.severity];
  return html`<li class="pm-finding pm-${finding.severity}"><span class="pm-severity" title="${name}"><svg viewBox="0 0 16 16" width="15" height="15" aria-hidden="true"><path d="${sign}"/></svg><span class="pm-hidden">${name}</span></span><div class="pm-finding-body"><span class="pm-message" dir="auto">${finding.message}</span> ${reference(`line ${line + 1}`, line, references)}${fixes.length > 0 && html`<div class="pm-fixes">${fixes}</div>`}</div></li>`;
}
