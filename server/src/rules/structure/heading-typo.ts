import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { Section } from '../../postmortem/section.ts';
import { nameSection } from '../../postmortem/section-name.ts';
import { editDistance } from '../../text/edit-distance.ts';
import type { Span } from '../../text/span.ts';
import { document, inSection, titled } from '../example.ts';
import type { RuleFinding } from '../finding.ts';
import { defineRule } from '../rule.ts';

export const headingTypo = defineRule({
  code: 'structure/heading-typo',
  title: 'The name of a section is misspelt',
  severity: 'warning',
  what: 'A heading is one or two letters away from the name of a section that the document does not have otherwise, or misspells “postmortem”.',
  why: 'Search, outlines and templates go by the name; a misspelt heading is also the first thing a reader sees.',
  how: 'Correct the word. The fix does that.',
  fix: 'safe',
  examples: {
    bad: document(`# Search unavailable on 2024-05-02

## Summary

Search was down for 20 minutes, from 08:00 to 08:20 UTC, for all 1,200 customers.

## Tmeline

- 08:00 UTC Search stops answering.
- 08:02 UTC An alert pages the on-call engineer.
- 08:20 UTC Search is fully restored.

## Root cause

Old segments were never removed.

## Action items

- Alert at 80 % disk usage. Owner: Kim Ito. Due: 2024-06-01.
`),
    good: inSection('Attendees', 'Ada Berg, Tom Reed'),
    nearMisses: [
      inSection('Lesson learned', 'Expiry dates need a check of their own.'),
      titled('# Post-mortem: checkout errors after a certificate expired'),
    ],
    alsoBad: [
      titled('# Postmoterm: checkout errors after a certificate expired'),
      inSection('Atendees', 'Ada Berg, Tom Reed'),
    ],
  },
  find: ({ postmortem }) => misspelt(postmortem),
});

function* misspelt(postmortem: Postmortem): Iterable<RuleFinding> {
  const { source, sections, title } = postmortem;
  const headings = sections.filter((section) => !section.inline).map((section) => section.nameSpan);
  const titleSpan = title?.textSpan;
  const isApart =
    titleSpan !== undefined && !headings.some((span) => span.start <= titleSpan.start && titleSpan.start < span.end);
  for (const span of isApart ? [titleSpan, ...headings] : headings) {
    const word = wordsIn(source.text, span).find((candidate) => isMisspeltPostmortem(candidate.text));
    if (word) yield correction(word, word.span.start === span.start ? 'Postmortem' : 'postmortem');
  }
  for (const section of sections) {
    const name = nameMeant(postmortem, section);
    if (name === undefined) continue;
    const pair = misspeltWord(wordsIn(source.text, section.nameSpan), name.split(' '));
    if (pair) yield correction(pair.word, pair.meant);
  }
}

/** The name that the section misspells, where no other section of the kind is spelt right. */
function nameMeant({ sections }: Postmortem, section: Section): string | undefined {
  if (section.misspells === undefined || section.inline) return undefined;
  const isThere = sections.some(
    (other) =>
      other !== section &&
      other.misspells === undefined &&
      !other.inline &&
      other.kinds.includes(section.kind) &&
      section.kind !== 'other',
  );
  return isThere && nameSection(section.misspells)?.kinds[0] !== 'lessons' ? undefined : section.misspells;
}

interface Word {
  readonly text: string;
  readonly span: Span;
}

function wordsIn(text: string, span: Span): readonly Word[] {
  return [...text.slice(span.start, span.end).matchAll(/\p{L}[\p{L}'’]*/gu)].map((match) => ({
    text: match[0],
    span: { start: span.start + match.index, end: span.start + match.index + match[0].length },
  }));
}

/** The word of the heading that stands for one of the name which the heading lacks. */
function misspeltWord(
  words: readonly Word[],
  name: readonly string[],
): { readonly word: Word; readonly meant: string } | undefined {
  const written = new Set(words.map((word) => word.text.toLowerCase()));
  for (const meant of name) {
    if (written.has(meant)) continue;
    for (const word of words) {
      const lower = word.text.toLowerCase();
      if (!name.includes(lower) && !isInflected(lower, meant) && editDistance(lower, meant, 2) <= 2)
        return { word, meant };
    }
  }
  return undefined;
}

/** Another number or ending is no misspelling: `Impacts`, `Resolutions`. */
function isInflected(word: string, meant: string): boolean {
  const [short, long] = word.length < meant.length ? [word, meant] : [meant, word];
  return long.startsWith(short) && /^(?:e?s|e?d|ing|al|ly|’s|'s)$/.test(long.slice(short.length));
}

const plainLetters = /[\u0300-\u036f]/g;

function isMisspeltPostmortem(word: string): boolean {
  if (word.length < 8 || word.length > 13) return false;
  const lower = word.normalize('NFD').replace(plainLetters, '').toLowerCase();
  return !isInflected(lower, 'postmortem') && lower !== 'postmortem' && editDistance(lower, 'postmortem', 2) <= 2;
}

function correction(word: Word, meant: string): RuleFinding {
  const right = inCaseOf(word.text, meant);
  return {
    span: word.span,
    message: `“${word.text}” looks like a misspelling of “${right}”. Correct it.`,
    fixes: [{ title: `Write “${right}”`, safe: true, edits: [{ span: word.span, text: right }] }],
  };
}

function inCaseOf(pattern: string, word: string): string {
  if (pattern.length > 1 && pattern === pattern.toUpperCase()) return word.toUpperCase();
  const first = pattern.charAt(0);
  return first === first.toUpperCase() ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
