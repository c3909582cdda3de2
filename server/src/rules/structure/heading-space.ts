import { document, inSection } from '../example.ts';
import { defineRule } from '../rule.ts';

export const headingSpace = defineRule({
  code: 'structure/heading-space',
  title: 'No space behind the # of a heading',
  severity: 'warning',
  what: 'The number signs of a heading stand right before its first letter.',
  why: 'Without the space it is no heading: most viewers print it as text with a number sign, and it is missing from every outline.',
  how: 'Put a space behind the number signs. The fix does that.',
  fix: 'safe',
  examples: {
    bad: document(`# Search unavailable on 2024-05-02

Search was down for 20 minutes, from 08:00 to 08:20 UTC, for all 1,200 customers.

## Summary

The index ran out of disk.

##Timeline

- 08:00 UTC Search stops answering.
- 08:02 UTC An alert pages the on-call engineer.
- 08:20 UTC Search is fully restored.

## Root cause

Old segments were never removed.

## Action items

- Alert at 80 % disk usage. Owner: Kim Ito. Due: 2024-06-01.
`),
    good: inSection('Resolution', 'Old segments were removed.'),
    nearMisses: [
      inSection('Resolution', '#4711 Revert the new cache was merged and deployed.'),
      inSection('Resolution', '```sh\n#Restart the gateway\nsystemctl restart gateway\n```'),
    ],
  },
  *find({ postmortem }) {
    const { blocks, sections, source } = postmortem;
    const { text } = source;
    const known = new Set(sections.filter(({ kind }) => kind !== 'other').map(({ headingSpan }) => headingSpan.start));
    for (const block of blocks) {
      if (block.kind !== 'heading' || block.form !== 'hash-no-space' || block.quoted) continue;
      const { start } = block.content;
      const words = text.slice(start, block.content.end).trim().split(/\s+/).length;
      const isTitle = postmortem.title?.span.start === block.span.start;
      // A longer one that names no section is more often a comment of a script.
      if (words > 6 && !isTitle && !known.has(block.span.start)) continue;
      const hashes = text.slice(block.span.start, start);
      yield {
        span: block.span,
        message: `“${text.slice(block.span.start, block.span.end)}” is no heading without a space behind “${hashes}”. Insert one.`,
        fixes: [
          {
            title: `Insert a space behind “${hashes}”`,
            safe: true,
            edits: [{ span: { start, end: start }, text: ' ' }],
          },
        ],
      };
    }
  },
});
