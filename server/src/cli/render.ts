import { readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, isAbsolute, relative, resolve } from 'node:path';
import { imageAddresses } from '../render/document/images.ts';
import { createDocumentRenderer, type DocumentBlock } from '../render/document/render-document.ts';
import { exportPage } from '../render/export-page.ts';
import { readPicture } from '../render/picture/read-picture.ts';
import { stillPicture } from '../render/summary.ts';
import { review } from '../review/review.ts';
import type { RenderArguments } from './arguments.ts';
import { type CliDocument, isUnreadable, openDocuments } from './documents.ts';
import { type CliHost, type ExitCode, exitCodes } from './host.ts';

/** Writes the preview of one document as a file that needs nothing else. */
export async function render(args: RenderArguments, host: CliHost): Promise<ExitCode> {
  const source = await openDocuments(args, {}, host);
  if (source.count !== 1) return wrong(host, `Name one file to render, not ${source.count}.`);
  for await (const document of source.documents()) {
    if (isUnreadable(document)) return wrong(host, document.message);
    const content = await contentOf(document, args, host);
    if (content === undefined) return wrong(host, `${document.file} has no timeline to draw.`);
    if (args.output === undefined) host.stdout.write(content);
    else {
      const problem = await writeFile(resolve(host.cwd, args.output), content).catch((error: unknown) => String(error));
      if (problem !== undefined) return wrong(host, `${args.output} cannot be written: ${problem}`);
    }
  }
  for (const problem of source.configProblems) host.stderr.write(`postmortem: ${problem}\n`);
  return source.configProblems.size > 0 ? exitCodes.wrongUse : exitCodes.nothing;
}

function wrong(host: CliHost, message: string): ExitCode {
  host.stderr.write(`postmortem: ${message}\n`);
  return exitCodes.wrongUse;
}

async function contentOf(document: CliDocument, args: RenderArguments, host: CliHost): Promise<string | undefined> {
  const postmortem = document.read(document.text);
  const { findings } = review(postmortem, document.options);
  if (args.format === 'svg') {
    const picture = readPicture(postmortem, findings, undefined);
    return stillPicture(picture, { marks: 'plain', styles: host.styles.picture }) || undefined;
  }
  const blocks = createDocumentRenderer().render(document.text, postmortem.html);
  return exportPage(postmortem, {
    findings: args.review ? findings : [],
    now: host.now,
    blocks,
    images: await imagesOf(document, blocks, host.cwd),
    styles: host.styles.page,
  });
}

const imageTypes: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.svg': 'image/svg+xml',
};

/** The images beside the document or in the working folder as `data:` addresses; no others are opened. */
async function imagesOf(
  { absolute }: CliDocument,
  blocks: readonly DocumentBlock[],
  cwd: string,
): Promise<ReadonlyMap<string, string>> {
  const images = new Map<string, string>();
  const folder = absolute === undefined ? cwd : dirname(absolute);
  for (const address of imageAddresses(blocks)) {
    const path = decoded(address.replace(/[?#].*$/, ''));
    const file = path.startsWith('/') ? resolve(cwd, `.${path}`) : resolve(folder, path);
    const type = imageTypes[extname(file).toLowerCase()];
    if (type === undefined || !(isInside(folder, file) || isInside(cwd, file))) continue;
    const content = await readFile(file).catch(() => undefined);
    if (content !== undefined) images.set(address, `data:${type};base64,${content.toString('base64')}`);
  }
  return images;
}

function isInside(folder: string, file: string): boolean {
  const path = relative(folder, file);
  return path !== '' && basename(path) !== '..' && !path.startsWith('..') && !isAbsolute(path);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
