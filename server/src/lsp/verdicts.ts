import type { Connection } from 'vscode-languageserver';
import type { Analysis } from './analysis.ts';
import type { Documents } from './documents.ts';
import { type VerdictParams, verdictMethod } from './messages.ts';

/** Tells the client after each check what the document was taken for and what was found. */
export function announceVerdicts(connection: Connection, documents: Documents): void {
  documents.onAnalysed((analysis) => void connection.sendNotification(verdictMethod, verdictOf(analysis)));
}

function verdictOf({ snapshot, postmortem, findings, milliseconds }: Analysis): VerdictParams {
  const { verdict } = postmortem;
  return {
    uri: snapshot.uri,
    version: snapshot.version,
    postmortem: verdict.postmortem,
    reason: verdict.reason,
    detail: verdict.detail,
    line: verdict.span ? snapshot.source.lineAt(verdict.span.start) : null,
    findings: findings.length,
    milliseconds,
  };
}
