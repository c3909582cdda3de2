import { commands, l10n, SnippetString, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { commandMethods, type NewEntryAnswer } from '../../../server/src/lsp/command-messages.ts';
import { activeMarkdown, sayNotAPostmortem } from './active-document.ts';
import { hasChanged, rangeFrom } from './apply-changes.ts';

/** An entry with the current time, where the cursor then waits for the words. */
export async function insertEntry(client: BaseLanguageClient): Promise<void> {
  const editor = activeMarkdown();
  if (editor === undefined) return;
  const { document, selection } = editor;
  const { version } = document;
  const answer = await client.sendRequest<NewEntryAnswer | null>(commandMethods.newEntry, {
    uri: client.code2ProtocolConverter.asUri(document.uri),
    position: { line: selection.active.line, character: selection.active.character },
  });
  if (answer === null) return sayNotAPostmortem();
  if (answer.kind === 'refused') return await refuse(answer.reason);
  if (hasChanged(document, version)) return;
  const snippet = new SnippetString().appendText(answer.before).appendTabstop(0).appendText(answer.after);
  // The text brings its own indentation.
  await editor.insertSnippet(snippet, rangeFrom(answer.range), {
    undoStopBefore: true,
    undoStopAfter: true,
    keepWhitespace: true,
  });
  editor.revealRange(editor.selection);
}

async function refuse(reason: 'no-timeline' | 'html'): Promise<void> {
  if (reason === 'html') {
    await window.showWarningMessage(
      l10n.t('The timeline is written in HTML. Convert it to Markdown first; there is a quick fix for that.'),
    );
    return;
  }
  const insert = l10n.t('Insert Section…');
  const chosen = await window.showWarningMessage(l10n.t('This postmortem has no timeline yet.'), insert);
  if (chosen === insert) await commands.executeCommand('postmortem.insertSection');
}
