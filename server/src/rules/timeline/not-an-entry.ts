import type { Block, ListItem } from '../../markdown/block.ts';
import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { Timeline, TimelineEntry } from '../../postmortem/timeline.ts';
import type { Edit } from '../../text/edit.ts';
import type { Span } from '../../text/span.ts';
import { readOpening, skipSeparator } from '../../time/moment-text.ts';
import { inTimeline } from '../example.ts';
import type { RuleFinding } from '../finding.ts';
import { defineRule } from '../rule.ts';

export const notAnEntry = defineRule({
  code: 'timeline/not-an-entry',
  title: 'The list or table has lost this line',
  severity: 'warning',
  what: 'A line with a time among the entries that is none of them: it starts with “–” or “•” instead of “-”, has no bullet at all, or is a table row without its bars.',
  why: 'It is shown as part of the entry above it, and tools that read the list or the table leave it out.',
  how: 'Give it the bullet or the bars of the others. The fix does that.',
  fix: 'safe',
  examples: {
    bad: inTimeline(`All times are in UTC.

- 09:00 The certificate expires and checkout starts to fail.
– 09:04 An alert on the error rate pages the on-call engineer.
- 09:45 Checkout is fully restored.`),
    good: inTimeline(`All times are in UTC.

- 09:00 The certificate expires and checkout starts to fail.
- 09:04 An alert on the error rate pages the on-call engineer.
- 09:45 Checkout is fully restored.`),
    nearMisses: [
      inTimeline(`All times are in UTC.

- 09:00 The certificate expires and checkout starts to fail. Support had the first call at
  09:03, from a customer in Oslo.
- 09:04 An alert on the error rate pages the on-call engineer
  – the one of the week before.
- 09:45 Checkout is fully restored.`),
    ],
    alsoBad: [
      inTimeline(`| Time (UTC) | Event |
| --- | --- |
| 09:00 | The certificate expires and checkout starts to fail. |
09:04 An alert on the error rate pages the on-call engineer.
| 09:45 | Checkout is fully restored. |`),
    ],
  },
  find: ({ postmortem }) => lostLines(postmortem),
});

function* lostLines(postmortem: Postmortem): Iterable<RuleFinding> {
  if (postmortem.html) return;
  for (const timeline of postmortem.timelines) {
    if (timeline.form === 'list') {
      yield* lostByLists(postmortem, timeline);
      yield* withoutBullet(postmortem, timeline);
    } else if (timeline.form === 'table') yield* withoutBars(postmortem, timeline);
  }
}

const foreignBullet = /^[–—•·‣●▪−]\s*/;

/** Lines of an entry's paragraph that are entries of their own with the wrong bullet. */
function* lostByLists({ source, blocks }: Postmortem, { span }: Timeline): Iterable<RuleFinding> {
  for (const block of blocks) {
    if (block.span.start >= span.end) break;
    if (
      block.span.end <= span.start ||
      block.kind !== 'paragraph' ||
      block.lines.length < 2 ||
      block.item === undefined ||
      block.quoted
    )
      continue;
    for (const line of block.lines.slice(1)) {
      const bullet = foreignBullet.exec(source.text.slice(line.start, Math.min(line.end, line.start + 8)))?.[0];
      if (bullet === undefined || readOpening(source.slice(line).slice(bullet.length))?.time === undefined) continue;
      yield lostLine(
        line,
        bullet,
        markerOf(source.text, block.item, source.lineStart(source.lineAt(block.item.span.start))),
        source.lineStart(source.lineAt(line.start)),
      );
    }
  }
}

function lostLine(line: Span, bullet: string, marker: string, lineStart: number): RuleFinding {
  return {
    span: line,
    message: `This line starts with “${bullet.trim()}”, which is no bullet: it belongs to the entry above it. Start it with “${marker.trim()}”.`,
    fixes: [
      {
        title: 'Make it an entry',
        safe: true,
        edits: [{ span: { start: lineStart, end: line.start + bullet.length }, text: marker }],
      },
    ],
  };
}

/** The bullet of an item with its indentation. */
function markerOf(text: string, item: ListItem, lineStart: number): string {
  const marker = text.slice(item.marker.start, item.marker.end).trim();
  return `${text.slice(lineStart, item.marker.start)}${marker} `;
}

/** A paragraph that opens with a time between the items of a list. */
function* withoutBullet({ source, blocks }: Postmortem, { entries }: Timeline): Iterable<RuleFinding> {
  const lists = entries.filter((entry) => entry.form === 'list');
  const apart = entries.filter((entry) => entry.form === 'paragraph');
  if (apart.length === 0 || apart.length * 4 > lists.length) return;
  for (const [i, entry] of entries.entries()) {
    const before = entries[i - 1];
    if (entry.form !== 'paragraph' || before?.form !== 'list' || entry.reading.clock === undefined) continue;
    const item = itemAt(blocks, before);
    const lineStart = source.lineStart(source.lineAt(entry.span.start));
    const bullet = foreignBullet.exec(source.slice(entry.span))?.[0] ?? '';
    const edits: readonly Edit[] = item
      ? [
          {
            span: { start: lineStart, end: entry.span.start + bullet.length },
            text: markerOf(source.text, item, source.lineStart(source.lineAt(item.span.start))),
          },
        ]
      : [];
    yield {
      span: source.lineSpan(source.lineAt(entry.span.start)),
      message: 'This line stands outside of the list of entries. Give it a bullet.',
      fixes: edits.length > 0 ? [{ title: 'Make it an entry', safe: true, edits }] : [],
    };
  }
}

function itemAt(blocks: readonly Block[], entry: TimelineEntry): ListItem | undefined {
  return blocks.find((block) => block.item?.span.start === entry.span.start)?.item;
}

/** A row without bars is shown in the first column. */
function* withoutBars({ source, blocks }: Postmortem, { entries }: Timeline): Iterable<RuleFinding> {
  for (const entry of entries) {
    if (entry.form !== 'table' || source.slice(entry.span).includes('|')) continue;
    const table = blocks.find(
      (block) => block.kind === 'table' && block.span.start <= entry.span.start && entry.span.end <= block.span.end,
    );
    if (table?.kind !== 'table' || table.header.cells.length < 2) continue;
    const words = skipSeparator(source.text, entry.reading.span.end);
    const fix =
      table.header.cells.length === 2 && words < entry.span.end
        ? [
            {
              span: entry.span,
              text: `| ${source.slice(entry.reading.span)} | ${source.text.slice(words, entry.span.end)} |`,
            },
          ]
        : [];
    yield {
      span: entry.span,
      message: 'This row of the table has no bars: all of it is shown in the first column. Put bars between its cells.',
      fixes: fix.length > 0 ? [{ title: 'Put bars between the cells', safe: true, edits: fix }] : [],
    };
  }
}
