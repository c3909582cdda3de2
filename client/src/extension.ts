import { commands, type ExtensionContext, Uri, window } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { registerCommands } from './commands/register-commands.ts';
import { restartsOf } from './crash-handling.ts';
import { answerFileRequests } from './file-system.ts';
import { offerPasteAsTimeline } from './paste/paste-as-timeline.ts';
import { createSummaries } from './preview/built-in-preview.ts';
import { addSummary, type MarkdownItLike } from './preview/markdown-it-plugin.ts';
import { registerPreviews } from './preview/previews.ts';
import { offerTools } from './tools/register-tools.ts';
import { followVerdicts } from './verdict-status.ts';
import { showIncidents } from './views/incidents-view.ts';

type NewClient = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

/** What other extensions and tests get from this one. */
export interface Api {
  /** Settles once the server answers; rejects when it could not be started. */
  readonly started: Promise<void>;
  /** Called by the built-in Markdown preview with its parser. */
  extendMarkdownIt<Markdown extends MarkdownItLike>(markdown: Markdown): Markdown;
}

/** The part of the activation that desktop and browser share. It returns before the server runs. */
export function activateWith(context: ExtensionContext, newClient: NewClient): Api {
  const output = window.createOutputChannel('Postmortem', { log: true });
  const client = newClient('postmortem', 'Postmortem', {
    documentSelector: [{ language: 'markdown' }],
    outputChannel: output,
    initializationOptions: {
      verdicts: true,
      fileSystem: true,
      index: true,
      rulePages: rulePagesOf(context),
      zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    },
    diagnosticPullOptions: { onChange: true, onTabs: true },
    errorHandler: restartsOf(() => output.show()),
  });
  const verdicts = followVerdicts(client);
  const summaries = createSummaries(client);
  context.subscriptions.push(
    output,
    summaries,
    registerPreviews(context, client),
    answerFileRequests(client),
    registerCommands(context, client),
    offerPasteAsTimeline(client),
    showIncidents(context, client),
    offerTools(client),
    verdicts,
    client,
    commands.registerCommand('postmortem.restartServer', () => restart(client)),
    commands.registerCommand('postmortem.explainVerdict', () => verdicts.explain()),
  );
  const started = client.start();
  started.catch((error: unknown) => verdicts.serverFailed(String(error)));
  return { started, extendMarkdownIt: (markdown) => addSummary(markdown, (uri) => summaries.of(uri)) };
}

/** The pages of the rules come with the extension. */
function rulePagesOf({ extensionUri }: ExtensionContext): string {
  return `${Uri.joinPath(extensionUri, 'docs', 'rules').toString()}/`;
}

async function restart(client: BaseLanguageClient): Promise<void> {
  if (client.isRunning()) await client.stop();
  await client.start();
}
