import type { SectionKind } from '../../postmortem/section.ts';
import { inSection } from '../example.ts';
import type { RuleFinding } from '../finding.ts';
import { isUnder, passagesOf, sentencesOf } from '../passages.ts';
import { defineRule, type RuleContext } from '../rule.ts';
import { isQuantified } from './quantified.ts';
import { countables, vagueQuantities } from './whole-words.ts';

export const vagueQuantity = defineRule({
  code: 'impact/vague-quantity',
  title: 'A quantity that says nothing',
  severity: 'info',
  what: '“Some users”, “a number of requests”, “significant” and the like in the impact, in a sentence without a number.',
  why: '“Some users” may be five or half a million.',
  how: 'Give the number or the share, an order of magnitude at least, or write that it is not known.',
  examples: {
    bad: inSection('Impact', '18 % of the orders failed. Some customers saw an error page.'),
    good: inSection('Impact', '18 % of the orders failed. 240 customers saw an error page.'),
    nearMisses: [
      inSection('Impact', 'Some customers, about 240, saw an error page.'),
      inSection('Lessons learned', 'Some customers told us before our alert did.'),
      inSection('Impact', '240 customers saw an error page. For some time orders were slow.'),
    ],
  },
  find: vague,
});

const impactOnly: ReadonlySet<SectionKind> = new Set(['impact']);
const vagueWords = new RegExp(
  `\\b(?:${[...vagueQuantities].sort((a, b) => b.length - a.length).join('|')})\\s+(?:of\\s+)?(?:our\\s+|the\\s+)?(?:(?!time\\b)[\\p{L}-]{2,20}\\s+)?(?:${countables.join('|')})\\b|\\bsignificant (?:impact|disruption|losses|number)\\b`,
  'iu',
);

function* vague({ postmortem }: RuleContext): Iterable<RuleFinding> {
  const { source } = postmortem;
  for (const { span, section } of passagesOf(postmortem)) {
    if (!isUnder(postmortem, section, impactOnly)) continue;
    for (const sentence of sentencesOf(source.text, span)) {
      const words = source.slice(sentence);
      const found = vagueWords.exec(words);
      if (!found || isQuantified(words)) continue;
      const start = sentence.start + found.index;
      yield {
        span: { start, end: start + found[0].length },
        message: `“${found[0].replace(/\s+/g, ' ')}” does not say how many. Give a number or a share, or say that it is not known.`,
      };
    }
  }
}
