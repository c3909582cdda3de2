import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { Span } from '../../text/span.ts';
import { document, inSection, inTimeline } from '../example.ts';
import type { Fix, RuleFinding } from '../finding.ts';
import { defineRule } from '../rule.ts';
import { type HiddenContents, hiddenContents } from './hidden-contents.ts';

const opening = `# Search unavailable on 2024-05-02

## Summary

Search was down for 20 minutes, from 08:00 to 08:20 UTC, for all 1,200 customers.

## Root cause

Old segments were never removed.

\`\`\`
df: /var/lib/search 100%
`;

const rest = `
## Timeline

- 08:00 UTC Search stops answering.
- 08:02 UTC The outage is detected by an alert, which pages the on-call engineer.
- 08:20 UTC Search is fully restored.

## Action items

- Alert at 80 % disk usage. Owner: Kim Ito. Due: 2024-06-01.
`;

export const hiddenByFence = defineRule({
  code: 'structure/hidden-by-fence',
  title: 'Sections or entries are read as code',
  severity: 'warning',
  what: 'A code fence that is never closed, or lines that are indented like code, hold headings of sections or entries of the timeline.',
  why: 'Viewers print all of it as code: the sections are in no outline, the entries are one grey box, and links in it are dead.',
  how: 'Close the fence where the code ends, or take the indentation away. The fix does that.',
  fix: 'unsafe',
  examples: {
    bad: document(`${opening}${rest}`),
    good: document(`${opening}\`\`\`\n${rest}`),
    nearMisses: [
      inSection(
        'Resolution',
        'The certificate was replaced:\n\n    openssl req -new -key gateway.key\n    systemctl reload gateway',
      ),
      inTimeline(`All times are in UTC.

- 09:00 The certificate of the payment gateway expires.
- 09:45 A new certificate is in place; checkout is fully restored.

    09:00:01.120 ERROR tls handshake failed
    09:00:01.340 ERROR tls handshake failed`),
    ],
    alsoBad: [
      document(
        `${opening.replace(/```[\s\S]*/, '')}${rest.replace(/^- /gm, '    ').replace('    Alert', '- Alert').slice(1)}`,
      ),
    ],
  },
  *find({ postmortem }): Iterable<RuleFinding> {
    for (const hidden of hiddenContents(postmortem)) {
      const first = firstHidden(hidden);
      if (first === undefined) continue;
      const fix = hidden.how === 'indent' ? unindent(postmortem, hidden) : closeFence(postmortem, hidden);
      yield {
        span:
          hidden.how === 'indent'
            ? first
            : postmortem.source.lineSpan(postmortem.source.lineAt(hidden.block.span.start)),
        message: messageFor(hidden),
        related: hidden.how === 'indent' ? [] : [{ span: first, message: 'The first heading that is hidden' }],
        fixes: fix ? [fix] : [],
      };
    }
  },
});

function firstHidden({ headings, entries }: HiddenContents): Span | undefined {
  return headings[0] ?? entries[0];
}

function messageFor({ how, headings, entries }: HiddenContents): string {
  const what = [
    ...(headings.length > 0 ? [`${headings.length} ${headings.length === 1 ? 'section' : 'sections'}`] : []),
    ...(entries.length > 0 ? [`${entries.length} ${entries.length === 1 ? 'entry' : 'entries'} of the timeline`] : []),
  ].join(' and ');
  return how === 'indent'
    ? `Four spaces make code of ${what}. Take the indentation away.`
    : `This fence is never closed and hides ${what}. Close it where the code ends.`;
}

/** Before the first heading that is hidden; a fence right above it is taken away. */
function closeFence(postmortem: Postmortem, { block, headings }: HiddenContents): Fix | undefined {
  const { source } = postmortem;
  const heading = headings[0];
  if (heading === undefined || block.item !== undefined) return undefined;
  const fenceLine = source.lineAt(block.span.start);
  const { text } = source;
  let last = source.lineAt(heading.start) - 1;
  while (last > fenceLine && source.slice(source.lineSpan(last)).trim() === '') last--;
  if (last === fenceLine) {
    const span = { start: source.lineStart(fenceLine), end: source.lineStart(fenceLine + 1) };
    return { title: 'Remove the fence', safe: false, edits: [{ span, text: '' }] };
  }
  const fence = /^[`~]+/.exec(text.slice(block.span.start, block.span.start + 80))?.[0] ?? '```';
  const at = source.lineSpan(last).end;
  const gap = source.lineAt(heading.start) - last > 1 ? '' : '\n';
  return { title: 'Close the fence', safe: false, edits: [{ span: { start: at, end: at }, text: `\n${fence}${gap}` }] };
}

function unindent({ source }: Postmortem, { block }: HiddenContents): Fix {
  const last = source.lineAt(block.span.end);
  const edits = [];
  for (let line = source.lineAt(block.span.start); line <= last; line++) {
    const span = source.lineSpan(line);
    const indent = /^[ \t]*/.exec(source.slice(span))?.[0].length ?? 0;
    if (indent > 0) edits.push({ span: { start: span.start, end: span.start + indent }, text: '' });
  }
  return { title: 'Take the indentation away', safe: false, edits };
}
