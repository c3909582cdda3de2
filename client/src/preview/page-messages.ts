import type { PreviewAnswer, PreviewDocumentAnswer, PreviewParams } from '../../../server/src/lsp/messages.ts';

/** What the panel tells its page. */
export type ToPage =
  | { readonly type: 'preview'; readonly shown: ShownPreview }
  | {
      readonly type: 'document';
      readonly uri: string;
      readonly answer: PreviewDocumentAnswer;
      readonly images: ImageRoots;
    }
  /** The cursor of the editor stands on a line. */
  | { readonly type: 'cursor'; readonly line: number }
  /** The editor shows this line at its top; the fraction tells how much of it is scrolled off. */
  | { readonly type: 'scroll'; readonly line: number }
  /** The picture is wanted as a file. */
  | { readonly type: 'capture'; readonly form: 'png' };

export interface ShownPreview
  extends Pick<
    PreviewAnswer,
    'number' | 'since' | 'version' | 'postmortem' | 'detail' | 'parts' | 'picture' | 'findings' | 'actions'
  > {
  readonly uri: string;
  readonly name: string;
  readonly locked: boolean;
}

/** The part of the picture that is seen. */
export type SeenPart = NonNullable<PreviewParams['part']>;

/** Where images are loaded from: the folder of the document and the folder of the workspace, both ending with `/`. */
export interface ImageRoots {
  readonly document: string;
  /** `null`: the document stands in no workspace folder. */
  readonly workspace: string | null;
}

/** What the page asks of its panel. */
export type FromPage =
  | { readonly type: 'ready' }
  /** The page cannot apply what it got and wants the whole document. */
  | { readonly type: 'reload' }
  /** Another part of the picture is seen, and the page knows too little about it. */
  | { readonly type: 'look'; readonly part: SeenPart }
  | { readonly type: 'go'; readonly line: number }
  | { readonly type: 'scrolled'; readonly line: number }
  | { readonly type: 'fix'; readonly name: string; readonly version: number }
  | { readonly type: 'open'; readonly href: string }
  | { readonly type: 'command'; readonly command: 'lock' | 'export-html' | 'export-picture' }
  /** The picture as a `data:` address; empty where there is none. */
  | { readonly type: 'captured'; readonly content: string };

/** Reads a message of the page; `undefined` for anything that is none. */
export function readPageMessage(message: unknown): FromPage | undefined {
  if (typeof message !== 'object' || message === null || !('type' in message)) return undefined;
  const { type, line, name, version, href, command, content, part } = message as Readonly<Record<string, unknown>>;
  switch (type) {
    case 'ready':
    case 'reload':
      return { type };
    case 'look': {
      const read = readPart(part);
      return read && { type, part: read };
    }
    case 'go':
    case 'scrolled':
      return typeof line === 'number' && line >= 0 && line < 1e7 ? { type, line } : undefined;
    case 'fix':
      return typeof name === 'string' && typeof version === 'number' ? { type, name, version } : undefined;
    case 'open':
      return typeof href === 'string' && href.length < 4096 ? { type, href } : undefined;
    case 'command':
      return command === 'lock' || command === 'export-html' || command === 'export-picture'
        ? { type, command }
        : undefined;
    case 'captured':
      return typeof content === 'string' && /^(?:$|data:image\/png;base64,)/.test(content)
        ? { type, content }
        : undefined;
    default:
      return undefined;
  }
}

function readPart(part: unknown): SeenPart | undefined {
  if (typeof part !== 'object' || part === null) return undefined;
  const { width, zoom, pan } = part as Readonly<Record<string, unknown>>;
  return isBetween(width, 1, 1e5) && isBetween(zoom, 1, 1e4) && isBetween(pan, 0, 1e9)
    ? { width, zoom, pan }
    : undefined;
}

function isBetween(value: unknown, least: number, most: number): value is number {
  return typeof value === 'number' && value >= least && value <= most;
}

/** What a page remembers over a reload of the window. */
export interface PageState {
  readonly uri: string;
  readonly locked: boolean;
  /** The zone that was chosen for the axis; left out as long as none was. */
  readonly zone?: string;
}

export function readPageState(state: unknown): PageState | undefined {
  if (typeof state !== 'object' || state === null) return undefined;
  const { uri, locked, zone } = state as Readonly<Record<string, unknown>>;
  if (typeof uri !== 'string') return undefined;
  return { uri, locked: locked === true, ...(typeof zone === 'string' && { zone }) };
}
