import type { Postmortem } from '../postmortem/postmortem.ts';
import type { Span } from '../text/span.ts';

/** Where a finding about the whole document stands: on the title; without one, on the first line with text. */
export function documentPlace(postmortem: Postmortem): Span {
  const { source, title, blocks } = postmortem;
  if (title) return title.textSpan;
  const first = blocks.find((block) => block.kind !== 'front-matter');
  return source.lineSpan(source.lineAt(first?.span.start ?? 0));
}
