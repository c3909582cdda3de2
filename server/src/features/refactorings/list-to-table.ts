import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { TimelineEntry } from '../../postmortem/timeline.ts';
import type { Refactoring, RefactoringContext, RefactoringProvider } from './refactoring.ts';
import { timelineScope } from './timeline-scope.ts';

export const listToTable: RefactoringProvider = { kind: 'refactor.rewrite.table', propose };

function propose({ postmortem, selection }: RefactoringContext): readonly Refactoring[] {
  const scope = timelineScope(postmortem, selection);
  if (scope === undefined || scope.timeline.form !== 'list' || postmortem.html) return [];
  const title = 'Make the timeline a table';
  const { entries } = scope.timeline;
  const refused = whyNot(postmortem, entries);
  const first = entries[0];
  const last = entries.at(-1);
  if (refused !== undefined || first === undefined || last === undefined) {
    return [{ title, refused: refused ?? 'It has no entries.' }];
  }
  const { source } = postmortem;
  const rows = entries.map((entry) => `| ${timeText(postmortem, entry)} | ${cellText(postmortem, entry)} |`);
  const start = source.lineStart(source.lineAt(first.span.start));
  const above = source.text.slice(source.lineStart(source.lineAt(start) - 1), start).trim() === '' ? '' : '\n';
  const after = source.text.slice(last.span.end, source.lineSpan(source.lineAt(last.span.end) + 1).end).trim();
  const table = ['| Time | Event |', '| --- | --- |', ...rows].join('\n');
  return [
    { title, edits: [{ span: { start, end: last.span.end }, text: above + table + (after === '' ? '' : '\n') }] },
  ];
}

/** What a row of a table cannot hold. */
function whyNot({ source, blocks }: Postmortem, entries: readonly TimelineEntry[]): string | undefined {
  let end: number | undefined;
  for (const { span, form, reading, textSpan } of entries) {
    if (form !== 'list') return 'Not every entry is an item of the list.';
    if (end !== undefined && (span.start < end || source.text.slice(end, span.start).trim() !== ''))
      return 'Other lines or lists stand among the entries.';
    if (textSpan.start < reading.span.end) return 'A label stands before a time.';
    if (
      /[^\s*_`:：\-–—>\])}、,;→~]/.test(source.text.slice(reading.span.end, textSpan.start)) ||
      source.text.slice(textSpan.end, span.end).trim() !== ''
    )
      return 'An entry has more than one paragraph.';
    if (!/^[\s\d.)*+-]*[*_`~([]*$/.test(source.text.slice(span.start, reading.span.start)))
      return 'Something stands before a time.';
    end = span.end;
  }
  const first = entries[0];
  const inList = blocks.find((block) => block.item !== undefined && block.item.span.start === first?.span.start);
  if (inList?.item?.parent !== undefined || inList?.quoted) return 'The list stands inside of another one.';
  const outside = blocks.filter(
    ({ item, span }) =>
      item !== undefined && end !== undefined && span.start >= (first?.span.start ?? 0) && span.end <= end,
  );
  if (outside.some(({ kind }) => kind !== 'paragraph')) return 'An entry holds code, a table or the like.';
  const items = new Set(outside.map(({ item }) => item));
  return items.size === entries.length ? undefined : 'Other lines or lists stand among the entries.';
}

/** The time as it is written, without emphasis. */
function timeText({ source }: Postmortem, { reading }: TimelineEntry): string {
  return source
    .slice(reading.span)
    .replace(/[*`]|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, '')
    .trim();
}

/** The words on one line; hard line breaks stay. */
function cellText({ source }: Postmortem, { textSpan }: TimelineEntry): string {
  const lines = source.slice(textSpan).split(/\r\n|\r|\n/);
  const words = lines.map((line, i) => {
    const isLast = i === lines.length - 1;
    const kept = (i === 0 ? line : line.replace(/^[\s>]+/, '')).trimEnd();
    const broken = kept.endsWith('\\') || line.endsWith('  ');
    return kept.replace(/\\$/, isLast ? '\\' : '') + (isLast ? '' : broken ? '<br>' : ' ');
  });
  return words.join('').replace(/(?<!\\)\|/g, '\\|');
}
