import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { SectionKind } from '../../postmortem/section.ts';
import type { Span } from '../../text/span.ts';
import { inSection } from '../example.ts';
import type { RuleFinding } from '../finding.ts';
import { isUnder, passagesOf } from '../passages.ts';
import { defineRule, type RuleContext } from '../rule.ts';
import { isQuantified } from './quantified.ts';

export const notQuantified = defineRule({
  code: 'impact/not-quantified',
  title: 'The impact has no number',
  severity: 'warning',
  what: 'An impact that says neither how many nor what share: no number, no percentage, no “all”, “none” or “unknown”.',
  why: 'Without a number nobody can tell a nuisance from a disaster, weigh the work that follows, or compare this incident with the next.',
  how: 'Give the users, requests, orders or minutes that were hit, or a share of them. If nobody measured it, write that it is unknown, and why.',
  examples: {
    bad: inSection('Impact', 'Customers saw HTTP 500 errors at checkout and may have had to order again.'),
    good: inSection('Impact', '18 % of the orders placed in that time failed; 240 customers saw an error page.'),
    nearMisses: [
      inSection('Impact', 'Nobody outside of the team noticed.'),
      inSection('Impact', 'Checkout was unavailable to all customers.'),
      inSection('Impact', 'It is unknown how many customers gave up.'),
      inSection('Impact', 'None.'),
    ],
  },
  find: impactWithoutNumber,
});

const impactOnly: ReadonlySet<SectionKind> = new Set(['impact']);
const emptyPhrases = /^\W*(?:tbd|tba|todo|to be (?:determined|done|added|filled in)|pending|\?+)\W*$/i;

function* impactWithoutNumber({ postmortem }: RuleContext): Iterable<RuleFinding> {
  const places = placesOf(postmortem);
  const texts = places.map((place) => postmortem.source.slice(place));
  if (texts.length === 0 || texts.every((text) => emptyPhrases.test(text) || !/\p{L}/u.test(text))) return;
  if (postmortem.facts.some((fact) => fact.kind === 'users-percent')) return;
  if (texts.some(isQuantified)) return;
  const [first] = places;
  if (!first) return;
  const section = postmortem.sections.find((it) => it.kinds.includes('impact') && !isEmptyOf(it.span, places));
  yield {
    span: section?.nameSpan ?? postmortem.source.lineSpan(postmortem.source.lineAt(first.start)),
    message:
      'The impact has no number. Say how many users, requests or orders, or what share of them, were affected; or that none were, or that it is unknown.',
  };
}

function isEmptyOf(section: Span, places: readonly Span[]): boolean {
  return !places.some((place) => place.start < section.end && section.start < place.end);
}

/** Everything the document says under a heading or behind a label of the impact. */
function placesOf(postmortem: Postmortem): readonly Span[] {
  const passages = passagesOf(postmortem).filter(({ section }) => isUnder(postmortem, section, impactOnly));
  const facts = postmortem.facts.filter(({ kind, origin }) => kind === 'impact' && origin !== 'front-matter');
  return [...passages.map(({ span }) => span), ...facts.map(({ valueSpan }) => valueSpan)];
}
