import type { CodeBlock } from '../../markdown/block.ts';
import { readLabel } from '../../postmortem/heading-candidates.ts';
import type { Postmortem } from '../../postmortem/postmortem.ts';
import { nameSection } from '../../postmortem/section-name.ts';
import type { Span } from '../../text/span.ts';
import { readOpening } from '../../time/moment-text.ts';

/** Code that was not meant as code: it holds sections or entries of the document. */
export interface HiddenContents {
  readonly block: CodeBlock;
  readonly how: 'unclosed-fence' | 'indent';
  /** The lines in it that are headings of sections. */
  readonly headings: readonly Span[];
  /** The lines in it that are entries of the timeline. */
  readonly entries: readonly Span[];
}

/** The code blocks of the document that swallow a part of it. */
export function hiddenContents(postmortem: Postmortem): readonly HiddenContents[] {
  return postmortem.blocks.flatMap((block) => {
    const isCandidate = block.kind === 'code' && !block.html && !block.quoted && block.fence !== 'closed';
    const hidden = isCandidate ? contentsOf(postmortem, block) : undefined;
    return hidden ? [hidden] : [];
  });
}

function contentsOf({ source, sections }: Postmortem, block: CodeBlock): HiddenContents | undefined {
  const { text } = source;
  const headings = block.lines.filter((line) => opensSection(text, line));
  const inTimeline = sections.some(
    ({ kinds, span }) => kinds.includes('timeline') && span.start <= block.span.start && block.span.end <= span.end,
  );
  const entries = inTimeline || headings.length > 0 ? block.lines.filter((line) => isEntry(text, line)) : [];
  if (block.fence === 'unclosed')
    return headings.length > 0 ? { block, how: 'unclosed-fence', headings, entries } : undefined;
  if (block.item !== undefined || isLog(text, block)) return undefined;
  const lines = block.lines.filter((line) => line.start < line.end).length;
  if (headings.length === 0 && entries.length * 2 < lines) return undefined;
  return headings.length + entries.length > 0 ? { block, how: 'indent', headings, entries } : undefined;
}

function opensSection(text: string, line: Span): boolean {
  const hashes = /^#{1,6}[ \t]+(?=\S)/.exec(text.slice(line.start, line.end));
  if (hashes)
    return nameSection(text.slice(line.start + hashes[0].length, line.end).replace(/[\s#]+$/, ''))?.match === 'exact';
  if (!text.startsWith('**', line.start)) return false;
  const label = readLabel(text, line);
  return label !== undefined && !label.inline && nameSection(label.words)?.match === 'exact';
}

/** Words behind the time; a log has fields. */
function isEntry(text: string, line: Span): boolean {
  const moment = readOpening(text.slice(line.start, line.end));
  if (moment?.time === undefined) return false;
  return /^[\s\])*_:.,–—-]*\p{L}[\p{L}'’-]*[ ,]+\S*\p{L}/u.test(text.slice(line.start + moment.span.end, line.end));
}

const logFields = /\b(?:ERROR|WARN|WARNING|INFO|DEBUG|FATAL)\b|\[\w+\]|\w+=\w+|\d\.\d{3}|:\d\d[.,]\d/;

function isLog(text: string, block: CodeBlock): boolean {
  return block.lines.filter((line) => logFields.test(text.slice(line.start, line.end))).length * 3 > block.lines.length;
}
