import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Connection,
  type Diagnostic,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Finding } from '../review/finding.ts';
import type { Fix } from '../rules/finding.ts';
import type { Span } from '../text/span.ts';
import type { Analysis } from './analysis.ts';
import type { ClientAbilities } from './client-abilities.ts';
import { diagnosticOf } from './diagnostics.ts';
import type { Documents } from './documents.ts';
import { rangeOf, spanOfRange } from './positions.ts';
import { unlessSuperseded } from './unless-superseded.ts';

/** The kinds that are offered, as declared in `initialize`. */
export const codeActionKinds = [CodeActionKind.QuickFix];

export function serveCodeActions(connection: Connection, documents: Documents, abilities: ClientAbilities): void {
  // A client that knows commands only could not apply what is offered.
  if (!abilities.codeActionLiterals) return;
  connection.onCodeAction((params, token) =>
    unlessSuperseded([], async () => {
      const analysis = await documents.analysisOf(params.textDocument.uri, token);
      return analysis && wantsQuickFixes(params) ? quickFixes(analysis, params, abilities) : [];
    }),
  );
}

function wantsQuickFixes({ context }: CodeActionParams): boolean {
  return context.only === undefined || context.only.some((kind) => kind === '' || kind === CodeActionKind.QuickFix);
}

function quickFixes(analysis: Analysis, params: CodeActionParams, abilities: ClientAbilities): CodeAction[] {
  const asked = spanOfRange(analysis.snapshot.source, params.range);
  return analysis.findings
    .filter((finding) => touches(finding.span, asked))
    .flatMap((finding) => {
      const diagnostic = diagnosticOf(finding, analysis, abilities);
      return finding.fixes.map((fix) => ({
        title: fix.title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [knownTo(params, diagnostic) ?? diagnostic],
        isPreferred: isPreferred(finding, fix),
        edit: workspaceEditOf(fix, analysis, abilities),
      }));
    });
}

function touches(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/** The client's own copy of the diagnostic, by which it pairs fix and squiggle. */
function knownTo({ context }: CodeActionParams, diagnostic: Diagnostic): Diagnostic | undefined {
  return context.diagnostics.find(
    (known) =>
      known.code === diagnostic.code &&
      known.message === diagnostic.message &&
      known.range.start.line === diagnostic.range.start.line &&
      known.range.start.character === diagnostic.range.start.character,
  );
}

/** *Auto fix* applies the preferred fix without asking, so it has to be the only answer and a safe one. */
function isPreferred(finding: Finding, fix: Fix): boolean {
  return fix.safe && finding.fixes.length === 1;
}

function workspaceEditOf(fix: Fix, { snapshot }: Analysis, abilities: ClientAbilities): WorkspaceEdit {
  const { uri, version, source } = snapshot;
  const edits = fix.edits.map(({ span, text }) => ({ range: rangeOf(source, span), newText: text }));
  return abilities.versionedEdits
    ? { documentChanges: [{ textDocument: { uri, version }, edits }] }
    : { changes: { [uri]: edits } };
}
