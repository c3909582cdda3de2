import type {
  CancellationToken,
  Connection,
  PreviousResultId,
  WorkspaceDocumentDiagnosticReport,
  WorkspaceFullDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { IndexEntry } from '../features/index-entry.ts';
import { type AnalysisPlace, analyse } from './analysis.ts';
import type { ClientAbilities } from './client-abilities.ts';
import { diagnosticsOf } from './diagnostics.ts';
import type { DocumentSettings } from './document-settings.ts';
import type { Documents } from './documents.ts';
import { type FileSystem, sameSpelling } from './file-system.ts';
import { digestOf } from './result-ids.ts';
import { snapshots } from './snapshot.ts';
import type { WorkspaceIndex } from './workspace-index.ts';

export interface WorkspaceDiagnosticParts {
  readonly documents: Documents;
  readonly index: WorkspaceIndex;
  readonly files: FileSystem | undefined;
  readonly abilities: ClientAbilities;
  readonly place: AnalysisPlace;
  readonly settingsFor: (uri: string) => Promise<DocumentSettings>;
  /** Whether the user wants files to be checked that are not open. */
  readonly isWanted: () => Promise<boolean>;
}

/** Findings in postmortems that are not open. A request is held until there is something new to say. */
export function serveWorkspaceDiagnostics(connection: Connection, parts: WorkspaceDiagnosticParts): void {
  if (!parts.abilities.pullsDiagnostics) return;
  const reportOf = createReports(parts);
  connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }, token) => {
    while (!token.isCancellationRequested) {
      const change = nextChange(parts.index, token);
      const items = (await parts.isWanted())
        ? await newReports(previousResultIds, parts, reportOf, token)
        : withdrawn(previousResultIds, new Set());
      if (items.length > 0) return { items };
      await change;
    }
    return { items: [] };
  });
}

type ReportOf = (uri: string, entry: IndexEntry) => Promise<WorkspaceFullDocumentDiagnosticReport | undefined>;

/** Keeps what was found as long as the file stays the same. */
function createReports({ files, settingsFor, abilities, place }: WorkspaceDiagnosticParts): ReportOf {
  const known = new WeakMap<IndexEntry, WorkspaceFullDocumentDiagnosticReport>();
  return async (uri, entry) => {
    const before = known.get(entry);
    if (before !== undefined) return before;
    const text = await files?.readFile(uri);
    if (text === undefined) return undefined;
    const snapshot = snapshots.create(uri, 'markdown', 0, text);
    const items = diagnosticsOf(await analyse(snapshot, await settingsFor(uri), place, () => true), abilities);
    const report = { kind: 'full', uri, version: null, resultId: digestOf(items), items } as const;
    known.set(entry, report);
    return report;
  };
}

/** What the client does not know yet. */
async function newReports(
  previous: readonly PreviousResultId[],
  { index, documents }: WorkspaceDiagnosticParts,
  reportOf: ReportOf,
  token: CancellationToken,
): Promise<WorkspaceDocumentDiagnosticReport[]> {
  await index.ready(token);
  const known = new Map(previous.map(({ uri, value }) => [sameSpelling(uri), value]));
  const reports: WorkspaceDocumentDiagnosticReport[] = [];
  const present = new Set<string>();
  for (const { uri, entry } of index.postmortems()) {
    if (token.isCancellationRequested) break;
    present.add(sameSpelling(uri));
    // The client asks for open documents by themselves.
    const report = documents.isOpen(uri) ? undefined : await reportOf(uri, entry);
    if (report !== undefined && known.get(sameSpelling(uri)) !== report.resultId) reports.push(report);
  }
  return [...reports, ...withdrawn(previous, present)];
}

const nothing = digestOf([]);

/** Takes back what was said about files that are no postmortems any more. */
function withdrawn(
  previous: readonly PreviousResultId[],
  present: ReadonlySet<string>,
): WorkspaceFullDocumentDiagnosticReport[] {
  return previous
    .filter(({ uri, value }) => !present.has(sameSpelling(uri)) && value !== nothing)
    .map(({ uri }) => ({ kind: 'full', uri, version: null, resultId: nothing, items: [] }));
}

function nextChange(index: WorkspaceIndex, token: CancellationToken): Promise<void> {
  return new Promise((resolve) => {
    const stop = index.onChanged(settle);
    const listening = token.onCancellationRequested(settle);
    function settle(): void {
      stop();
      listening.dispose();
      resolve();
    }
  });
}
