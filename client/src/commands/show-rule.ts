import {
  commands,
  type Diagnostic,
  type Disposable,
  l10n,
  languages,
  type QuickPickItem,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { commandMethods, type RuleAnswer } from '../../../server/src/lsp/command-messages.ts';

const scheme = 'postmortem-rule';

/** The pages of the rules, which come with the extension, as documents that the Markdown preview can show. */
export function provideRulePages(extensionUri: Uri): Disposable {
  return workspace.registerTextDocumentContentProvider(scheme, {
    async provideTextDocumentContent({ path }) {
      const page = Uri.joinPath(extensionUri, 'docs', 'rules', path);
      return new TextDecoder().decode(await workspace.fs.readFile(page));
    },
  });
}

interface RuleItem extends QuickPickItem {
  readonly code?: string;
}

/** Shows the page of a rule. `code`: what another command or a link names; otherwise the user is asked. */
export async function showRule(client: BaseLanguageClient, code: unknown): Promise<void> {
  const chosen = typeof code === 'string' ? code : await askForRule(client);
  if (chosen === undefined || !/^[a-z-]+\/[a-z-]+$/.test(chosen)) return;
  const uri = Uri.from({ scheme, path: `/${chosen}.md` });
  await commands.executeCommand('markdown.showPreview', uri);
}

async function askForRule(client: BaseLanguageClient): Promise<string | undefined> {
  const rules = await client.sendRequest<readonly RuleAnswer[]>(commandMethods.rules);
  const here = codesAtCursor();
  const items = [...rules]
    .sort((a, b) => Number(here.has(b.code)) - Number(here.has(a.code)) || (a.code < b.code ? -1 : 1))
    .map(
      ({ code, title, severity, what }): RuleItem => ({
        label: title,
        description: `${code} · ${severity}`,
        detail: what,
        code,
      }),
    );
  const picked = await window.showQuickPick<RuleItem>(items, {
    title: l10n.t('Show Rule'),
    placeHolder: l10n.t('A word of the rule or its code'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.code;
}

/** Rules that have found something on the line of the cursor come first. */
function codesAtCursor(): ReadonlySet<string> {
  const editor = window.activeTextEditor;
  if (editor === undefined) return new Set();
  const { line } = editor.selection.active;
  return new Set(
    findingsIn(editor.document.uri)
      .filter(({ range }) => range.start.line <= line && line <= range.end.line)
      .map(({ code }) => String(typeof code === 'object' ? code.value : code)),
  );
}

function findingsIn(uri: Uri): readonly Diagnostic[] {
  return languages.getDiagnostics(uri).filter(({ source }) => source === 'postmortem');
}
