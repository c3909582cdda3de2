import { lineScanner } from '../text/lines.ts';
import type { FrontMatterBlock } from './block.ts';

/** The block between `---` or `+++` lines at the very start (`undefined` where there is none), `from` being behind a byte order mark. */
export function findFrontMatter(text: string, from: number): FrontMatterBlock | undefined {
  const fence = text.startsWith('---', from) ? '---' : text.startsWith('+++', from) ? '+++' : undefined;
  if (fence === undefined) return undefined;
  const scan = lineScanner(text);
  const opening = scan(from);
  if (text.slice(from, opening.end).trimEnd() !== fence) return undefined;
  let at = opening.next;
  let keys = 0;
  while (at < text.length) {
    const line = scan(at);
    const content = text.slice(at, Math.min(line.end, at + 400)).trimEnd();
    if (content === fence || (fence === '---' && content === '...')) {
      if (keys === 0 && at > opening.next) return undefined;
      return {
        kind: 'front-matter',
        span: { start: from, end: line.end },
        item: undefined,
        quoted: false,
        html: false,
        syntax: fence === '---' ? 'yaml' : 'toml',
        content: { start: opening.next, end: at },
      };
    }
    if (/^["']?[\p{L}_][^:=]{0,60}["']?\s*[:=]/u.test(content)) keys++;
    if (content.startsWith('#') && /^#{2,6} /.test(content)) return undefined;
    at = line.next;
  }
  return undefined;
}
