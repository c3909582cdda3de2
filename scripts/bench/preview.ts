import { stat } from 'node:fs/promises';
import { createPostmortemReader } from '../../server/src/postmortem/postmortem-reader.ts';
import { patchBetween } from '../../server/src/render/document/block-patch.ts';
import { createDocumentRenderer } from '../../server/src/render/document/render-document.ts';
import { layoutPicture } from '../../server/src/render/picture/layout.ts';
import { pictureSvg } from '../../server/src/render/picture/picture-svg.ts';
import { readPicture } from '../../server/src/render/picture/read-picture.ts';
import { previewParts } from '../../server/src/render/preview-parts.ts';
import { review } from '../../server/src/review/review.ts';
import { projectRoot } from '../paths.ts';
import { long, typical } from './documents.ts';
import { medianMilliseconds, milliseconds, row } from './measure.ts';
import { typing } from './reading.ts';

const context = { path: 'postmortem.md', isPostmortem: undefined, zone: undefined };
const now = { epochSeconds: Date.UTC(2024, 6, 1) / 1000 };
const options = { settings: [], now, workspace: { fileExists: () => undefined } };
const view = { width: 640, zoom: 1, pan: 0, offset: 0, zone: 'UTC', rows: 16, lit: undefined };
const still = { marks: 'buttons', offset: 0, zone: 'UTC', lit: undefined } as const;

/** What one keystroke costs until everything that the preview shows is made; reading and reviewing not counted. */
export async function benchPreview(): Promise<void> {
  console.log('\nPreview after one keystroke');
  row('', 'parts', 'picture', 'document', 'message');
  for (const [name, text, runs] of [
    ['typical', typical, 60],
    ['9,000 entries', long, 8],
  ] as const) {
    const reader = createPostmortemReader();
    const postmortem = reader.read(text, context);
    const { findings } = review(postmortem, options);
    const parts = medianMilliseconds(runs, () => previewParts(postmortem, findings, now, { kind: 'buttons' }));
    const picture = medianMilliseconds(
      runs,
      () => pictureSvg(layoutPicture(readPicture(postmortem, findings, 'UTC'), view), still).markup,
    );
    const renderer = createDocumentRenderer();
    let blocks = renderer.render(text, false);
    const next = typing(text);
    const document = medianMilliseconds(runs, (key) => {
      const after = renderer.render(next(key), false);
      patchBetween(blocks, after);
      blocks = after;
    });
    const message = JSON.stringify([
      readPicture(postmortem, findings, 'UTC'),
      previewParts(postmortem, findings, now, { kind: 'buttons' }),
    ]).length;
    row(name, milliseconds(parts), milliseconds(picture), milliseconds(document), `${Math.round(message / 1024)} KB`);
  }
  const { size } = await stat(`${projectRoot}client/dist/preview.js`);
  row('scripts of the page', `${Math.round(size / 1024)} KB`);
}
