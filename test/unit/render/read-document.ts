import type { Postmortem } from '../../../server/src/postmortem/postmortem.ts';
import { createPostmortemReader } from '../../../server/src/postmortem/postmortem-reader.ts';
import type { Picture } from '../../../server/src/render/picture/picture.ts';
import { readPicture } from '../../../server/src/render/picture/read-picture.ts';
import type { Finding } from '../../../server/src/review/finding.ts';
import { review } from '../../../server/src/review/review.ts';

export const now = { epochSeconds: Date.UTC(2024, 6, 1) / 1000 };

/** Reads and reviews a text as a postmortem. */
export function readDocument(text: string): { readonly postmortem: Postmortem; readonly findings: readonly Finding[] } {
  const postmortem = createPostmortemReader().read(text, { path: 'a.md', isPostmortem: true, zone: undefined });
  const { findings } = review(postmortem, { settings: [], now, workspace: { fileExists: () => undefined } });
  return { postmortem, findings };
}

/** A document with these lines as its timeline. */
export function withTimeline(...lines: readonly string[]): string {
  return `# Search outage\n\n**Date:** 2024-05-14\n\n## Timeline\n\n${lines.join('\n')}\n`;
}

export function pictureOf(text: string, zone?: string): Picture {
  const { postmortem, findings } = readDocument(text);
  return readPicture(postmortem, findings, zone);
}
