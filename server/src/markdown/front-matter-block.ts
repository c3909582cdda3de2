import { type LineBounds, lineScanner } from '../text/lines.ts';
import type { FrontMatterBlock } from './block.ts';

const LONGEST_LINE = 400;
const keyLine = /^["']?[\p{L}_][^:=]{0,60}["']?\s*[:=]/u;
const headingLine = /^#{2,6} /;

/** The block between `---` or `+++` lines at the very start (`undefined` where there is none), `from` being behind a byte order mark. */
export function findFrontMatter(text: string, from: number): FrontMatterBlock | undefined {
  const fence = fenceAt(text, from);
  if (fence === undefined) return undefined;
  const scan = lineScanner(text);
  const opening = scan(from);
  if (contentOf(text, from, opening) !== fence) return undefined;
  let hasKeys = false;
  for (let at = opening.next; at < text.length; ) {
    const line = scan(at);
    const content = contentOf(text, at, line);
    if (content === fence || (fence === '---' && content === '...')) {
      return hasKeys || at === opening.next ? blockOf(from, line.end, fence, opening.next, at) : undefined;
    }
    if (!hasKeys && headingLine.test(content)) return undefined;
    hasKeys ||= keyLine.test(content);
    at = line.next;
  }
  return undefined;
}

function fenceAt(text: string, from: number): '---' | '+++' | undefined {
  if (text.startsWith('---', from)) return '---';
  return text.startsWith('+++', from) ? '+++' : undefined;
}

function contentOf(text: string, start: number, line: LineBounds): string {
  return text.slice(start, Math.min(line.end, start + LONGEST_LINE)).trimEnd();
}

function blockOf(
  start: number,
  end: number,
  fence: '---' | '+++',
  contentStart: number,
  contentEnd: number,
): FrontMatterBlock {
  return {
    kind: 'front-matter',
    span: { start, end },
    item: undefined,
    quoted: false,
    html: false,
    syntax: fence === '---' ? 'yaml' : 'toml',
    content: { start: contentStart, end: contentEnd },
  };
}
