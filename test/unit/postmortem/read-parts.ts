import { MarkdownReader } from '../../../server/src/markdown/markdown-reader.ts';
import type { FactSources } from '../../../server/src/postmortem/read-facts.ts';
import { readFrontMatter } from '../../../server/src/postmortem/read-front-matter.ts';
import { readSections } from '../../../server/src/postmortem/read-sections.ts';
import { readTitle } from '../../../server/src/postmortem/read-title.ts';

/** Reads a document as far as its facts need it. */
export function readParts(text: string): FactSources {
  const { blocks, sections } = readSections(text, new MarkdownReader().read(text).blocks);
  const block = blocks.find(({ kind }) => kind === 'front-matter');
  const frontMatter = block?.kind === 'front-matter' ? readFrontMatter(text, block) : undefined;
  return { text, blocks, sections, frontMatter, title: readTitle(text, blocks, sections, frontMatter) };
}
