import type { SectionKind } from '../../postmortem/section.ts';
import { inSection } from '../example.ts';
import type { RuleFinding } from '../finding.ts';
import { isUnder, passagesOf } from '../passages.ts';
import { defineRule, type RuleContext } from '../rule.ts';
import { visibleText } from '../visible-text.ts';
import { between, duties, irregular, missedChances } from './hindsight-words.ts';

export const hindsight = defineRule({
  code: 'language/hindsight',
  title: 'Judged in hindsight',
  severity: 'hint',
  what: '“We should have tested it”, “this could have been caught in review”: what people did not do, told from what is known today. Headings, questions, quotes and action items are left alone, and so is what a program “should have” done.',
  why: 'It describes an incident that did not happen. Why the thing that was done made sense at the time stays unsaid, and so does what would have helped.',
  how: 'Say what was known and what was missing: “The review showed no difference, because the generated file is hidden in it”. What is to change belongs in the action items.',
  examples: {
    bad: inSection(
      'Root cause',
      'The clean-up removed the host with the renewal job. This should have been caught in review.',
    ),
    good: inSection(
      'Root cause',
      'The clean-up removed the host with the renewal job. The review showed only the names of the hosts and not what ran on them.',
    ),
    nearMisses: [
      inSection('Lessons learned', 'We should have alerting on expiry dates.'),
      inSection('Lessons learned', 'Could we have noticed it earlier?'),
      inSection('Impact', '240 customers saw an error page. 12 % of the orders could have been lost for good.'),
      inSection('Root cause', 'By its plan the job should have run at 02:00; the scheduler had lost it.'),
    ],
    alsoBad: [
      inSection('Lessons learned', 'We should have checked the expiry date before the host was removed.'),
      inSection('Lessons learned', 'It could have been avoided by a second look.'),
    ],
  },
  find: hindsights,
});

const actionsOnly: ReadonlySet<SectionKind> = new Set(['actions']);
const anyHint = /\b(?:should|could|ought)\b/i;
const people =
  '(?:we|i|you|they|he|she|someone|somebody|nobody|one|people|(?:the|our|an?)\\s(?:[\\p{L}-]{1,20}\\s){0,2}(?:team|engineer|engineers|developer|developers|operator|operators|on-call|oncall|reviewer|reviewers|author|sre|sres|admin|responder|responders)|@[\\w-]{2,38})';
const counterfactual = new RegExp(
  `(?:\\b(${people})\\s(?:(?:all|both|also|really|probably|clearly|certainly)\\s)?)?\\b(should|could|ought\\sto)(?:n['’]t|\\snot)?\\shave\\b((?:\\s[\\p{L}'’-]{1,24}){1,3})`,
  'giu',
);

function* hindsights({ postmortem }: RuleContext): Iterable<RuleFinding> {
  const { prose } = visibleText(postmortem);
  for (const { span, section } of passagesOf(postmortem)) {
    const words = prose.slice(span.start, span.end);
    if (!anyHint.test(words) || isUnder(postmortem, section, actionsOnly)) continue;
    for (const match of words.matchAll(counterfactual)) {
      const verb = verbOf(match[2] ?? '', match[3] ?? '', match[1] !== undefined);
      if (verb === undefined || isAsked(words, match.index) || isQuoted(words, match.index)) continue;
      const said = match[0].slice(0, match[0].length - (match[3] ?? '').length + verb);
      const start =
        match.index +
        (match[1] === undefined
          ? 0
          : match[1].length + said.slice(match[1].length).search(/\b(?:should|could|ought)/i));
      yield {
        span: { start: span.start + start, end: span.start + match.index + said.length },
        message: `“${words.slice(start, match.index + said.length).replace(/\s+/g, ' ')}” judges from what is known today. Say what was known then, and what was missing.`,
      };
    }
  }
}

/** How far into the words behind "have" the verb goes; `undefined` where no deed of people is meant. */
function verbOf(modal: string, rest: string, ofPeople: boolean): number | undefined {
  const following = [...rest.matchAll(/[\p{L}'’-]+/gu)];
  const at = following.findIndex(([word]) => !between.has(word.toLowerCase()));
  const verb = following[at];
  if (!verb) return undefined;
  const word = verb[0].toLowerCase();
  if (word === 'been') return afterBeen(modal, following.slice(at + 1));
  if (!ofPeople || !isParticiple(word)) return undefined;
  const next = following[at + 1]?.[0].toLowerCase();
  return isDescription(word, next) ? undefined : verb.index + verb[0].length;
}

function afterBeen(modal: string, following: readonly RegExpMatchArray[]): number | undefined {
  const verb = following.find(([word]) => !between.has(word.toLowerCase()) || duties.has(word.toLowerCase()));
  if (!verb) return undefined;
  const known = modal.toLowerCase() === 'could' ? missedChances : duties;
  return known.has(verb[0].toLowerCase()) ? (verb.index ?? 0) + verb[0].length : undefined;
}

function isParticiple(word: string): boolean {
  return irregular.has(word) || (word.length > 4 && word.endsWith('ed') && !word.endsWith('eed'));
}

const opensObject =
  /^(?:the|a|an|this|that|these|those|it|us|them|him|her|our|their|its|my|your|to|in|on|at|by|for|from|with|before|after|earlier|sooner|more|up|out|off|into|when|if|as|through|via|and|or|immediately|only|also|already|instead|quickly|faster|better|all|any|every|each|over|about|what|how|who|whether|while|during|until|both|back|down|first)$/;

/** "We should have automated tests": a thing to have, and no deed. */
function isDescription(word: string, next: string | undefined): boolean {
  return word.endsWith('ed') && next !== undefined && !opensObject.test(next);
}

/** Whether the sentence ends with a question mark. */
function isAsked(words: string, from: number): boolean {
  const end = /[.!?。？](?=\s|$)|\n\s*\n/.exec(words.slice(from, from + 600));
  return end !== null && /[?？]/.test(end[0]);
}

function isQuoted(words: string, at: number): boolean {
  const before = words.slice(Math.max(0, at - 200), at);
  const straight = (before.split('"').length - 1) % 2 === 1 && words.slice(at, at + 200).includes('"');
  return straight || before.lastIndexOf('“') > before.lastIndexOf('”');
}
