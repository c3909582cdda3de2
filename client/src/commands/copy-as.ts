import { env, l10n, type QuickPickItem, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type CopyParams, commandMethods } from '../../../server/src/lsp/command-messages.ts';
import { activeMarkdown } from './active-document.ts';

interface FormatItem extends QuickPickItem {
  readonly format: CopyParams['format'];
}

/** Copies the selected lines, or everything, for another place. */
export async function copyAs(client: BaseLanguageClient): Promise<void> {
  const editor = activeMarkdown();
  if (editor === undefined) return;
  const { document } = editor;
  const { start, end, isEmpty } = editor.selection;
  const picked = await window.showQuickPick<FormatItem>(formats(), {
    title: isEmpty ? l10n.t('Copy As: the document') : l10n.t('Copy As: the selected lines'),
    matchOnDetail: true,
  });
  if (picked === undefined) return;
  const text = await client.sendRequest<string | null>(commandMethods.copyAs, {
    uri: client.code2ProtocolConverter.asUri(document.uri),
    format: picked.format,
    selection: {
      start: { line: start.line, character: start.character },
      end: { line: end.line, character: end.character },
    },
  });
  if (text === null || text === '') {
    void window.showWarningMessage(l10n.t('There is nothing to copy: what is selected holds no text for readers.'));
    return;
  }
  try {
    await env.clipboard.writeText(text);
  } catch (error) {
    void window.showWarningMessage(l10n.t('The clipboard cannot be written: {0}', String(error)));
    return;
  }
  window.setStatusBarMessage(l10n.t('Copied: {0}', picked.label), 4000);
}

function formats(): FormatItem[] {
  return [
    { format: 'slack', label: 'Slack', detail: l10n.t('Slack’s own markup; tables become lists') },
    { format: 'statuspage', label: 'Statuspage Markdown', detail: l10n.t('Without comments, boxes and tables') },
    { format: 'confluence', label: 'Confluence', detail: l10n.t('Wiki markup, for Insert › Markup') },
    { format: 'plain', label: l10n.t('Plain Text'), detail: l10n.t('For mail: no markup at all') },
    {
      format: 'json',
      label: 'JSON',
      detail: l10n.t('Facts, entries, times and action items as data; always all of it'),
    },
  ];
}
