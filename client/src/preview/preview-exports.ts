import { type ExtensionContext, l10n, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type ExportAnswer, type ExportParams, previewMethods } from '../../../server/src/lsp/messages.ts';
import { baseName } from './preview-panel.ts';

export interface PreviewExports {
  html(uri: Uri): Promise<void>;
  /** `png`: the picture as a panel draws it; `undefined` where none is open: then only SVG is offered. */
  picture(uri: Uri, png: (() => Promise<Uint8Array | undefined>) | undefined): Promise<void>;
}

/** Writes previews to files that the user names. */
export function createPreviewExports(context: ExtensionContext, client: BaseLanguageClient): PreviewExports {
  const ask = async (
    uri: Uri,
    rest: Pick<ExportParams, 'form' | 'styles' | 'images'>,
  ): Promise<ExportAnswer | null> => {
    await workspace.openTextDocument(uri);
    const params: ExportParams = { uri: client.code2ProtocolConverter.asUri(uri), ...rest };
    return await client.sendRequest<ExportAnswer | null>(previewMethods.export, params);
  };
  const stylesOf = async (name: string): Promise<string> =>
    new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(context.extensionUri, 'client', 'dist', name)));
  return {
    async html(uri) {
      const target = await askWhere(uri, 'html', { [l10n.t('Web page')]: ['html'] });
      if (target === undefined) return;
      const styles = await stylesOf('preview.css');
      const first = await ask(uri, { form: 'html', styles, images: {} });
      const images = await imagesOf(uri, first?.images ?? []);
      const answer = Object.keys(images).length === 0 ? first : await ask(uri, { form: 'html', styles, images });
      await write(target, answer && new TextEncoder().encode(answer.content));
    },
    async picture(uri, png) {
      const filters = png === undefined ? { SVG: ['svg'] } : { SVG: ['svg'], PNG: ['png'] };
      const target = await askWhere(uri, 'svg', filters);
      if (target === undefined) return;
      if (png !== undefined && target.path.toLowerCase().endsWith('.png')) {
        await write(target, (await png()) ?? null);
        return;
      }
      const answer = await ask(uri, { form: 'svg', styles: await stylesOf('timeline.css'), images: {} });
      await write(target, answer && answer.content !== '' ? new TextEncoder().encode(answer.content) : null);
    },
  };
}

async function askWhere(uri: Uri, extension: string, filters: Record<string, string[]>): Promise<Uri | undefined> {
  const name = baseName(uri).replace(/\.[^.]*$/, '');
  const folder = uri.scheme === 'untitled' ? workspace.workspaceFolders?.[0]?.uri : Uri.joinPath(uri, '..');
  const defaultUri = folder && Uri.joinPath(folder, `${name}.${extension}`);
  return await window.showSaveDialog({ ...(defaultUri && { defaultUri }), filters });
}

async function write(target: Uri, content: Uint8Array | null): Promise<void> {
  if (content === null) {
    await window.showWarningMessage(
      l10n.t('There is nothing to export: the document has no timeline, or is still being read.'),
    );
    return;
  }
  try {
    await workspace.fs.writeFile(target, content);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void window.showErrorMessage(l10n.t('{0} cannot be written: {1}', target.path, reason));
    return;
  }
  window.setStatusBarMessage(l10n.t('Exported: {0}', baseName(target)), 4000);
}

const imageTypes: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  svg: 'image/svg+xml',
};

const largestImage = 5_000_000;

/** The images as `data:` addresses; those outside of the workspace and those that are too large are left out. */
async function imagesOf(uri: Uri, addresses: readonly string[]): Promise<Record<string, string>> {
  const images: Record<string, string> = {};
  for (const address of addresses) {
    const path = address.replace(/[?#].*$/, '');
    const type = imageTypes[path.slice(path.lastIndexOf('.') + 1).toLowerCase()];
    const base = path.startsWith('/') ? workspace.getWorkspaceFolder(uri)?.uri : Uri.joinPath(uri, '..');
    if (type === undefined || base === undefined) continue;
    try {
      const file = Uri.joinPath(base, decodeURIComponent(path));
      if (workspace.getWorkspaceFolder(file) === undefined) continue;
      const content = await workspace.fs.readFile(file);
      if (content.byteLength <= largestImage) images[address] = `data:${type};base64,${base64(content)}`;
    } catch {
      // The image is not there; the page shows its words.
    }
  }
  return images;
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}
