import { type Disposable, FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type FileSystemParams, fileSystemMethods } from '../../server/src/lsp/messages.ts';

/** Answers the server's questions about files that it cannot reach itself: virtual folders, and all files in the browser. */
export function answerFileRequests(client: BaseLanguageClient): Disposable {
  const answering =
    <Answer>(answer: (uri: Uri) => Thenable<Answer>) =>
    async ({ uri }: FileSystemParams): Promise<Answer | null> => {
      try {
        return await answer(Uri.parse(uri));
      } catch {
        return null;
      }
    };
  const answers = [
    client.onRequest(
      fileSystemMethods.stat,
      answering(async (uri) => {
        const { type, size, mtime } = await workspace.fs.stat(uri);
        return { kind: kindOf(type), size, modified: mtime };
      }),
    ),
    client.onRequest(
      fileSystemMethods.readDirectory,
      answering(async (uri) =>
        (await workspace.fs.readDirectory(uri)).map(([name, type]) => ({ name, kind: kindOf(type) })),
      ),
    ),
    client.onRequest(
      fileSystemMethods.readFile,
      answering(async (uri) => new TextDecoder().decode(await workspace.fs.readFile(uri))),
    ),
  ];
  return {
    dispose: () => {
      for (const answer of answers) answer.dispose();
    },
  };
}

/** Links are not followed: a folder may hold itself. */
function kindOf(type: FileType): 'file' | 'folder' | 'other' {
  return type === FileType.File ? 'file' : type === FileType.Directory ? 'folder' : 'other';
}
