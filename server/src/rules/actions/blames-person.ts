import { inSection } from '../example.ts';
import type { RuleFinding } from '../finding.ts';
import { defineRule, type RuleContext } from '../rule.ts';
import { behaviours, singleRoles, stops } from './behaviour-words.ts';

export const blamesPerson = defineRule({
  code: 'actions/blames-person',
  title: 'An action item that blames a person',
  severity: 'warning',
  what: 'An action item that asks one person to behave: “Dana needs to be more careful”, “the on-call engineer must pay attention”. An item that gives a person a piece of work is left alone.',
  why: 'It punishes the one who was there and repairs nothing; the next person in their place does the same. People who read their name there tell less the next time.',
  how: 'Ask what would have stopped anybody from doing it, and make that the item.',
  examples: {
    bad: inSection(
      'Action items',
      `- [ ] Dana needs to be more careful with the inventory. Owner: Ada Berg.
- [ ] Run the renewal job on the scheduler cluster. Owner: Tom Reed.`,
    ),
    good: inSection(
      'Action items',
      `- [ ] Ask for a second approval before a host leaves the inventory. Owner: Ada Berg.
- [ ] Run the renewal job on the scheduler cluster. Owner: Tom Reed.`,
    ),
    nearMisses: [
      inSection('Action items', '- [ ] Dana needs to renew the last certificate by hand. Owner: Dana.'),
      inSection('Action items', '- [ ] Gatekeeper needs to stop admitting unsigned images. Owner: Ada Berg.'),
      inSection(
        'Action items',
        '- [ ] The renewal job must check the expiry date of every certificate. Owner: Ada Berg.',
      ),
    ],
    alsoBad: [
      inSection('Action items', '- [ ] The on-call engineer must pay more attention to alerts. Owner: Ada Berg.'),
      inSection('Action items', '- [ ] @dana should learn to follow the runbook. Owner: Ada Berg.'),
    ],
  },
  find: blamedPersons,
});

const sure = `@[\\w.-]{2,38}|(?:the|our|an?)\\s(?:[\\p{L}-]{1,20}\\s)?(?:${singleRoles.join('|')})`;
const named = "\\p{Lu}[\\p{L}’'-]{1,20}(?:\\s\\p{Lu}[\\p{L}’'-]{1,20})?";
const must =
  '(?:really\\s|simply\\s|just\\s)?(?:(?:needs?|has|have|ought)\\sto|must|should|will)\\s(?:always\\s|really\\s)?';
const behaviour = behaviours.join('|');
const blame = new RegExp(
  `^(?:(${sure})\\s${must}(?:${behaviour}|${stops})|(${named})\\s${must}(?:${behaviour}))(?![\\p{L}-])`,
  'u',
);
const nobodyAlone =
  /^(?:We|You|They|It|This|That|Everyone|Everybody|All|Teams?|Engineers|Developers|Nobody|Someone|I|Engineering)\b/;

function* blamedPersons({ postmortem }: RuleContext): Iterable<RuleFinding> {
  const { text } = postmortem.source;
  for (const { items } of postmortem.actionLists) {
    for (const { textSpan } of items) {
      const written = text
        .slice(textSpan.start, Math.min(textSpan.end, textSpan.start + 160))
        .replace(/^(?:The|Our|An?)\s/, (word) => word.toLowerCase());
      const match = blame.exec(written);
      if (!match || nobodyAlone.test(written)) continue;
      const span = { start: textSpan.start, end: textSpan.start + match[0].length };
      yield {
        span,
        message: `This item asks “${text.slice(span.start, span.start + (match[1] ?? match[2] ?? '').length)}” to behave and repairs nothing. Write what would stop anybody from doing the same.`,
      };
    }
  }
}
