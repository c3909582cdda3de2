import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { TimelineEntry } from '../../postmortem/timeline.ts';
import { inTimeline } from '../example.ts';
import type { RuleFinding } from '../finding.ts';
import { defineRule } from '../rule.ts';
import { momentWords } from './moment-words.ts';

export const emptyEntry = defineRule({
  code: 'timeline/empty-entry',
  title: 'A time without an event',
  severity: 'warning',
  what: 'An entry that has a time and no words, neither behind it nor below.',
  why: 'Something happened then that the reader is not told.',
  how: 'Say what happened, or delete the entry.',
  examples: {
    bad: inTimeline(`All times are in UTC.

- 09:00 The certificate expires and checkout starts to fail.
- 09:04
- 09:45 Checkout is fully restored.`),
    good: inTimeline(`All times are in UTC.

- 09:00 The certificate expires and checkout starts to fail.
- 09:04 An alert on the error rate pages the on-call engineer.
- 09:45 Checkout is fully restored.`),
    nearMisses: [
      inTimeline(`All times are in UTC.

- 09:00
  - The certificate expires.
  - Checkout starts to fail.
- 09:04

  An alert on the error rate pages the on-call engineer.
- 09:45 Checkout is fully restored.`),
      inTimeline(`All times are in UTC.

- Outage begins:
  - 09:00
- Outage ends:
  - 09:45`),
      inTimeline(`All times are in UTC.

### 09:00

The certificate expires and checkout starts to fail.

### 09:45

![Error rate back to zero](error-rate.png)`),
      inTimeline(`All times are in UTC.

- 09:00 The certificate expires and checkout starts to fail.
- 09:45 <img src="error-rate.png" alt="Error rate back to zero">`),
    ],
    alsoBad: [
      inTimeline(`| Time (UTC) | Event |
| --- | --- |
| 09:00 | The certificate expires and checkout starts to fail. |
| 09:04 | |
| 09:45 | Checkout is fully restored. |`),
      inTimeline(`All times are in UTC.

- 09:00 The certificate expires and checkout starts to fail.
- 09:04 <!-- who was paged? -->
- 09:45 Checkout is fully restored.`),
    ],
  },
  find: ({ postmortem }) => emptyEntries(postmortem),
});

function* emptyEntries(postmortem: Postmortem): Iterable<RuleFinding> {
  for (const { entries } of postmortem.timelines) {
    for (const [i, entry] of entries.entries()) {
      if (entry.reading.kind === 'unreadable' || entry.reading.clock === undefined || shown(entry.text) !== '')
        continue;
      if (holdsSomething(postmortem, entry) || isContinued(entry, entries[i + 1]) || isLabelled(postmortem, entry))
        continue;
      yield {
        span: entry.reading.span,
        message: `Nothing is said about ${momentWords(postmortem.source, entry.reading)}. Say what happened, or delete the entry.`,
      };
    }
  }
}

/** Anything behind the time: a picture, a link, code, blocks of its own. A row shows in its other cells. */
function holdsSomething({ source }: Postmortem, { span, reading, textSpan, end }: TimelineEntry): boolean {
  if (textSpan.end > textSpan.start && /[\p{L}\p{N}]/u.test(shown(source.slice(textSpan)))) return true;
  const behind = source.text.slice(Math.max(reading.span.end, end?.span.end ?? 0), span.end);
  return /[\p{L}\p{N}]/u.test(behind.replace(/<[^<>]{0,200}>/g, ''));
}

/** Without comments. */
function shown(text: string): string {
  return text.replace(/<!--[^<>]{0,400}-->/g, '').trim();
}

/** Entries inside of this one tell what happened. */
function isContinued(entry: TimelineEntry, next: TimelineEntry | undefined): boolean {
  return next !== undefined && next.span.start > entry.span.start && next.span.start < entry.span.end;
}

/** "Detected:" with the time below it. */
function isLabelled({ blocks }: Postmortem, { form, span }: TimelineEntry): boolean {
  return form === 'list' && blocks.some(({ item }) => item?.span.start === span.start && item.parent !== undefined);
}
