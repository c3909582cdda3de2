import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { Span } from '../../text/span.ts';
import { inSection, inTimeline, withFacts } from '../example.ts';
import type { RuleFinding } from '../finding.ts';
import { defineRule } from '../rule.ts';
import { leftGuidance } from './left-guidance.ts';
import { openPlaces } from './open-places.ts';

export const placeholder = defineRule({
  code: 'text/placeholder',
  title: 'Something is still to be filled in',
  severity: 'warning',
  severityWhen: { final: 'error' },
  what: 'A mark such as TBD or ???, a placeholder of a template, or its advice to the author was left in the text.',
  why: 'A reader cannot tell what is missing from what is not known, and takes the advice of the template for a part of the report.',
  how: 'Write what belongs there, say that it is not known, or take the words out.',
  examples: {
    bad: inSection('Resolution', 'A certificate was issued by hand for [insert number] gateways.'),
    good: inSection('Resolution', 'A certificate was issued by hand for all 14 gateways.'),
    nearMisses: [
      inSection(
        'Action items',
        '| Action | Owner | Due | State |\n| --- | --- | --- | --- |\n| Page before any certificate expires | Tom Reed | 2024-04-30 | TODO |',
      ),
      inSection('Resolution', 'The job was started by `renew --host <host name>`; a comment said `TODO: remove`.'),
      inSection(
        'Resolution',
        '<!-- TBD: ask the gateway team -->\nA certificate was issued by hand. [sic] Why was there no check???',
      ),
      inTimeline(
        'All times are in UTC (HH:MM).\n\n- 09:00 The certificate expires.\n- 09:45 Checkout is fully restored.',
      ),
      inSection(
        'Action items',
        '- [ ] Describe the renewal in the runbook. Owner: Ada Berg. Due: 2024-04-15.\n- [x] List all gateways. Owner: Tom Reed. Due: 2024-04-30.',
      ),
    ],
    alsoBad: [
      inSection('Resolution', 'The cost of the outage is TBD.'),
      inSection('Resolution', 'A certificate was issued by {{ person on call }} for all gateways.'),
      inSection('Lessons learned', 'The recording of the review: <Link to the recording>'),
      withFacts('Date: 2024-03-12\nAuthors: Ada Berg\nPublished: YYYY-MM-DD'),
      inSection(
        'Make people want to read your postmortem',
        'Add some humour and a diagram, so that it catches your audience.',
      ),
      inSection('Lessons learned', '### Picture\n\nThe alert on the error rate fired within four minutes.'),
    ],
  },
  *find({ postmortem }): Iterable<RuleFinding> {
    const advice = leftGuidance(postmortem);
    for (const { span, message } of openPlaces(postmortem)) {
      if (!isInTemplateTitle(postmortem, span) && !advice.some((passage) => contains(passage.spans, span)))
        yield { span, message };
    }
    for (const { spans } of advice) {
      const [first, ...others] = spans;
      if (first === undefined) continue;
      yield {
        span: first,
        message:
          'This tells the author what to write, not the reader what happened. Take it out, or put the text in its place.',
        related: others.map((span) => ({ span, message: 'It goes on here' })),
      };
    }
  },
});

function contains(spans: readonly Span[], { start }: Span): boolean {
  return spans.some((span) => span.start <= start && start < span.end);
}

/** `structure/missing-title` speaks of a title that is nothing else. */
function isInTemplateTitle({ title }: Postmortem, span: Span): boolean {
  return title !== undefined && span.start <= title.textSpan.start && title.textSpan.end <= span.end;
}
