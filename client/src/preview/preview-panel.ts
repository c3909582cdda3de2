import {
  type Disposable,
  type ExtensionContext,
  l10n,
  type TextEditor,
  Uri,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type PreviewAnswer,
  type PreviewDocumentAnswer,
  type PreviewDocumentParams,
  type PreviewEdit,
  type PreviewFixParams,
  type PreviewParams,
  previewMethods,
} from '../../../server/src/lsp/messages.ts';
import { applyFix, editorOf, isOf, openDocument, openRelative, revealLine, scrollEditor } from './document-editors.ts';
import { pageHtml } from './page-html.ts';
import { type FromPage, type ImageRoots, readPageMessage, type SeenPart, type ToPage } from './page-messages.ts';

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
  /**
   * What the page shows: an answer about the incident, and a version of the document. Another page or document gets
   * another object.
   */
  let known: { incident: number | null; document: number | null } = { incident: null, document: null };
  /** The part of the picture that the page wants to know exactly. */
  let part: SeenPart | undefined;
  let turns = 0;
  let renderingTook = 0;
  let pausing: ReturnType<typeof setTimeout> | undefined;
  let captures: ((content: Uint8Array | undefined) => void)[] = [];
  /** Until when a scroll of the editor is the answer to one of the page. */
  let quietUntil = 0;
  const post = (message: ToPage): void => void webview.postMessage(message);
  const addressOf = (of: Uri): string => client.code2ProtocolConverter.asUri(of);

  const updateIncident = inTurn(async () => {
    if (!panel.visible) return;
    const shown = known;
    const document = await openDocument(uri);
    if (document === undefined || !client.isRunning()) return;
    const params: PreviewParams = { uri: addressOf(document.uri), known: shown.incident, ...(part && { part }) };
    const answer = await client.sendRequest<PreviewAnswer | null>(previewMethods.preview, params);
    await ready;
    if (answer === null || shown !== known) return;
    shown.incident = answer.number;
    post({ type: 'preview', shown: { ...answer, uri: uri.toString(), name: baseName(uri), locked } });
    const editor = editorOf(uri);
    if (editor !== undefined) post({ type: 'cursor', line: editor.selection.active.line });
  });
  const updateDocument = inTurn(async () => {
    if (!panel.visible || !client.isRunning()) return;
    const shown = known;
    const params: PreviewDocumentParams = { uri: addressOf(uri), known: shown.document };
    const asked = Date.now();
    const answer = await client.sendRequest<PreviewDocumentAnswer | null>(previewMethods.document, params);
    renderingTook = Date.now() - asked;
    await ready;
    if (answer === null || shown !== known) return;
    shown.document = answer.version;
    post({ type: 'document', uri: uri.toString(), answer, images: imageRoots(uri) });
  });
  /** The incident goes first. While somebody types, a document that takes long to be rendered waits for a pause. */
  const update = async (): Promise<void> => {
    clearTimeout(pausing);
    const turn = ++turns;
    await updateIncident();
    if (turn !== turns) return;
    if (known.document === null || renderingTook <= longRendering) await updateDocument();
    else pausing = setTimeout(() => void updateDocument(), Math.max(typingPause, renderingTook));
  };
  const updateAll = (): Promise<void> => {
    known = { incident: null, document: null };
    return update();
  };

  const receive = async (message: FromPage): Promise<void> => {
    switch (message.type) {
      case 'ready':
        if (isReady) void updateAll();
        isReady = true;
        pageIsReady();
        break;
      case 'reload':
        await updateAll();
        break;
      case 'look':
        part = message.part;
        await updateIncident();
        break;
      case 'go':
        await revealLine(uri, message.line, panel);
        break;
      case 'scrolled':
        quietUntil = Date.now() + 200;
        scrollEditor(uri, message.line);
        break;
      case 'fix':
        await fix(message);
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

  const fix = async ({ version, name }: { readonly version: number; readonly name: string }): Promise<void> => {
    if (!client.isRunning()) {
      void window.showErrorMessage(l10n.t('The language server does not run; “Restart Server” starts it.'));
      return;
    }
    const fixed = uri;
    const params: PreviewFixParams = { uri: addressOf(fixed), version, name };
    const edits = await client.sendRequest<PreviewEdit[] | null>(previewMethods.fix, params);
    await applyFix(fixed, version, edits);
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
    panel.onDidChangeViewState(() => void update()),
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
      retitle();
      void updateAll();
    },
    setLocked(next) {
      locked = next;
      retitle();
      void update();
    },
    refresh: () => void update(),
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
      clearTimeout(pausing);
      for (const subscription of subscriptions) subscription.dispose();
    },
  };
  webview.options = webviewOptions(context);
  webview.html = pageHtml(webview, context.extensionUri);
  retitle();
  void update();
  return self;
}

/**
 * Never does the work twice at a time; what is asked for meanwhile is done once, afterwards. Settles when nothing is
 * left to be done.
 */
function inTurn(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let again = false;
  const run = async (): Promise<void> => {
    try {
      do {
        again = false;
        await work();
      } while (again);
    } catch {
      // The server stopped or the document is gone; the next change asks again.
    } finally {
      running = undefined;
    }
  };
  return () => {
    again = true;
    running ??= run();
    return running;
  };
}

export function baseName(uri: Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

function bytesOf(address: string): Uint8Array | undefined {
  if (address === '') return undefined;
  const text = atob(address.slice(address.indexOf(',') + 1));
  return Uint8Array.from(text, (char) => char.charCodeAt(0));
}
