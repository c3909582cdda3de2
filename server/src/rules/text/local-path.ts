import type { InlineLink } from '../../markdown/inline-link.ts';
import type { Postmortem } from '../../postmortem/postmortem.ts';
import type { Span } from '../../text/span.ts';
import { inSection } from '../example.ts';
import type { Fix, RuleFinding } from '../finding.ts';
import { linksOf } from '../links.ts';
import { defineRule } from '../rule.ts';
import { scanFor } from '../scan.ts';

export const localPath = defineRule({
  code: 'text/local-path',
  title: 'A link leads to a file of one machine',
  severity: 'warning',
  what: 'A link, an image or an address points into the file system of the author, such as `file:///C:/Users/…` or `/home/…`.',
  why: 'It works for the author alone, and tells everybody the name of an account and of folders.',
  how: 'Put the file beside the document and link it by a relative path, or take the link out. The fix takes it out.',
  fix: 'unsafe',
  examples: {
    bad: inSection('Resolution', 'The graph was saved.\n\nfile:///C:/Users/ada/Downloads/graph%20of%20errors.webp'),
    good: inSection('Resolution', 'The graph was saved.\n\n![The graph](graph.webp)', { files: ['graph.webp'] }),
    nearMisses: [
      inSection('Resolution', 'The disk filled up under /home/deploy/releases, so old releases were removed.'),
      inSection('Resolution', '```sh\nrm -r file:///home/deploy/releases\n```'),
      inSection('Resolution', 'See [the page of the team](https://example.com/home/ada/notes).'),
    ],
    alsoBad: [
      inSection('Resolution', 'See [the graph](/Users/ada/Desktop/graph.png).'),
      inSection('Resolution', '![The graph](C:\\Users\\ada\\graph.png)'),
    ],
  },
  *find({ postmortem }): Iterable<RuleFinding> {
    const { text } = postmortem.source;
    const links = linksOf(postmortem).filter((link) => isLocal(link.target));
    for (const link of links) {
      yield { span: link.targetSpan, message: messageFor(link.target), fixes: [withoutLink(text, link)] };
    }
    for (const { span } of bareAddresses(postmortem)) {
      if (links.some((link) => link.span.start <= span.start && span.start < link.span.end)) continue;
      yield { span, message: messageFor(text.slice(span.start, span.end)), fixes: [withoutAddress(postmortem, span)] };
    }
  },
});

function isLocal(target: string): boolean {
  return /^(?:file:|[a-z]:[\\/]|\\\\\w|\/(?:home|Users|root|tmp|mnt|var\/folders)\/|~\/)/i.test(target.trim());
}

function messageFor(target: string): string {
  const shown = target.length > 60 ? `${target.slice(0, 57)}…` : target;
  return `“${shown}” is a file of one machine. Put it beside the document, or take the link out.`;
}

const bareAddresses = scanFor(({ shown }) =>
  [...shown.matchAll(/\bfile:\/\/[^\s<>)\]"'|]+/gi)].map(({ 0: written, index }) => ({
    span: { start: index, end: index + written.length },
  })),
);

function withoutLink(text: string, { kind, label, span }: InlineLink): Fix {
  const words = label ? text.slice(label.start, label.end) : '';
  const title = `Keep the words without the ${kind}`;
  return { title: words === '' ? `Take the ${kind} out` : title, safe: false, edits: [{ span, text: words }] };
}

/** With its line where nothing else is on it. */
function withoutAddress({ source }: Postmortem, span: Span): Fix {
  const line = source.lineAt(span.start);
  const whole = source
    .slice(source.lineSpan(line))
    .replace(/^[\s>*+-]*|[\s<>]*$/g, '')
    .replace(/^</, '');
  const fillsLine = whole === source.slice(span);
  const removed = fillsLine ? { start: source.lineStart(line), end: source.lineStart(line + 1) } : span;
  return { title: 'Take the address out', safe: false, edits: [{ span: removed, text: '' }] };
}
