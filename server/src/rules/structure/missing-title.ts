import type { Postmortem, Title } from '../../postmortem/postmortem.ts';
import type { Span } from '../../text/span.ts';
import { document, titled } from '../example.ts';
import type { RuleFinding } from '../finding.ts';
import { defineRule } from '../rule.ts';
import { documentWords, emptyTitle } from './generic-titles.ts';
import { isTrueHeading } from './own-heading.ts';

export const missingTitle = defineRule({
  code: 'structure/missing-title',
  title: 'The document has no title of its own',
  severity: 'warning',
  what: 'There is no title, the title of the template is still there, or the title only says that this is a postmortem.',
  why: 'In a list of forty postmortems the title is all that tells them apart.',
  how: 'Say in a few words what failed, for whom, and best the date: “Checkout errors after a certificate expired”.',
  examples: {
    bad: titled('# Postmortem'),
    good: titled('# Postmortem: checkout errors after a certificate expired'),
    nearMisses: [
      titled('# Postmortem 2024-03-12'),
      titled('# Outage of the report service'),
      titled('Postmortem: checkout errors'),
    ],
    alsoBad: [
      titled('# ISSUE NAME'),
      titled('# Title:'),
      titled('# Incident report'),
      document(`## Summary

Search was down for 20 minutes, from 08:00 to 08:20 UTC on 2024-05-02, for all 1,200 customers.

## Timeline

- 08:00 UTC Search stops answering.
- 08:02 UTC An alert pages the on-call engineer.
- 08:20 UTC Search is fully restored.

## Root cause

Old segments were never removed.

## Action items

- Alert at 80 % disk usage. Owner: Kim Ito. Due: 2024-06-01.
`),
    ],
  },
  *find({ postmortem }): Iterable<RuleFinding> {
    const { title } = postmortem;
    if (isNamedInFrontMatter(postmortem)) return;
    if (title === undefined) {
      yield { span: firstLine(postmortem), message: 'The document has no title. Say in the first line what failed.' };
    } else if (isTemplateTitle(title.text)) {
      yield { span: title.textSpan, message: `“${shown(title)}” is the title of a template. Say what failed instead.` };
    } else if (saysNothing(title.text) && !isNamedBelow(postmortem, title)) {
      yield { span: title.textSpan, message: `The title says only “${shown(title)}”. Add what failed.` };
    }
  },
});

const mostShown = 80;

function shown({ text }: Title): string {
  return text.length > mostShown ? `${text.slice(0, mostShown)}…` : text;
}

function isNamedInFrontMatter({ frontMatter }: Postmortem): boolean {
  const entry = frontMatter?.entries.find(({ key }) => key.toLowerCase() === 'title');
  return typeof entry?.value === 'string' && entry.value.trim() !== '' && !isGeneric(entry.value);
}

/** By a heading of its own below the title: `# Postmortem`, `## Checkout errors`. */
function isNamedBelow({ sections }: Postmortem, title: Title): boolean {
  const known = sections.findIndex(({ kind }) => kind !== 'other');
  return sections
    .slice(0, Math.max(0, known))
    .some(
      (section) =>
        section.headingSpan.start > title.span.start && isTrueHeading(section) && !isGeneric(section.heading),
    );
}

function isGeneric(words: string): boolean {
  return isTemplateTitle(words) || saysNothing(words);
}

function firstLine({ source, blocks }: Postmortem): Span {
  const first = blocks.find((block) => block.kind !== 'front-matter');
  return source.lineSpan(source.lineAt(first?.span.start ?? 0));
}

/** `ISSUE NAME`, `[Brief incident title]`, `<title>`, `Title:`. */
function isTemplateTitle(text: string): boolean {
  const words = text.replace(/[\s:*_]+$/, '').trim();
  return (
    /^(?:issue|incident|outage|postmortem|service)?\s?(?:name|title)(?: here)?$/i.test(words) ||
    /^(?:\[[^\]]*\]|<[^>]*>|\{\{?[^}]*\}?\})$/.test(words) ||
    /^(?:y{4}[-/]m{2}[-/]d{2})?[\s:–-]*(?:incident|issue|postmortem)? ?(?:title|name)$/i.test(words)
  );
}

/** Only words for the document itself; a date or a number would tell it from others. */
function saysNothing(text: string): boolean {
  if (!emptyTitle.test(text)) return false;
  const words = text
    .toLowerCase()
    .replace(/\b0x[0-9a-f]+\b/g, ' ')
    .split(/[^\p{L}\p{N}'’]+/u)
    .filter((word) => word !== '');
  return words.every((word) => documentWords.has(word));
}
