import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
  type Connection,
  type ServerCapabilities,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { allRefactorings, refactoringsAt } from '../features/refactorings/all-refactorings.ts';
import { compatibleFixes, fixAll } from '../review/fix-all.ts';
import { lineEdits } from '../text/line-edits.ts';
import type { Analysis } from './analysis.ts';
import type { ClientAbilities } from './client-abilities.ts';
import type { ConfigFiles } from './config-files.ts';
import type { Documents } from './documents.ts';
import { spanOfRange } from './positions.ts';
import { quickFixActions } from './quick-fix-actions.ts';
import { unlessSuperseded } from './unless-superseded.ts';
import { workspaceEditOf } from './workspace-edits.ts';

const fixAllKind = `${CodeActionKind.SourceFixAll}.postmortem`;

export function codeActionCapabilities(abilities: ClientAbilities): ServerCapabilities {
  if (!abilities.codeActionLiterals) return {};
  const codeActionKinds = [CodeActionKind.QuickFix, fixAllKind, ...allRefactorings.map(({ kind }) => kind)];
  return { codeActionProvider: { codeActionKinds, resolveProvider: abilities.resolvesCodeActions } };
}

export function serveCodeActions(
  connection: Connection,
  documents: Documents,
  configs: ConfigFiles,
  abilities: ClientAbilities,
): void {
  // A client that knows commands only could not apply what is offered.
  if (!abilities.codeActionLiterals) return;
  connection.onCodeAction((params, token) =>
    unlessSuperseded([], async () => {
      const analysis = await documents.analysisOf(params.textDocument.uri, token);
      if (!analysis?.postmortem.verdict.postmortem) return [];
      return [
        ...(wants(params, CodeActionKind.QuickFix) ? await quickFixActions(analysis, params, abilities, configs) : []),
        ...refactoringActions(analysis, params, abilities),
        ...fixAllActions(analysis, params, abilities),
      ];
    }),
  );
  connection.onCodeActionResolve((action, token) =>
    unlessSuperseded(action, async () => {
      const uri: unknown = action.data?.uri;
      const analysis = typeof uri === 'string' ? await documents.analysisOf(uri, token) : undefined;
      return analysis ? { ...action, edit: fixAllEdit(analysis, abilities) } : action;
    }),
  );
}

/** Whether the client asks for the kind: by its name, by one above it, or by asking for everything. */
function wants({ context }: CodeActionParams, kind: string): boolean {
  if (context.only === undefined) return true;
  return context.only.some((asked) => asked === '' || kind === asked || kind.startsWith(`${asked}.`));
}

function refactoringActions(analysis: Analysis, params: CodeActionParams, abilities: ClientAbilities): CodeAction[] {
  const { snapshot, postmortem } = analysis;
  const selection = spanOfRange(snapshot.source, params.range);
  // A client that asks at every move of the cursor is not told what can be done anywhere.
  const isIdle = params.context.triggerKind === CodeActionTriggerKind.Automatic && selection.start === selection.end;
  if (isIdle) return [];
  const context = { postmortem, selection, ownZone: abilities.zone };
  return refactoringsAt(context, (kind) => wants(params, kind)).flatMap(({ kind, refactoring }): CodeAction[] => {
    const { title, refused } = refactoring;
    if (refused === undefined) {
      return [{ title, kind, edit: workspaceEditOf(refactoring.edits, snapshot, abilities) }];
    }
    return abilities.disabledCodeActions ? [{ title, kind, disabled: { reason: refused } }] : [];
  });
}

/** Working it out can take a while: it is left to the moment in which it is wanted. */
function fixAllActions(analysis: Analysis, params: CodeActionParams, abilities: ClientAbilities): CodeAction[] {
  const isAsked = params.context.only !== undefined;
  if (!wants(params, fixAllKind) || (!isAsked && !abilities.resolvesCodeActions)) return [];
  if (compatibleFixes(analysis.findings).length === 0) return [];
  const action = { title: 'Repair everything that is safe to repair', kind: fixAllKind };
  return [
    abilities.resolvesCodeActions
      ? { ...action, data: { uri: analysis.snapshot.uri } }
      : { ...action, edit: fixAllEdit(analysis, abilities) },
  ];
}

function fixAllEdit({ snapshot, reading, options }: Analysis, abilities: ClientAbilities): WorkspaceEdit {
  const before = snapshot.source.text;
  const { text } = fixAll(before, (version) => snapshot.reader.read(version, reading), options);
  return workspaceEditOf(lineEdits(before, text), snapshot, abilities);
}
