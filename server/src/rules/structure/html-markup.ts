import { htmlToMarkdown } from '../../markdown/html-to-markdown.ts';
import type { Postmortem } from '../../postmortem/postmortem.ts';
import { document } from '../example.ts';
import type { Fix, RuleFinding } from '../finding.ts';
import { defineRule } from '../rule.ts';

export const htmlMarkup = defineRule({
  code: 'structure/html-markup',
  title: 'The document is written in HTML',
  severity: 'info',
  what: 'Headings, lists and paragraphs are HTML tags in a file that is meant to be Markdown.',
  why: 'It is hard to read and to review as text, a tag that is not closed or nested the wrong way round breaks the page, and Markdown tools see no headings.',
  how: 'Write it in Markdown. The fix converts it and keeps every word, link and image.',
  fix: 'unsafe',
  examples: {
    bad: document(`<h1>Search unavailable on 2024-05-02</h1>
<h2>Summary</h2>
<p>Search was down for 20 minutes, from 08:00 to 08:20 UTC, for all 1,200 customers (<a href="https://status.example.com/7">status page</a>).</p>
<h2>Timeline</h2>
<ul>
<li>08:00 UTC Search stops answering.</li>
<li>08:02 UTC An alert pages the on-call engineer.</li>
<li>08:20 UTC Search is fully restored.</li>
</ul>
<h2>Root cause</h2>
<p>Old segments were <b>never</b> removed.</p>
<h2>Action items</h2>
<ul>
<li>Alert at 80 % disk usage. Owner: Kim Ito. Due: 2024-06-01.</li>
</ul>
`),
    good: document(`# Search unavailable on 2024-05-02

## Summary

Search was down for 20 minutes, from 08:00 to 08:20 UTC, for all 1,200 customers ([status page](https://status.example.com/7)).

## Timeline

- 08:00 UTC Search stops answering.
- 08:02 UTC An alert pages the on-call engineer.
- 08:20 UTC Search is fully restored.

## Root cause

Old segments were **never** removed.

## Action items

- Alert at 80 % disk usage. Owner: Kim Ito. Due: 2024-06-01.
`),
    nearMisses: [
      document(`<p align="center"><img src="https://example.com/search.png" alt="Search"></p>

# Search unavailable on 2024-05-02

## Summary

Search was down for 20 minutes,<br>from 08:00 to 08:20 UTC, for all 1,200 customers.

<details><summary>Load</summary>

The disk was full.

</details>
`),
    ],
  },
  *find({ postmortem }): Iterable<RuleFinding> {
    if (!postmortem.html) return;
    const { source, blocks } = postmortem;
    const headings = blocks.filter((block) => block.kind === 'heading').length;
    const first = blocks.find((block) => block.kind !== 'front-matter');
    const fix = conversion(postmortem);
    yield {
      span: source.lineSpan(source.lineAt(first?.span.start ?? 0)),
      message: `The document is written in HTML, with ${headings} ${headings === 1 ? 'heading' : 'headings'} that no Markdown tool sees. Convert it to Markdown.`,
      fixes: fix ? [fix] : [],
    };
  },
});

/** Only for a document: a saved page has menus and scripts that nobody wants in a postmortem. */
export function conversion({ source, blocks }: Postmortem): Fix | undefined {
  const { text } = source;
  if (/<(?:html|body|script)[\s>]/i.test(text)) return undefined;
  const front = blocks[0]?.kind === 'front-matter' ? blocks[0].span.end : 0;
  const markdown = `${htmlToMarkdown(text, blocks)}\n`;
  const edit = { span: { start: front, end: text.length }, text: front > 0 ? `\n\n${markdown}` : markdown };
  return { title: 'Convert to Markdown', safe: false, edits: [edit] };
}
