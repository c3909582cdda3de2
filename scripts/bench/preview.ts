import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type PreviewAnswer, previewMethods } from '../../server/src/lsp/messages.ts';
import { createPostmortemReader } from '../../server/src/postmortem/postmortem-reader.ts';
import { patchBetween } from '../../server/src/render/document/block-patch.ts';
import { createDocumentRenderer } from '../../server/src/render/document/render-document.ts';
import { condense } from '../../server/src/render/picture/condense.ts';
import { layoutPicture } from '../../server/src/render/picture/layout.ts';
import { pictureSvg } from '../../server/src/render/picture/picture-svg.ts';
import { readPicture } from '../../server/src/render/picture/read-picture.ts';
import { previewParts } from '../../server/src/render/preview-parts.ts';
import { review } from '../../server/src/review/review.ts';
import { projectRoot } from '../paths.ts';
import { long, typical } from './documents.ts';
import { medianMilliseconds, milliseconds, row } from './measure.ts';
import { typing } from './reading.ts';
import { median, startServer } from './server.ts';

const context = { path: 'postmortem.md', isPostmortem: undefined, zone: undefined };
const now = { epochSeconds: Date.UTC(2024, 6, 1) / 1000 };
const options = { settings: [], now, workspace: { fileExists: () => undefined } };
const view = { width: 640, zoom: 1, pan: 0, offset: 0, zone: 'UTC', rows: 16, lit: undefined };
const still = { marks: 'buttons', offset: 0, zone: 'UTC', lit: undefined } as const;

/** From a keystroke to the answer that the page shows, with the built server: all but VS Code's own part. */
async function benchAnswers(): Promise<void> {
  console.log('\nPreview through the protocol');
  row('', 'from a key', 'first answer', 'of an edit');
  const folder = await mkdtemp(join(tmpdir(), 'postmortem-bench-'));
  const server = await startServer(pathToFileURL(folder).href);
  try {
    for (const [name, text, keys] of [
      ['typical', typical, 200],
      ['9,000 entries', long, 20],
    ] as const) {
      const uri = pathToFileURL(join(folder, `postmortem-${keys}.md`)).href;
      await server.open(uri, text);
      const ask = (known: number | null): Promise<PreviewAnswer> =>
        server.connection.sendRequest<PreviewAnswer>(previewMethods.preview, { uri, known });
      const place = { line: text.split('\n').length >> 1, character: 20 };
      const first = await ask(null);
      let last = first;
      const times: number[] = [];
      for (let key = 0; key < keys; key++) {
        const from = performance.now();
        server.edit(uri, key + 2, place, 'x');
        last = await ask(last.number);
        times.push(performance.now() - from);
      }
      row(name, milliseconds(median(times.slice(keys >> 2))), size(first), size(last));
    }
  } finally {
    server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

function size(message: unknown): string {
  return `${(JSON.stringify(message).length / 1024).toFixed(1)} KB`;
}

/** What one keystroke costs until everything that the preview shows is made; reading and reviewing not counted. */
export async function benchPreview(): Promise<void> {
  console.log('\nPreview after one keystroke');
  row('', 'parts', 'picture', 'drawing', 'document');
  for (const [name, text, runs] of [
    ['typical', typical, 60],
    ['9,000 entries', long, 8],
  ] as const) {
    const reader = createPostmortemReader();
    const postmortem = reader.read(text, context);
    const { findings } = review(postmortem, options);
    const parts = medianMilliseconds(runs, () => previewParts(postmortem, findings, now, { kind: 'buttons' }));
    const picture = medianMilliseconds(runs, () => condense(readPicture(postmortem, findings, 'UTC'), view));
    const shown = condense(readPicture(postmortem, findings, 'UTC'), view);
    const drawing = medianMilliseconds(runs, () => pictureSvg(layoutPicture(shown, view), still).markup);
    const renderer = createDocumentRenderer();
    let blocks = renderer.render(text, false);
    const next = typing(text);
    const document = medianMilliseconds(runs, (key) => {
      const after = renderer.render(next(key), false);
      patchBetween(blocks, after);
      blocks = after;
    });
    row(name, milliseconds(parts), milliseconds(picture), milliseconds(drawing), milliseconds(document));
  }
  await benchAnswers();
  const { size: bytes } = await stat(`${projectRoot}client/dist/preview.js`);
  row('scripts of the page', `${Math.round(bytes / 1024)} KB`);
}
