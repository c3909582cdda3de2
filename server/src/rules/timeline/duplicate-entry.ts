import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { TimelineEntry } from '../../postmortem/timeline.ts';
import type { Edit } from '../../text/edit.ts';
import { inTimeline } from '../example.ts';
import type { RuleFinding } from '../finding.ts';
import { defineRule } from '../rule.ts';
import { append } from './append.ts';
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
  for (const { entries } of postmortem.timelines) {
    for (const group of sameTimes(entries)) {
      const seen = new Map<string, TimelineEntry>();
      for (const entry of alike(group)) {
        const words = wordsOf(entry);
        const first = seen.get(words);
        if (first !== undefined) yield findingOf(postmortem, first, entry);
        else if (words !== '') seen.set(words, entry);
      }
    }
  }
}

/** The entries that share their time with another one. */
function sameTimes(entries: readonly TimelineEntry[]): readonly (readonly TimelineEntry[])[] {
  const groups = new Map<number, TimelineEntry[]>();
  for (const entry of entries) {
    if (entry.axisSeconds !== undefined && entry.reading.kind !== 'unreadable')
      append(groups, entry.axisSeconds, entry);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

/** Those of a group whose words may be the same as another one's: a look at their letters and figures sorts out most. */
function alike(group: readonly TimelineEntry[]): readonly TimelineEntry[] {
  const signs = group.map(({ text }) => signOf(text));
  if (new Set(signs).size === group.length) return [];
  const counts = new Map<number, number>();
  for (const sign of signs) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  return group.filter((_, i) => (counts.get(signs[i] ?? 0) ?? 0) > 1);
}

const signedLetters = 24;

/** The same for texts that differ in nothing but capitals, space and full stops: told by how they begin and how they end. */
function signOf(text: string): number {
  let sign = 0;
  let left = signedLetters;
  for (let i = 0; i < text.length && left > 0; i++) {
    const letter = letterAt(text, i);
    if (letter === 0) continue;
    sign = (sign * 31 + letter) | 0;
    left--;
  }
  left = signedLetters;
  for (let i = text.length - 1; i >= 0 && left > 0; i--) {
    const letter = letterAt(text, i);
    if (letter === 0) continue;
    sign = (sign * 31 + letter) | 0;
    left--;
  }
  return sign;
}

/** The code of a small letter or a figure at the place; 0 for anything else. */
function letterAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57)) return code;
  return code >= 65 && code <= 90 ? code + 32 : 0;
}

function wordsOf({ endAxisSeconds, text }: TimelineEntry): string {
  const words = text
    .toLowerCase()
    .replace(/[\s.]+/g, ' ')
    .trim();
  return words === '' ? '' : `${endAxisSeconds ?? ''} ${words}`;
}

function findingOf(postmortem: Postmortem, first: TimelineEntry, entry: TimelineEntry): RuleFinding {
  const { source } = postmortem;
  const edit = postmortem.html ? undefined : removal(postmortem, first, entry);
  return {
    span: entry.reading.span,
    message: `The entry of ${momentWords(source, entry.reading)} stands in line ${lineNumber(source, first.reading.span)} already. Delete one of them.`,
    related: [{ span: first.reading.span, message: 'The same entry' }],
    fixes: edit ? [{ title: 'Delete this entry', safe: true, edits: [edit] }] : [],
    tag: 'unnecessary',
  };
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
