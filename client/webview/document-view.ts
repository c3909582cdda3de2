import type { PreviewDocumentAnswer } from '../../server/src/lsp/messages.ts';
import type { ImageRoots } from '../src/preview/page-messages.ts';

/** The rendered document on the page and the lines it came from. */
export interface DocumentView {
  /** Answers whether the patch fitted what is shown. */
  apply(uri: string, answer: PreviewDocumentAnswer, images: ImageRoots): boolean;
  /** Brings a line to the top of the window, if the reader has arrived at the document. */
  scrollTo(line: number): void;
  /** The line at the top of the window; `undefined` while another part of the page is read. */
  topLine(): number | undefined;
}

interface Shown {
  uri: string;
  version: number | null;
  blocks: HTMLElement[];
  lines: readonly number[];
}

export function createDocumentView(article: HTMLElement, barHeight: () => number): DocumentView {
  const shown: Shown = { uri: '', version: null, blocks: [], lines: [] };
  let settling = 0;
  return {
    apply(uri, { version, since, patch }, images) {
      const isKnown = since === null || (shown.uri === uri && shown.version === since);
      if (!isKnown) return false;
      if (since === null) {
        article.replaceChildren();
        shown.blocks = [];
      }
      const inserted = patch.inserted.map((markup) => blockOf(markup, images));
      const removed = shown.blocks.splice(patch.from, patch.removed, ...inserted);
      const next = shown.blocks[patch.from + inserted.length] ?? null;
      for (const block of removed) block.remove();
      const fragment = document.createDocumentFragment();
      fragment.append(...inserted);
      article.insertBefore(fragment, next);
      shown.uri = uri;
      shown.version = version;
      shown.lines = patch.lines;
      return true;
    },
    scrollTo(line) {
      if (!isRead(article)) return;
      cancelAnimationFrame(settling);
      const settle = (frames: number): void => {
        const isThere = !moveTo(shown, line, barHeight());
        // What comes into view for the first time turns out higher or lower than it was held for.
        if (frames > 0) settling = requestAnimationFrame(() => settle(isThere ? frames - 2 : frames - 1));
      };
      settle(mostFrames);
    },
    topLine: () => (isRead(article) ? lineAtPlace(shown, barHeight() + 5) : undefined),
  };
}

/** So many frames a scrolled page is given to find its place. */
const mostFrames = 8;

/** Answers whether the page had to move. */
function moveTo(shown: Shown, line: number, bar: number): boolean {
  const place = placeOfLine(shown, line);
  if (place === undefined || Math.abs(place - bar - 4) < 1) return false;
  window.scrollTo({ top: Math.max(0, window.scrollY + place - bar - 4), behavior: 'instant' });
  return true;
}

function blockOf(markup: string, images: ImageRoots): HTMLElement {
  const block = document.createElement('div');
  block.className = 'pm-block';
  block.dir = 'auto';
  block.innerHTML = markup;
  for (const image of block.querySelectorAll('img')) {
    const address = imageAddress(image.dataset.source ?? '', images);
    if (address !== undefined) image.src = address;
    image.loading = 'lazy';
  }
  for (const table of block.querySelectorAll('table')) {
    const scroller = document.createElement('div');
    scroller.className = 'pm-scroll';
    table.replaceWith(scroller);
    scroller.append(table);
  }
  return block;
}

/** Files beside the document or, with a leading slash, in its workspace folder. VS Code loads none outside of these. */
function imageAddress(source: string, { document, workspace }: ImageRoots): string | undefined {
  if (source === '') return undefined;
  const base = source.startsWith('/') ? workspace : document;
  if (base === null) return undefined;
  try {
    const address = new URL(source.replace(/^\/+/, ''), base);
    return address.host === new URL(base).host ? address.href : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the reader has arrived at the document: before that, the editor does not move the page. */
function isRead(article: HTMLElement): boolean {
  return article.getBoundingClientRect().top < window.innerHeight * 0.4;
}

interface Anchor {
  readonly line: number;
  readonly top: number;
}

/** The places of all lines that are known, in order. */
function anchorsOf({ blocks, lines }: Shown, from: number, to: number): readonly Anchor[] {
  const anchors: Anchor[] = [];
  for (let index = Math.max(0, from); index < Math.min(to, blocks.length); index++) {
    const block = blocks[index];
    const line = lines[index];
    if (block === undefined || line === undefined) continue;
    anchors.push({ line, top: block.getBoundingClientRect().top });
    for (const inside of block.querySelectorAll<HTMLElement>('[data-line]')) {
      const at = line + Number(inside.dataset.line);
      if (at > (anchors.at(-1)?.line ?? -1)) anchors.push({ line: at, top: inside.getBoundingClientRect().top });
    }
  }
  return anchors;
}

/** Where a line is, counted from the top of the window; between two known lines in proportion. */
function placeOfLine(shown: Shown, line: number): number | undefined {
  const at = shown.lines.findLastIndex((candidate) => candidate <= line);
  const anchors = anchorsOf(shown, at, at + 2);
  const index = anchors.findLastIndex((anchor) => anchor.line <= line);
  const before = anchors[Math.max(0, index)];
  const after = anchors[index + 1];
  if (before === undefined) return undefined;
  if (after === undefined || after.line === before.line) return before.top;
  const share = Math.min(1, Math.max(0, (line - before.line) / (after.line - before.line)));
  return before.top + share * (after.top - before.top);
}

function lineAtPlace(shown: Shown, top: number): number | undefined {
  const at = shown.blocks.findLastIndex((block) => block.getBoundingClientRect().top <= top);
  const anchors = anchorsOf(shown, at, at + 2);
  const index = anchors.findLastIndex((anchor) => anchor.top <= top);
  const before = anchors[Math.max(0, index)];
  const after = anchors[index + 1];
  if (before === undefined) return undefined;
  if (after === undefined || after.top <= before.top) return before.line;
  return before.line + ((top - before.top) / (after.top - before.top)) * (after.line - before.line);
}
