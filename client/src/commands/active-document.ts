import { l10n, type TextEditor, window } from 'vscode';

/** The Markdown editor that has the keyboard or had it last; tells the user where there is none. */
export function activeMarkdown(): TextEditor | undefined {
  const editor = window.activeTextEditor;
  if (editor?.document.languageId === 'markdown') return editor;
  void window.showWarningMessage(l10n.t('Open a postmortem in the editor first.'));
  return undefined;
}

export function sayNotAPostmortem(): void {
  void window.showWarningMessage(
    l10n.t('This document is not taken for a postmortem. “Why Is This (Not) a Postmortem?” says why.'),
  );
}
