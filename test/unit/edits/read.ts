import type { Postmortem } from '../../../server/src/postmortem/postmortem.ts';
import { createPostmortemReader } from '../../../server/src/postmortem/postmortem-reader.ts';
import type { Timeline } from '../../../server/src/postmortem/timeline.ts';
import { applyEdits, type Edit } from '../../../server/src/text/edit.ts';

export interface ReadTimeline {
  readonly text: string;
  readonly postmortem: Postmortem;
  readonly timeline: Timeline;
}

/** The first timeline of a document that consists of a title, a date and `body`. */
export function readTimeline(body: string, lineBreak = '\n'): ReadTimeline {
  const text = `# Outage\n\nDate: 2024-03-12\n\n## Timeline\n\n${body}\n`.replaceAll('\n', lineBreak);
  const postmortem = createPostmortemReader().read(text, { path: 'outage.md', isPostmortem: true, zone: undefined });
  const timeline = postmortem.timelines[0];
  if (timeline === undefined) throw new Error('no timeline');
  return { text, postmortem, timeline };
}

/** What the edits make of the body; `undefined` where there are none. */
export function edited({ text }: ReadTimeline, edits: readonly Edit[] | undefined): string | undefined {
  if (edits === undefined) return undefined;
  const heading = /## Timeline.*[\r\n]+/;
  const after = applyEdits(text, edits);
  return after.slice(after.search(heading)).replace(heading, '').trimEnd();
}
