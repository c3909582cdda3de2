import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { TimelineEntry } from '../../postmortem/timeline.ts';
import type { Edit } from '../../text/edit.ts';
import { inTimeline } from '../example.ts';
import type { RuleFinding } from '../finding.ts';
import { defineRule } from '../rule.ts';
import { lineNumber, momentWords } from './moment-words.ts';

export const duplicateEntry = defineRule({
  code: 'timeline/duplicate-entry',
  title: 'The entry stands twice',
  severity: 'warning',
  what: 'Two entries of one timeline with the same time and the same words.',
  why: 'The reader looks for the difference, and wonders what should have stood there.',
  how: 'Delete one of them. The fix deletes the second.',
  fix: 'safe',
  examples: {
    bad: inTimeline(`All times are in UTC.

- 09:00 The certificate expires and checkout starts to fail.
- 09:04 An alert on the error rate pages the on-call engineer.
- 09:04 An alert on the error rate pages the on-call engineer.
- 09:45 Checkout is fully restored.`),
    good: inTimeline(`All times are in UTC.

- 09:00 The certificate expires and checkout starts to fail.
- 09:04 An alert on the error rate pages the on-call engineer.
- 09:45 Checkout is fully restored.`),
    nearMisses: [
      inTimeline(`All times are in UTC.

- 09:00 The certificate expires and checkout starts to fail.
- 09:04 An alert on the error rate pages the on-call engineer.
- 09:04 An alert on the latency pages the on-call engineer.
- 09:09 An alert on the error rate pages the on-call engineer.
- 09:45 Checkout is fully restored.`),
    ],
  },
  find: ({ postmortem }) => duplicates(postmortem),
});

function* duplicates(postmortem: Postmortem): Iterable<RuleFinding> {
  const { source } = postmortem;
  for (const { entries } of postmortem.timelines) {
    const seen = new Map<string, TimelineEntry>();
    for (const entry of entries) {
      const key = keyOf(entry);
      if (key === undefined) continue;
      const first = seen.get(key);
      if (first === undefined) {
        seen.set(key, entry);
        continue;
      }
      const edit = postmortem.html ? undefined : removal(postmortem, first, entry);
      yield {
        span: entry.reading.span,
        message: `The entry of ${momentWords(source, entry.reading)} stands in line ${lineNumber(source, first.reading.span)} already. Delete one of them.`,
        related: [{ span: first.reading.span, message: 'The same entry' }],
        fixes: edit ? [{ title: 'Delete this entry', safe: true, edits: [edit] }] : [],
        tag: 'unnecessary',
      };
    }
  }
}

function keyOf({ reading, axisSeconds, endAxisSeconds, text }: TimelineEntry): string | undefined {
  const words = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  if (words === '' || axisSeconds === undefined || reading.kind === 'unreadable') return undefined;
  return `${axisSeconds} ${endAxisSeconds ?? ''} ${words}`;
}

/** The lines of the second entry. `undefined` where it holds more than the first, or shares a line with something else. */
function removal({ source }: Postmortem, first: TimelineEntry, second: TimelineEntry): Edit | undefined {
  const words = ({ span }: TimelineEntry): string =>
    source
      .slice(span)
      .replace(/^\s*\d+[.)]/, '')
      .replace(/\s+/g, ' ')
      .trim();
  if (second.form === 'paragraph' || words(first) !== words(second)) return undefined;
  const firstLine = source.lineAt(second.span.start);
  const lastLine = source.lineAt(Math.max(second.span.start, second.span.end - 1));
  const around =
    source.text.slice(source.lineStart(firstLine), second.span.start) +
    source.text.slice(second.span.end, source.lineSpan(lastLine).end);
  if (!/^[\s>|\\]*$/.test(around)) return undefined;
  const from = firstLine === 0 ? 0 : source.lineSpan(firstLine - 1).end;
  return { span: { start: from, end: source.lineSpan(lastLine).end }, text: '' };
}
