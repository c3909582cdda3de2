import type { ActionItem } from '../../postmortem/action-item.ts';
import { tagMeaning } from '../../postmortem/action-tags.ts';
import { overlaps, type Span } from '../../text/span.ts';
import { inSection } from '../example.ts';
import type { RuleFinding } from '../finding.ts';
import { defineRule, type RuleContext } from '../rule.ts';

export const itemStatusContradiction = defineRule({
  code: 'actions/status-contradiction',
  title: 'An action item that is both done and open',
  severity: 'warning',
  what: 'A ticked item that is marked as “TODO” or “in progress” as well, or an unticked one that is marked as done.',
  why: 'Half of the readers count on a repair that may not have come.',
  how: 'Say it once: tick the box and take the mark away, or the other way round.',
  examples: {
    bad: inSection(
      'Action items',
      `- [x] TODO: run the renewal job on the scheduler cluster. Owner: Ada Berg.
- [ ] Page 14 days before any certificate expires. Owner: Tom Reed.`,
    ),
    badAlsoFinds: ['text/placeholder'],
    good: inSection(
      'Action items',
      `- [x] Run the renewal job on the scheduler cluster. Owner: Ada Berg.
- [ ] Page 14 days before any certificate expires. Owner: Tom Reed.`,
    ),
    nearMisses: [
      inSection('Action items', '- [x] Remove the last TODO comments from the renewal job. Owner: Ada Berg.'),
      inSection(
        'Action items',
        '- [ ] Alert when a renewal is marked as done and no file has changed. Owner: Ada Berg.',
      ),
      inSection('Action items', '- [x] Run the renewal job on the scheduler cluster (done). Owner: Ada Berg.'),
    ],
    alsoBad: [
      inSection('Action items', '- [ ] Run the renewal job on the scheduler cluster. Owner: Ada Berg. (DONE)'),
      inSection('Action items', '- [ ] ✅ Run the renewal job on the scheduler cluster. Owner: Ada Berg.'),
    ],
  },
  find: contradictions,
});

function* contradictions({ postmortem }: RuleContext): Iterable<RuleFinding> {
  const { text } = postmortem.source;
  for (const { items } of postmortem.actionLists) {
    for (const item of items) {
      const mark = markAgainst(text, item);
      if (mark === undefined || item.state === undefined) continue;
      const said = item.done ? 'done' : 'open';
      const box = text.slice(item.state.span.start, item.state.span.end);
      yield {
        span: mark,
        message: `This item is ${said} by its “${box}” and ${item.done ? 'open' : 'done'} by “${text.slice(mark.start, mark.end)}”. Keep the one that is true.`,
        related: [{ span: item.state.span, message: `says that it is ${said}` }],
      };
    }
  }
}

const opening =
  /^[\s*_([]{0,6}(TODO|WIP|DONE|Todo|To do|In progress|Not started|Pending|Done|Completed)(?:[\])*_]{0,4}[:：]|[\])*_]{1,4}(?=\s|$))/;
const closing =
  /(?:[([]|\*\*|\s[–—-]\s|[.;]\s)\s?(TODO|WIP|DONE|done|todo|to do|in progress|In progress|not started|Not started|pending|Pending|Done|completed|Completed|COMPLETED)\s?(?:[)\]]|\*\*)?[.\s]*$/;

const sign = /^\s{0,3}(✅|☑|✔)|(?<=\s)(✅|☑|✔)\uFE0F?\s*$/u;

/** The mark at the start or at the end of the item's own line that says the opposite of its box or its state. */
function markAgainst(text: string, item: ActionItem): Span | undefined {
  const { state, textSpan } = item;
  if (state === undefined) return undefined;
  const boxed = text.charAt(state.span.start) === '[' && state.span.end <= textSpan.start;
  const from = boxed ? state.span.end : textSpan.start;
  const to = endOfCell(text, textSpan.end, item.span.end);
  const tail = Math.max(from, to - mostOfMark);
  return (
    opposite(opening.exec(text.slice(from, Math.min(to, from + mostOfMark))), from, item) ??
    opposite(closing.exec(text.slice(tail, to)), tail, item) ??
    opposite(sign.exec(text.slice(tail, to)), tail, item) ??
    opposite(sign.exec(text.slice(from, Math.min(to, from + mostOfMark))), from, item)
  );
}

/** No mark with what stands around it is longer. */
const mostOfMark = 40;

function opposite(match: RegExpExecArray | null, base: number, { done, state }: ActionItem): Span | undefined {
  const word = match?.[1] ?? match?.[2];
  if (match === null || word === undefined) return undefined;
  const meaning = tagMeaning(word);
  if (meaning?.field !== 'state' || meaning.done === done) return undefined;
  const start = base + match.index + match[0].indexOf(word);
  const mark = { start, end: start + word.length };
  return state !== undefined && overlaps(mark, state.span) ? undefined : mark;
}

function endOfCell(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && !/[\n\r|]/.test(text.charAt(at))) at++;
  return at;
}
