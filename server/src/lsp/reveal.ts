import type { Connection, Range } from 'vscode-languageserver';

/** Shows a place of a document in the client's editor. */
export const revealCommand = 'postmortem.reveal';

export type RevealArguments = [uri: string, range: Range];

/** The commands of the server; any client can run them by name. */
export function serveReveal(connection: Connection): void {
  connection.onExecuteCommand(async ({ command, arguments: args = [] }) => {
    const [uri, selection] = args;
    if (command !== revealCommand || typeof uri !== 'string') return null;
    await connection.window.showDocument({ uri, selection, takeFocus: true });
    return null;
  });
}
