import { commands, type Disposable, type TextDocument, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { previewMethods, type SummaryAnswer } from '../../../server/src/lsp/messages.ts';

/** Summaries for the built-in Markdown preview, which cannot wait for the server while it renders. */
export interface Summaries extends Disposable {
  /** What is known of the document, at once; what is not known yet is fetched and the preview rendered again. */
  of(uri: string): string | undefined;
}

export function createSummaries(client: BaseLanguageClient): Summaries {
  const known = new Map<string, SummaryAnswer>();
  const asking = new Set<string>();
  const fetch = async (document: TextDocument): Promise<void> => {
    const key = document.uri.toString();
    if (asking.has(key) || !client.isRunning()) return;
    asking.add(key);
    try {
      const uri = client.code2ProtocolConverter.asUri(document.uri);
      const answer = await client.sendRequest<SummaryAnswer | null>(previewMethods.summary, { uri });
      if (answer === null || document.isClosed) return;
      const before = known.get(key);
      known.set(key, answer);
      if ((before?.markup ?? '') !== answer.markup) await commands.executeCommand('markdown.preview.refresh');
    } catch {
      // The server stopped; the next rendering asks again.
    } finally {
      asking.delete(key);
    }
  };
  const closing = workspace.onDidCloseTextDocument(({ uri }) => known.delete(uri.toString()));
  return {
    of(uri) {
      const document = workspace.textDocuments.find((open) => open.uri.toString() === uri);
      if (document === undefined) return undefined;
      const answer = known.get(uri);
      if (answer?.version !== document.version) void fetch(document);
      return answer?.markup;
    },
    dispose: () => closing.dispose(),
  };
}
