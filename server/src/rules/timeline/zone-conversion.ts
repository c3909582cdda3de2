import { clockStyleOf, writeClock } from '../../edits/clock-style.ts';
import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { Edit } from '../../text/edit.ts';
import type { Span } from '../../text/span.ts';
import { inTimeline, withSections } from '../example.ts';
import type { RuleFinding } from '../finding.ts';
import { defineRule } from '../rule.ts';
import { type WrongPair, wrongPair } from './zone-pair.ts';
import { momentPairs } from './zone-pairs.ts';

export const zoneConversion = defineRule({
  code: 'timeline/zone-conversion',
  title: 'Two zones, two different moments',
  severity: 'error',
  what: 'One moment written in two time zones that are not the same moment: “7:15 PM GMT (1:15 PM PST)”. Looked for in the timeline, in tables with two columns of times, and in sentences.',
  why: 'One of the two is wrong, and each reader believes the one of their own zone.',
  how: 'Correct one of them. The fix converts the first into the zone of the second.',
  fix: 'unsafe',
  examples: {
    bad: withSections({
      Summary:
        'Checkout answered with errors for 45 minutes on 2024-03-12, from 09:00 to 09:45 UTC (01:00 to 01:45 PDT).',
    }),
    good: withSections({
      Summary:
        'Checkout answered with errors for 45 minutes on 2024-03-12, from 09:00 to 09:45 UTC (02:00 to 02:45 PDT).',
    }),
    nearMisses: [
      inTimeline(`All times are in UTC.

- 09:00 (10:00 CET) The certificate expires and checkout starts to fail.
- 09:04 (10:04 CET) An alert on the error rate pages the on-call engineer.
- 09:45 (14:45 PKT) Checkout is fully restored.`),
      withSections({
        Summary:
          'Checkout answered with errors for 45 minutes, from 09:00 to 09:45 UTC (14:30 to 15:15 IST) on 2024-03-12.',
      }),
      inTimeline(`- 2024-03-12 23:00 PDT (06:00 UTC) The certificate expires and checkout starts to fail.
- 2024-03-12 23:45 PDT (06:45 UTC) Checkout is fully restored.`),
    ],
    alsoBad: [
      inTimeline(`All times are in UTC.

- 09:00 (1:00 PDT) The certificate expires and checkout starts to fail.
- 09:04 An alert on the error rate pages the on-call engineer.
- 09:45 Checkout is fully restored.`),
      inTimeline(`| Time (UTC) | Berlin (CET) | Event |
| --- | --- | --- |
| 09:00 | 10:00 | The certificate expires and checkout starts to fail. |
| 09:04 | 10:04 | An alert pages the on-call engineer. |
| 09:45 | 11:45 | Checkout is fully restored. |`),
      inTimeline(`All times are in UTC.

| Time | Berlin (CET) | Event |
| --- | --- | --- |
| 09:00 | 10:00 | The certificate expires and checkout starts to fail. |
| 09:04 | 11:04 | An alert pages the on-call engineer. |
| 09:45 | 10:45 | Checkout is fully restored. |`),
    ],
  },
  find: ({ postmortem }) => wrongConversions(postmortem),
});

/** Wrong ends of one range are one finding. */
function* wrongConversions(postmortem: Postmortem): Iterable<RuleFinding> {
  for (const { pairs, span } of momentPairs(postmortem)) {
    const wrong = pairs.map((pair) => wrongPair(pair)).filter((pair) => pair !== undefined);
    if (wrong.length > 0) yield findingOf(postmortem, span, wrong);
  }
}

function findingOf({ source }: Postmortem, span: Span, wrong: readonly WrongPair[]): RuleFinding {
  const said = wrong.map(({ pair, expected }) => {
    const [first, other] = [pair.first, pair.other];
    const right = writeClock(clockStyleOf(source.slice(other.clock.span), other.clock), expected);
    const written = source.slice(other.clock.span);
    return {
      text: `${source.slice(first.clock.span)} ${first.zone.label} is ${right} ${other.zone.label}, not ${written}`,
      edit: { span: other.clock.span, text: right } satisfies Edit,
      right,
    };
  });
  return {
    span,
    message: `${said.map(({ text }) => text).join('; ')}.`,
    fixes: [
      {
        title: `Write ${said.map(({ right }) => `“${right}”`).join(' and ')}`,
        safe: false,
        edits: said.map(({ edit }) => edit),
      },
    ],
  };
}
