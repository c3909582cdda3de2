import {
  type Connection,
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type DocumentDiagnosticReport,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import type { Finding } from '../review/finding.ts';
import { type Analysis, Superseded } from './analysis.ts';
import type { ClientAbilities } from './client-abilities.ts';
import type { Documents } from './documents.ts';
import type { Host } from './host.ts';
import { rangeOf } from './positions.ts';
import { createResultIds, type ResultIds } from './result-ids.ts';

/** Long enough that not every keystroke is answered, for clients that cannot pull. */
const pushDelay = 200;

/** Diagnostics as the client likes them: it pulls, or, where it cannot, they are pushed. Never both. */
export function serveDiagnostics(
  connection: Connection,
  documents: Documents,
  abilities: ClientAbilities,
  host: Host,
): void {
  if (abilities.pullsDiagnostics) servePulls(connection, documents, abilities, createResultIds(host));
  else servePushes(connection, documents, abilities, host);
}

function servePulls(
  connection: Connection,
  documents: Documents,
  abilities: ClientAbilities,
  resultIds: ResultIds,
): void {
  documents.onClosed((uri) => resultIds.forget(uri));
  connection.languages.diagnostics.on(async (params, token): Promise<DocumentDiagnosticReport> => {
    try {
      const analysis = await documents.analysisAheadOf(params.textDocument.uri, token);
      const items = analysis ? diagnosticsOf(analysis, abilities) : [];
      const resultId = resultIds.of(params.textDocument.uri, items);
      return resultId === params.previousResultId ? { kind: 'unchanged', resultId } : { kind: 'full', resultId, items };
    } catch (error) {
      // An empty answer would make the squiggles flicker.
      if (error instanceof Superseded) {
        throw new ResponseError(LSPErrorCodes.ServerCancelled, 'The document changed.', { retriggerRequest: true });
      }
      connection.console.error(`${params.textDocument.uri} could not be checked: ${String(error)}`);
      return { kind: 'full', items: [] };
    }
  });
}

function servePushes(connection: Connection, documents: Documents, abilities: ClientAbilities, host: Host): void {
  const waiting = new Map<string, () => void>();
  documents.onOutdated((uri) => {
    waiting.get(uri)?.();
    waiting.set(
      uri,
      host.after(pushDelay, () => {
        waiting.delete(uri);
        void push(uri);
      }),
    );
  });
  documents.onClosed((uri) => {
    waiting.get(uri)?.();
    waiting.delete(uri);
    void connection.sendDiagnostics({ uri, diagnostics: [] });
  });
  const push = async (uri: string): Promise<void> => {
    try {
      const analysis = await documents.analysisAheadOf(uri);
      if (!analysis) return;
      const { version } = analysis.snapshot;
      await connection.sendDiagnostics({ uri, version, diagnostics: diagnosticsOf(analysis, abilities) });
    } catch (error) {
      // A newer version has its own push under way.
      if (!(error instanceof Superseded)) connection.console.error(String(error));
    }
  };
}

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const;

export function diagnosticsOf(analysis: Analysis, abilities: ClientAbilities): Diagnostic[] {
  return analysis.findings.map((finding) => diagnosticOf(finding, analysis, abilities));
}

export function diagnosticOf(finding: Finding, analysis: Analysis, abilities: ClientAbilities): Diagnostic {
  const { snapshot } = analysis;
  const related = finding.related.map(({ span, message }) => ({
    location: { uri: snapshot.uri, range: rangeOf(snapshot.source, span) },
    message,
  }));
  return {
    range: rangeOf(snapshot.source, finding.span),
    severity: severities[finding.severity],
    code: finding.code,
    ...(abilities.codeDescriptions &&
      abilities.rulePages !== undefined && { codeDescription: { href: `${abilities.rulePages}${finding.code}.md` } }),
    source: 'postmortem',
    message: finding.message,
    ...(finding.tag === 'unnecessary' && { tags: [DiagnosticTag.Unnecessary] }),
    ...(related.length > 0 && abilities.relatedInformation && { relatedInformation: related }),
    ...(abilities.diagnosticData && { data: { finding: nameOf(finding, analysis) } }),
  };
}

const names = new WeakMap<Analysis, ReadonlyMap<Finding, string>>();

/** Tells the findings of one version apart: the rule, and which of its findings it is. */
function nameOf(finding: Finding, analysis: Analysis): string | undefined {
  const known = names.get(analysis) ?? namesOf(analysis.findings);
  names.set(analysis, known);
  return known.get(finding);
}

function namesOf(findings: readonly Finding[]): ReadonlyMap<Finding, string> {
  const counts = new Map<string, number>();
  return new Map(
    findings.map((finding) => {
      const count = (counts.get(finding.code) ?? 0) + 1;
      counts.set(finding.code, count);
      return [finding, `${finding.code}#${count}`];
    }),
  );
}
