import type { Span } from '../../text/span.ts';
import { inSection } from '../example.ts';
import type { RuleFinding } from '../finding.ts';
import { defineRule, type RuleContext } from '../rule.ts';
import { type OpenItem, openItems } from './open-items.ts';
import { endsOrMeans, vagueOpenings } from './vague-words.ts';

export const vagueAction = defineRule({
  code: 'actions/vague',
  title: 'An action item without an end',
  severity: 'info',
  what: 'A short open action item that begins with “improve”, “better”, “look into”, “consider” or the like and says neither how nor how far: no number, no means, no purpose, no ticket, no code.',
  why: 'Nobody can tell when it is done, so it is never done, or it is ticked off after any small change.',
  how: 'Write what will be different and how one sees it: “Page when fewer than 95 % of the checkouts succeed” in place of “Improve monitoring”.',
  examples: {
    bad: inSection(
      'Action items',
      `- [ ] Improve monitoring of certificates. Owner: Ada Berg.
- [ ] Run the renewal job on the scheduler cluster. Owner: Tom Reed.`,
    ),
    good: inSection(
      'Action items',
      `- [ ] Page 14 days before any certificate expires. Owner: Ada Berg.
- [ ] Run the renewal job on the scheduler cluster. Owner: Tom Reed.`,
    ),
    nearMisses: [
      inSection(
        'Action items',
        '- [ ] Improve monitoring so that a failing renewal pages within 5 minutes. Owner: Ada Berg.',
      ),
      inSection('Action items', '- [ ] Improve monitoring of certificates. Owner: Ada Berg. OPS-103'),
      inSection(
        'Action items',
        '- [ ] Improve alerts: page on the third failed renewal of one certificate. Owner: Ada Berg.',
      ),
      inSection('Action items', '- [ ] Consider moving `renew.sh` to the scheduler. Owner: Ada Berg.'),
    ],
    alsoBad: [
      inSection('Action items', '- [ ] Better documentation of the gateways. Owner: Ada Berg.'),
      inSection('Action items', '- [ ] Look into the renewal job. Owner: Ada Berg.'),
    ],
  },
  find: vagueItems,
});

/** A longer item has said what it means, if not always well. */
const mostWords = 10;
const vagueOpening = new RegExp(
  `^(?:${[...vagueOpenings].sort((a, b) => b.length - a.length).join('|')})(?![\\p{L}\\p{N}-])`,
  'iu',
);

function* vagueItems({ postmortem }: RuleContext): Iterable<RuleFinding> {
  for (const open of openItems(postmortem)) {
    const span = vagueWords(open, postmortem.source.text);
    if (!span) continue;
    yield {
      span,
      message: `“${postmortem.source.slice(span)}” has no end: nobody can tell when this is done. Say what will be different, and how one sees it.`,
    };
  }
}

function vagueWords({ item }: OpenItem, text: string): Span | undefined {
  const opening = vagueOpening.exec(
    text.slice(item.textSpan.start, Math.min(item.textSpan.end, item.textSpan.start + 40)),
  );
  if (!opening || item.ticket !== undefined) return undefined;
  const written = text.slice(item.textSpan.start, item.textSpan.end);
  if (/[`\d%:：([#@]|https?:/.test(written)) return undefined;
  const rest =
    item.text
      .slice(opening[0].length)
      .toLowerCase()
      .match(/[\p{L}'’-]+/gu) ?? [];
  if (rest.length + 1 > mostWords || rest.some((word) => endsOrMeans.has(word))) return undefined;
  return { start: item.textSpan.start, end: item.textSpan.start + opening[0].length };
}
