import { type Disposable, languages, type Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type CheckAnswer, commandMethods } from '../../../server/src/lsp/command-messages.ts';

export interface FindingCounts extends Disposable {
  /** `undefined`: not known yet. */
  of(uri: Uri): number | undefined;
  /** Has them counted; `changed` is called when some are known. */
  ask(uris: readonly Uri[]): void;
  forget(uri: Uri): void;
}

/** In bytes. */
const largest = 2_000_000;
/** So many answers are shown together. */
const batch = 25;

/** Counts the findings of documents that are not open by having their files checked, one after the other. */
export function createFindingCounts(client: BaseLanguageClient, changed: () => void): FindingCounts {
  const counts = new Map<string, number>();
  const waiting = new Map<string, Uri>();
  let working = false;
  let disposed = false;
  const work = async (): Promise<void> => {
    working = true;
    let known = 0;
    for (const [key, uri] of waiting) {
      if (disposed || !client.isRunning()) break;
      waiting.delete(key);
      counts.set(key, await count(client, uri));
      if (++known % batch === 0) changed();
    }
    working = false;
    if (!disposed) changed();
  };
  return {
    of(uri) {
      const open = workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());
      if (!open) return counts.get(uri.toString());
      return languages.getDiagnostics(uri).filter(({ source }) => source === 'postmortem').length;
    },
    ask(uris) {
      for (const uri of uris) if (!counts.has(uri.toString())) waiting.set(uri.toString(), uri);
      if (waiting.size > 0 && !working) void work();
    },
    forget: (uri) => counts.delete(uri.toString()),
    dispose() {
      disposed = true;
      waiting.clear();
    },
  };
}

/** 0 for what cannot be read. */
async function count(client: BaseLanguageClient, uri: Uri): Promise<number> {
  try {
    if ((await workspace.fs.stat(uri)).size > largest) return 0;
    const text = new TextDecoder().decode(await workspace.fs.readFile(uri));
    const params = { uri: client.code2ProtocolConverter.asUri(uri), text };
    return (await client.sendRequest<CheckAnswer>(commandMethods.check, params)).findings.length;
  } catch {
    return 0;
  }
}
