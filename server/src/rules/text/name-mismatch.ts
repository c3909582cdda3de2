import { detached } from '../../text/detached.ts';
import { editDistance } from '../../text/edit-distance.ts';
import type { Span } from '../../text/span.ts';
import { document } from '../example.ts';
import type { RuleFinding } from '../finding.ts';
import { defineRule } from '../rule.ts';
import { scanFor } from '../scan.ts';

const bad = `# Outage of PayFlow on 2024-05-02

## Summary

PlayFlow was down for 20 minutes, from 08:00 to 08:20 UTC, for all 1,200 customers.

## Timeline

- 08:00 UTC Payments stop.
- 08:02 UTC An alert pages the on-call engineer.
- 08:20 UTC Payments are fully restored.

## Root cause

Old segments were never removed.

## Action items

- Alert at 80 % disk usage. Owner: Kim Ito. Due: 2024-06-01.
`;

export const nameMismatch = defineRule({
  code: 'text/name-mismatch',
  title: 'A product name is spelt in two ways',
  severity: 'hint',
  what: 'The title names a product (“PayFlow”), and the text names one that differs in a letter or two (“PlayFlow”).',
  why: 'Readers wonder whether these are two products, and a search for one finds half of the report.',
  how: 'Use one spelling. The fix takes that of the title.',
  fix: 'unsafe',
  examples: {
    bad: document(bad),
    good: document(bad.replace('PlayFlow', 'PayFlow')),
    nearMisses: [
      document(bad.replace('PlayFlow', 'The GitHub mirror of PayFlow')),
      document(bad.replace('PayFlow', 'GitHub').replace('PlayFlow', 'GitLab')),
    ],
  },
  *find({ postmortem }): Iterable<RuleFinding> {
    const { title } = postmortem;
    if (title === undefined) return;
    const own = namesIn(title.text).map(({ text }) => text);
    if (own.length === 0) return;
    for (const name of allNames(postmortem)) {
      if (own.includes(name.text)) continue;
      const meant = own.find((candidate) => isMisspelling(name.text, candidate));
      if (meant === undefined) continue;
      yield {
        span: name.span,
        message: `“${name.text}” is called “${meant}” in the title. Use one spelling.`,
        related: [{ span: title.textSpan, message: `“${meant}” in the title` }],
        fixes: [{ title: `Write “${meant}”`, safe: false, edits: [{ span: name.span, text: meant }] }],
      };
    }
  },
});

interface Name {
  readonly text: string;
  readonly span: Span;
}

const allNames = scanFor(({ prose }) => namesIn(prose));

/** Names with a capital inside: `ExApp`, `PayFlow2`. */
function namesIn(text: string): readonly Name[] {
  return [...text.matchAll(/(?<![\w./@-])[A-Z][a-z]+(?:[A-Z][a-z]*)+\d?(?![\w/@-]|\.\w)/g)].map((match) => ({
    text: detached(match[0]),
    span: { start: match.index, end: match.index + match[0].length },
  }));
}

/** One part of the name is the same; the other has letters too many or too few, or two swapped. */
function isMisspelling(written: string, meant: string): boolean {
  const [a, b] = [partsOf(written), partsOf(meant)];
  if (a.length !== b.length || a.length < 2) return false;
  const different = a.flatMap((part, i) => (part === b[i] ? [] : [[part, b[i] ?? ''] as const]));
  const [pair] = different;
  if (pair === undefined || different.length > 1) return false;
  const [one, other] = pair;
  if (one.charAt(0) !== other.charAt(0) || Math.min(one.length, other.length) < 2) return false;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (long.startsWith(short) && /^(?:s|es|ed|er|ing)$/.test(long.slice(short.length))) return false;
  if (one.length === other.length) return isSwap(one, other) || (one.length >= 6 && editDistance(one, other, 1) === 1);
  const gap = Math.abs(one.length - other.length);
  return gap <= 2 && editDistance(one, other, 2) === gap;
}

function partsOf(name: string): readonly string[] {
  return name.match(/[A-Z][a-z]*\d?/g) ?? [];
}

function isSwap(one: string, other: string): boolean {
  return [...one].sort().join('') === [...other].sort().join('') && editDistance(one, other, 1) === 1;
}
