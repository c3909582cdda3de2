import { type CodeAction, CodeActionKind, type CodeActionParams, type Diagnostic } from 'vscode-languageserver';
import { findingsAt, quickFixes } from '../features/quick-fixes.ts';
import { switchOffInConfig } from '../features/rule-in-config.ts';
import { hideInFile, hideInLine } from '../features/rule-switches.ts';
import type { Finding } from '../review/finding.ts';
import type { Analysis } from './analysis.ts';
import type { ClientAbilities } from './client-abilities.ts';
import type { ConfigFiles } from './config-files.ts';
import { diagnosticOf } from './diagnostics.ts';
import { spanOfRange } from './positions.ts';
import { fileEditOf, workspaceEditOf } from './workspace-edits.ts';

/** Repairs of what is found at the place, and below them the switches of the rules that found it. */
export async function quickFixActions(
  analysis: Analysis,
  params: CodeActionParams,
  abilities: ClientAbilities,
  configs: ConfigFiles,
): Promise<CodeAction[]> {
  const found = findingsAt(analysis.findings, spanOfRange(analysis.snapshot.source, params.range));
  const diagnosticFor = (finding: Finding): Diagnostic => {
    const diagnostic = diagnosticOf(finding, analysis, abilities);
    return knownTo(params, diagnostic) ?? diagnostic;
  };
  const fixes = quickFixes(found).map(
    ({ finding, fix, preferred }): CodeAction => ({
      title: fix.title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnosticFor(finding)],
      ...(preferred && { isPreferred: true }),
      edit: workspaceEditOf(fix.edits, analysis.snapshot, abilities),
    }),
  );
  return [...fixes, ...(await switches(analysis, found, diagnosticFor, abilities, configs))];
}

/** The client's own copy of the diagnostic, by which it pairs fix and squiggle. */
function knownTo({ context }: CodeActionParams, diagnostic: Diagnostic): Diagnostic | undefined {
  const isSame = (known: Diagnostic): boolean =>
    known.data === undefined
      ? known.message === diagnostic.message &&
        known.range.start.line === diagnostic.range.start.line &&
        known.range.start.character === diagnostic.range.start.character
      : known.data?.finding === diagnostic.data?.finding;
  return context.diagnostics.find((known) => known.code === diagnostic.code && isSame(known));
}

/** Once for each rule that speaks here. */
async function switches(
  analysis: Analysis,
  found: readonly Finding[],
  diagnosticFor: (finding: Finding) => Diagnostic,
  abilities: ClientAbilities,
  configs: ConfigFiles,
): Promise<CodeAction[]> {
  const { snapshot, postmortem } = analysis;
  const syntax = snapshot.uri.endsWith('.mdx') ? 'mdx' : 'html';
  const rules = new Map(found.map((finding) => [finding.code, finding]));
  const config = rules.size === 0 || !abilities.createsFiles ? undefined : await configs.place(snapshot.uri);
  return [...rules.values()].flatMap((finding) => {
    const { code } = finding;
    const action = (where: string, edit: CodeAction['edit']): CodeAction[] =>
      edit === undefined
        ? []
        : [
            {
              title: `Switch ${code} off ${where}`,
              kind: CodeActionKind.QuickFix,
              diagnostics: [diagnosticFor(finding)],
              edit,
            },
          ];
    const inLine = hideInLine(postmortem, finding, syntax);
    const inConfig = config && switchOffInConfig(config.text ?? '', code, config.syntax);
    return [
      ...action('on this line', inLine && workspaceEditOf([inLine], snapshot, abilities)),
      ...action('in this file', workspaceEditOf([hideInFile(postmortem, code, syntax)], snapshot, abilities)),
      ...action(`in this workspace`, config && inConfig && fileEditOf(config.uri, config.text, inConfig)),
    ];
  });
}
