import {
  type Disposable,
  type ExtensionContext,
  l10n,
  type TextEditor,
  Uri,
  type WebviewPanel,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type PreviewAnswer, type PreviewDocumentAnswer, previewMethods } from '../../../server/src/lsp/messages.ts';
import { applyFix, editorOf, isOf, openDocument, openRelative, revealLine, scrollEditor } from './document-editors.ts';
import { pageHtml } from './page-html.ts';
import { type FromPage, type ImageRoots, readPageMessage, type ToPage } from './page-messages.ts';

/** One preview beside the editors. */
export interface PreviewPanel extends Disposable {
  readonly panel: WebviewPanel;
  /** The document it shows. */
  readonly uri: Uri;
  readonly isLocked: boolean;
  show(uri: Uri): void;
  setLocked(locked: boolean): void;
  /** The document, its settings or the server changed. */
  refresh(): void;
  /** The picture as it is drawn now, as a PNG. */
  capture(): Promise<Uint8Array | undefined>;
  /** The cursor or the visible part of an editor moved. */
  followCursor(editor: TextEditor): void;
  followScroll(editor: TextEditor): void;
}

const longRendering = 150;
const typingPause = 400;

export interface PanelActions {
  exportHtml(uri: Uri): void;
  exportPicture(uri: Uri): void;
}

/** What VS Code may show of a panel that it restores or that is made anew. */
export function webviewOptions(context: ExtensionContext): { enableScripts: true; localResourceRoots: Uri[] } {
  const folders = workspace.workspaceFolders?.map(({ uri }) => uri) ?? [];
  return {
    enableScripts: true,
    localResourceRoots: [Uri.joinPath(context.extensionUri, 'client', 'dist'), ...folders],
  };
}

export function createPreviewPanel(
  panel: WebviewPanel,
  first: { readonly uri: Uri; readonly locked: boolean },
  context: ExtensionContext,
  client: BaseLanguageClient,
  actions: PanelActions,
): PreviewPanel {
  const { webview } = panel;
  let { uri, locked } = first;
  let isReady = false;
  let pageIsReady = (): void => {};
  /** The server is asked while the page is loading. */
  const ready = new Promise<void>((resolve) => {
    pageIsReady = resolve;
  });
  let answer: PreviewAnswer | undefined;
  let knownVersion: number | null = null;
  let renderingTook = 0;
  let captures: ((content: Uint8Array | undefined) => void)[] = [];
  /** Until when a scroll of the editor is the answer to one of the page. */
  let quietUntil = 0;
  const post = (message: ToPage): void => void webview.postMessage(message);

  const update = inTurn(async (isOutdated) => {
    if (!panel.visible) return;
    const shownUri = uri;
    const params = { uri: client.code2ProtocolConverter.asUri(shownUri) };
    const document = await openDocument(shownUri);
    if (document === undefined || !client.isRunning()) return;
    const next = await client.sendRequest<PreviewAnswer | null>(previewMethods.preview, params);
    await ready;
    if (next === null || shownUri !== uri) return;
    answer = next;
    const { fixes: _, ...shown } = next;
    post({ type: 'preview', shown: { ...shown, uri: uri.toString(), name: baseName(uri), locked } });
    const editor = editorOf(uri);
    if (editor !== undefined) post({ type: 'cursor', line: editor.selection.active.line });
    // While somebody types, the picture goes first, and a document that takes long to be rendered waits for a pause.
    if (renderingTook > longRendering) await new Promise((resume) => setTimeout(resume, typingPause));
    if (isOutdated() || shownUri !== uri) return;
    const asked = Date.now();
    const rendered = await client.sendRequest<PreviewDocumentAnswer | null>(previewMethods.document, {
      ...params,
      known: knownVersion,
    });
    renderingTook = Date.now() - asked;
    if (rendered === null || shownUri !== uri) return;
    knownVersion = rendered.version;
    post({ type: 'document', uri: uri.toString(), answer: rendered, images: imageRoots(uri) });
  });

  const receive = async (message: FromPage): Promise<void> => {
    switch (message.type) {
      case 'ready':
        if (isReady) {
          knownVersion = null;
          update();
        }
        isReady = true;
        pageIsReady();
        break;
      case 'reload':
        knownVersion = null;
        update();
        break;
      case 'go':
        await revealLine(uri, message.line, panel);
        break;
      case 'scrolled':
        quietUntil = Date.now() + 200;
        scrollEditor(uri, message.line);
        break;
      case 'fix':
        await applyFix(uri, answer, message);
        break;
      case 'open':
        await openRelative(uri, message.href);
        break;
      case 'command':
        if (message.command === 'lock') self.setLocked(!locked);
        else if (message.command === 'export-html') actions.exportHtml(uri);
        else actions.exportPicture(uri);
        break;
      case 'captured':
        for (const done of captures) done(bytesOf(message.content));
        captures = [];
        break;
    }
  };

  const imageRoots = (of: Uri): ImageRoots => {
    const folder = workspace.getWorkspaceFolder(of)?.uri;
    const root = (at: Uri): string => `${webview.asWebviewUri(at).toString().replace(/\/+$/, '')}/`;
    return { document: root(Uri.joinPath(of, '..')), workspace: folder === undefined ? null : root(folder) };
  };
  const retitle = (): void => {
    panel.title = locked ? l10n.t('[Preview] {0}', baseName(uri)) : l10n.t('Preview {0}', baseName(uri));
  };

  const subscriptions: Disposable[] = [
    webview.onDidReceiveMessage((message: unknown) => {
      const read = readPageMessage(message);
      if (read !== undefined) void receive(read);
    }),
    panel.onDidChangeViewState(update),
  ];
  const self: PreviewPanel = {
    panel,
    get uri() {
      return uri;
    },
    get isLocked() {
      return locked;
    },
    show(next) {
      if (next.toString() === uri.toString()) return;
      uri = next;
      knownVersion = null;
      retitle();
      update();
    },
    setLocked(next) {
      locked = next;
      retitle();
      update();
    },
    refresh: update,
    capture: () =>
      new Promise((resolve) => {
        captures.push(resolve);
        post({ type: 'capture', form: 'png' });
      }),
    followCursor(editor) {
      if (isOf(editor, uri)) post({ type: 'cursor', line: editor.selection.active.line });
    },
    followScroll(editor) {
      const [visible] = editor.visibleRanges;
      if (visible === undefined || !isOf(editor, uri) || Date.now() < quietUntil) return;
      post({ type: 'scroll', line: visible.start.line });
    },
    dispose() {
      for (const subscription of subscriptions) subscription.dispose();
    },
  };
  webview.options = webviewOptions(context);
  webview.html = pageHtml(webview, context.extensionUri);
  retitle();
  update();
  return self;
}

/** Runs the work once more after it ended when it was asked for meanwhile, never twice at a time. It can ask whether it was. */
function inTurn(work: (isOutdated: () => boolean) => Promise<void>): () => void {
  let running = false;
  let again = false;
  const run = async (): Promise<void> => {
    if (running) {
      again = true;
      return;
    }
    running = true;
    try {
      do {
        again = false;
        await work(() => again);
      } while (again);
    } catch {
      // The server stopped or the document is gone; the next change asks again.
    } finally {
      running = false;
    }
  };
  return () => void run();
}

export function baseName(uri: Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

function bytesOf(address: string): Uint8Array | undefined {
  if (address === '') return undefined;
  const text = atob(address.slice(address.indexOf(',') + 1));
  return Uint8Array.from(text, (char) => char.charCodeAt(0));
}
