import { inSection } from '../example.ts';
import type { RuleFinding } from '../finding.ts';
import { defineRule, type RuleContext } from '../rule.ts';
import { openItems } from './open-items.ts';
import { carefulPhrases, givingVerbs, lessons, people, teachingVerbs } from './people-words.ts';

export const peopleFix = defineRule({
  code: 'actions/people-fix',
  title: 'An action item that changes people only',
  severity: 'info',
  what: 'An open action item that trains, reminds or admonishes: “conduct a training session”, “remind the team to …”, “be more careful”.',
  why: 'People forget, change teams and work at three in the night. What let the mistake through is still there for the next one.',
  how: 'Change the system as well: a check that stops the mistake, a safer default, an alert that shows it. Keep the training where it helps to use that.',
  examples: {
    bad: inSection(
      'Action items',
      `- [ ] Conduct a training session on certificates. Owner: Ada Berg.
- [ ] Run the renewal job on the scheduler cluster. Owner: Tom Reed.`,
    ),
    good: inSection(
      'Action items',
      `- [ ] Page 14 days before any certificate expires. Owner: Ada Berg.
- [ ] Run the renewal job on the scheduler cluster. Owner: Tom Reed.`,
    ),
    nearMisses: [
      inSection('Action items', '- [ ] Train the spam filter on the mails of March. Owner: Ada Berg.'),
      inSection(
        'Action items',
        '- [ ] Send an automatic reminder 14 days before a certificate expires. Owner: Ada Berg.',
      ),
      inSection('Action items', '- [ ] Move the training cluster to its own account. Owner: Ada Berg.'),
    ],
    alsoBad: [
      inSection('Action items', '- [ ] Remind all engineers to check the expiry date. Owner: Ada Berg.'),
      inSection('Action items', '- [ ] We need to be more careful when hosts are removed. Owner: Ada Berg.'),
    ],
  },
  find: peopleFixes,
});

const anyOf = (words: readonly string[]): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replaceAll(' ', '\\s'))
    .join('|');

const subject =
  '(?:(?:we|you|everyone|engineers|developers)\\s(?:need\\sto|should|must|will|have\\sto)\\s|please\\s|always\\s)?';
/** Up to five words between the verb and what is taught; no sentence ends there. */
const few = "(?:[\\p{L}\\p{N}/’'-]{1,30}\\s){0,5}";
const patterns: readonly RegExp[] = [
  new RegExp(
    `^${subject}(?:${anyOf(teachingVerbs)})\\s(?:[\\p{L}’'-]{1,20}\\s){0,3}(?:${anyOf(people)})(?![\\p{L}\\p{N}-])`,
    'iu',
  ),
  new RegExp(
    `^${subject}(?:${anyOf(givingVerbs)})\\s${few}(?:${anyOf(lessons)})(?![\\p{L}\\p{N}-]|\\s(?:data|set|cluster|job|model|environment)\\b)`,
    'iu',
  ),
  new RegExp(`^${subject}(?:${anyOf(carefulPhrases)})(?![\\p{L}\\p{N}-])`, 'iu'),
];
/** "Training: conduct …": the name of an item, before what it means. */
const named = /^[^:：.!?\n]{3,60}[:：]\s*(?=\S)/;

const mostRead = 200;

function* peopleFixes({ postmortem }: RuleContext): Iterable<RuleFinding> {
  const { text } = postmortem.source;
  for (const { item } of openItems(postmortem)) {
    const from = item.textSpan.start;
    const written = text.slice(from, Math.min(item.textSpan.end, from + mostRead)).replace(/[*_]/g, ' ');
    const name = named.exec(written)?.[0].length ?? 0;
    for (const start of name > 0 ? [leading(written, name), leading(written, 0)] : [leading(written, 0)]) {
      const match = patterns.map((pattern) => pattern.exec(written.slice(start))).find((it) => it !== null);
      if (!match) continue;
      const span = { start: from + start, end: from + start + match[0].length };
      yield {
        span,
        message: `“${postmortem.source.slice(span).replace(/\s+/g, ' ')}” changes people and not the system that let the mistake through. Add a check, a default or an alert that does.`,
      };
      break;
    }
  }
}

function leading(written: string, from: number): number {
  let at = from;
  while (at < written.length && /\s/.test(written.charAt(at))) at++;
  return at;
}
