import type { Fact } from '../../postmortem/fact.ts';
import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { Span } from '../../text/span.ts';
import { withFacts, withSections } from '../example.ts';
import type { RelatedPlace, RuleFinding } from '../finding.ts';
import { defineRule, type RuleContext } from '../rule.ts';
import { emptySection } from '../structure/empty-section.ts';
import { openPlaces } from '../text/open-places.ts';

const final = 'Date: 2024-03-12\nAuthors: Ada Berg\nSeverity: SEV-2\nStatus: ';
const review = '- [x] Read by the gateway team\n- [ ] Approved by the service owner';

export const statusContradiction = defineRule({
  code: 'facts/status-contradiction',
  title: 'Called final while something is open',
  severity: 'error',
  what: 'A status that says final, complete or closed while placeholders, empty sections or unticked review boxes remain, or that says the actions are complete while some are open.',
  why: 'Nobody looks at a finished document again, so what is open in it stays open.',
  how: 'Finish what is open, or set the status back.',
  examples: {
    bad: withSections({ Review: '- [ ] Approved by the service owner' }, { status: 'final' }),
    badAlsoFinds: ['text/placeholder', 'structure/empty-section'],
    good: withSections({ Review: '- [x] Approved by the service owner' }, { status: 'final' }),
    nearMisses: [
      withFacts(`${final}final`),
      withSections({ Review: review }, { status: 'draft' }),
      withFacts(`${final}Resolved`),
    ],
    alsoBad: [
      withSections({ Resolution: 'A certificate was issued by hand for TBD gateways.' }, { status: 'final' }),
      withFacts(`${final}Action items complete`),
    ],
  },
  find: contradictions,
});

const mostRelated = 10;

function* contradictions(context: RuleContext): Iterable<RuleFinding> {
  const { postmortem, status } = context;
  const fact = postmortem.facts.find(({ kind }) => kind === 'status');
  if (status !== 'final' || !fact) return;
  const open = openPlaces(postmortem).map(({ span }): RelatedPlace => ({ span, message: 'Still to be filled in' }));
  const empty = [...emptySection.find({ ...context, options: {} })].map(
    ({ span }): RelatedPlace => ({ span, message: 'Empty' }),
  );
  const boxes = reviewBoxes(postmortem).map((span): RelatedPlace => ({ span, message: 'Not ticked' }));
  const actions = speaksOfActions(fact) ? openActions(postmortem) : [];
  const places = [...open, ...empty, ...boxes, ...actions].sort((a, b) => a.span.start - b.span.start);
  if (places.length === 0) return;
  const counted = [
    count(open.length, 'placeholder', 'placeholders'),
    count(empty.length, 'empty section', 'empty sections'),
    count(boxes.length, 'unticked review box', 'unticked review boxes'),
    count(actions.length, 'open action item', 'open action items'),
  ].filter((words) => words !== '');
  const first = places[0] ? postmortem.source.lineAt(places[0].span.start) + 1 : 0;
  yield {
    span: fact.valueSpan,
    message: `The status is “${fact.value}”, but ${list(counted)} ${places.length === 1 ? 'remains' : 'remain'} (${places.length > 1 ? 'first ' : ''}on line ${first}). Finish or set the status back.`,
    related: places.slice(0, mostRelated),
  };
}

function count(number: number, one: string, many: string): string {
  return number === 0 ? '' : `${number} ${number === 1 ? one : many}`;
}

function list(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}

const reviewHeading = /\b(?:review(?:ers?)?|sign[- ]?offs?|approvals?|checklist|publication|publishing)\b/i;
const reviewItem = /\b(?:reviewed|review|approved|approval|signed off|sign-off|published|publish)\b/i;

/** Unticked boxes under a heading about the review, or that speak of the review of the document. */
function reviewBoxes({ blocks, sections, source, actionLists }: Postmortem): readonly Span[] {
  const spans: Span[] = [];
  for (const block of blocks) {
    const { item } = block;
    if (block.kind !== 'paragraph' || item?.checked !== false || block.span.start > item.span.start + 12) continue;
    const heading = sections.findLast(({ span }) => span.start <= block.span.start && block.span.end <= span.end);
    const isAction = actionLists.some(({ items }) => items.some(({ line }) => line === source.lineAt(item.span.start)));
    const inReview = heading !== undefined && heading.kind !== 'actions' && reviewHeading.test(heading.heading);
    if (inReview || (!isAction && reviewItem.test(source.slice(block.span)))) spans.push(block.span);
  }
  return spans;
}

function speaksOfActions({ value }: Fact): boolean {
  return /\b(?:actions?|action items?|tasks|follow-?ups?|todos)\b|アクション|行动项/i.test(value);
}

/** Items that something says are open; without a state an item may well be done. */
function openActions({ actionLists }: Postmortem): readonly RelatedPlace[] {
  return actionLists.flatMap(({ items }) =>
    items.flatMap((item) =>
      item.done || !isOpen(item.state?.value) ? [] : [{ span: item.textSpan, message: 'Open' }],
    ),
  );
}

function isOpen(state: string | undefined): boolean {
  return (
    state !== undefined &&
    !/\b(?:done|complete|completed|closed|resolved|cancelled|canceled|rejected|won['’]?t)\b|完了|完成/i.test(state)
  );
}
