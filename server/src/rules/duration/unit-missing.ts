import type { Fact, FactKind } from '../../postmortem/fact.ts';
import type { Postmortem } from '../../postmortem/postmortem.ts';
import { inSection } from '../example.ts';
import type { RuleFinding } from '../finding.ts';
import { defineRule, type RuleContext } from '../rule.ts';

export const unitMissing = defineRule({
  code: 'duration/unit-missing',
  title: 'A length of time without its unit',
  severity: 'warning',
  what: 'A stated duration or time to detect, acknowledge, mitigate or recover that is a bare number.',
  why: '45 minutes and 45 hours are different incidents.',
  how: 'Write the unit: `45 minutes`.',
  examples: {
    bad: inSection('Impact', '- 240 customers saw an error page.\n- Time to recovery: 45'),
    good: inSection('Impact', '- 240 customers saw an error page.\n- Time to recovery: 45 minutes'),
    nearMisses: [
      inSection('Impact', '- 240 customers saw an error page.\n- Time to recovery (minutes): 45'),
      inSection('Impact', '- 240 customers saw an error page.\n- Time to recovery: 00:45'),
    ],
  },
  find: bareNumbers,
});

const lengths: ReadonlySet<FactKind> = new Set([
  'duration',
  'time-to-detect',
  'time-to-acknowledge',
  'time-to-mitigate',
  'time-to-repair',
  'time-to-recover',
  'time-to-resolve',
]);
const bareNumber = /^[~≈]?\s?\d{1,5}(?:[.,]\d{1,2})?$/;
const unit =
  /\b(?:s|sec|secs|seconds?|min|mins|minutes?|h|hrs?|hours?|d|days?|minuten|stunden|minutos|horas|heures)\b|[分时時]/i;

function* bareNumbers({ postmortem }: RuleContext): Iterable<RuleFinding> {
  for (const fact of postmortem.facts) {
    if (!lengths.has(fact.kind) || !bareNumber.test(fact.value) || /^0+$/.test(fact.value)) continue;
    if (unit.test(labelOf(postmortem, fact))) continue;
    yield {
      span: fact.valueSpan,
      message: `${fact.label === '' ? 'This length of time' : `“${fact.label}”`} is ${fact.value} without a unit. Write minutes, hours or days behind it.`,
    };
  }
}

/** The label with everything up to the value: `Time to recovery (min):`. */
function labelOf({ source }: Postmortem, { labelSpan, valueSpan, label }: Fact): string {
  const apart = label.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').replaceAll(/[_-]/g, ' ');
  if (!labelSpan || labelSpan.end > valueSpan.start) return apart;
  return `${apart} ${source.text.slice(labelSpan.start, Math.min(valueSpan.start, labelSpan.end + 40))}`;
}
