import type { FrontMatterBlock } from '../markdown/block.ts';
import { trimSpan } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import type { FrontMatter } from './front-matter.ts';
import { readTomlEntries } from './read-toml-entries.ts';
import { readYamlEntries } from './read-yaml-entries.ts';

type FrontMatterContent = Pick<FrontMatter, 'entries' | 'error'>;

/** No front matter that a person writes is longer; what is longer is not read. */
const LONGEST = 20_000;

export function readFrontMatter(text: string, block: FrontMatterBlock): FrontMatter {
  const { syntax, span, content: contentSpan } = block;
  return { syntax, span, contentSpan, ...readContent(text, block) };
}

function readContent(text: string, { syntax, content }: FrontMatterBlock): FrontMatterContent {
  if (content.end - content.start > LONGEST) {
    return {
      entries: [],
      error: { message: `Front matter of more than ${LONGEST} characters is not read`, span: content },
    };
  }
  if (isEmpty(text, content)) return { entries: [], error: undefined };
  // Neither language knows a carriage return by itself as a line break; the length stays the same.
  const source = text.includes('\r') ? text.replace(/\r(?!\n)/g, '\n') : text;
  return syntax === 'yaml' ? readYamlEntries(source, content) : readTomlEntries(source, content);
}

function isEmpty(text: string, content: Span): boolean {
  const { start, end } = trimSpan(text, content);
  return start === end;
}
