import {
  Disposable,
  LanguageModelTextPart,
  type LanguageModelTool,
  LanguageModelToolResult,
  l10n,
  lm,
  Uri,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type CheckAnswer, commandMethods } from '../../../server/src/lsp/command-messages.ts';
import { checkText, timelineText } from './tool-texts.ts';

interface ToolInput {
  readonly path: string;
}

type Write = (path: string, answer: CheckAnswer) => string;

/** In bytes. */
const largest = 2_000_000;

/** Lets a language model check a postmortem and read its timeline, where the editor has such tools at all. */
export function offerTools(client: BaseLanguageClient): Disposable {
  if (typeof lm?.registerTool !== 'function') return Disposable.from();
  return Disposable.from(
    lm.registerTool('check_postmortem', tool(client, checkText)),
    lm.registerTool('get_postmortem_timeline', tool(client, timelineText)),
  );
}

function tool(client: BaseLanguageClient, write: Write): LanguageModelTool<ToolInput> {
  return {
    prepareInvocation: ({ input }) => ({ invocationMessage: l10n.t('Reading {0}', String(input.path)) }),
    async invoke({ input }, token) {
      const uri = uriOf(input.path);
      const params = { uri: client.code2ProtocolConverter.asUri(uri), text: await textOf(uri, input.path) };
      const answer = await client.sendRequest<CheckAnswer>(commandMethods.check, params, token);
      return new LanguageModelToolResult([new LanguageModelTextPart(write(workspace.asRelativePath(uri), answer))]);
    },
  };
}

/** Errors here are written for the model. Nothing outside of the open folders is read. */
function uriOf(path: unknown): Uri {
  const folders = workspace.workspaceFolders ?? [];
  if (typeof path !== 'string' || path.trim() === '')
    throw new Error('Pass the path of a Markdown file, absolute or relative to the workspace folder.');
  const wanted = path.trim().replaceAll('\\', '/');
  const isAbsolute = wanted.startsWith('/') || /^[a-z]:\//i.test(wanted);
  const candidates = folders.map(({ uri }) =>
    isAbsolute ? uri.with({ path: wanted.startsWith('/') ? wanted : `/${wanted}` }) : Uri.joinPath(uri, wanted),
  );
  const inside = candidates.find((candidate) => workspace.getWorkspaceFolder(candidate) !== undefined);
  if (inside === undefined)
    throw new Error(`${path} is in none of the open workspace folders. Pass a path inside of one.`);
  if (!/\.(?:md|markdown|mdown|mkd|txt)$/i.test(inside.path)) throw new Error(`${path} is no Markdown file.`);
  return inside;
}

async function textOf(uri: Uri, path: string): Promise<string> {
  const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open) return open.getText();
  try {
    if ((await workspace.fs.stat(uri)).size <= largest)
      return new TextDecoder().decode(await workspace.fs.readFile(uri));
  } catch {
    throw new Error(`${path} does not exist or cannot be read. List the folder to find the right path.`);
  }
  throw new Error(`${path} is larger than 2 MB and is not read.`);
}
