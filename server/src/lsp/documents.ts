import { type CancellationToken, type Connection, TextDocuments } from 'vscode-languageserver';
import { type Analysis, type AnalysisPlace, analyse, Superseded } from './analysis.ts';
import type { DocumentSettings } from './document-settings.ts';
import { type Snapshot, snapshots } from './snapshot.ts';

/** The open documents and what is known about the newest version of each. */
export interface Documents {
  /**
   * `undefined`: the document is not open. Throws `Superseded` when the version grew old meanwhile. Whoever asks gets it
   * after those who asked before, one after the other, with pauses in which edits and cancellations are heard.
   */
  analysisOf(uri: string, token?: CancellationToken): Promise<Analysis | undefined>;
  /** The same without waiting for others: squiggles come before all that is shown beside them. */
  analysisAheadOf(uri: string, token?: CancellationToken): Promise<Analysis | undefined>;
  /** Whether the client has it open. */
  isOpen(uri: string): boolean;
  /** Settings changed: everything is to be read again. */
  forgetAnalyses(): void;
  /** The document was opened or edited, or its settings changed. */
  onOutdated(listener: (uri: string) => void): void;
  onClosed(listener: (uri: string) => void): void;
  onAnalysed(listener: (analysis: Analysis) => void): void;
}

export function openDocuments(
  connection: Connection,
  settingsFor: (uri: string) => Promise<DocumentSettings>,
  place: AnalysisPlace,
): Documents {
  const documents = new TextDocuments<Snapshot>(snapshots);
  let analyses = new WeakMap<Snapshot, Promise<Analysis>>();
  const outdatedListeners: ((uri: string) => void)[] = [];
  const analysedListeners: ((analysis: Analysis) => void)[] = [];
  const outdated = (uri: string): void => {
    for (const listener of outdatedListeners) listener(uri);
  };
  documents.onDidChangeContent(({ document }) => outdated(document.uri));
  documents.listen(connection);

  const start = async (snapshot: Snapshot): Promise<Analysis> => {
    const isNewest = (): boolean => documents.get(snapshot.uri) === snapshot;
    const analysis = await analyse(snapshot, await settingsFor(snapshot.uri), place, isNewest);
    for (const listener of analysedListeners) listener(analysis);
    return analysis;
  };

  // What is made for a long document in one go keeps the next keystroke waiting.
  let turns = Promise.resolve();
  const nextTurn = (): Promise<void> => {
    turns = turns.then(() => place.host.pause());
    return turns;
  };

  const analysisWhen =
    (turn: () => Promise<void> | undefined): Documents['analysisOf'] =>
    async (uri, token) => {
      const snapshot = documents.get(uri);
      if (!snapshot) return undefined;
      // Requests for one version share one analysis, so that one that is cancelled does not end it for the others.
      const known = analyses.get(snapshot);
      const running = known ?? start(snapshot);
      if (!known) analyses.set(snapshot, running);
      const analysis = await running;
      await turn();
      if (token?.isCancellationRequested || documents.get(uri) !== snapshot) throw new Superseded();
      return analysis;
    };

  return {
    analysisOf: analysisWhen(nextTurn),
    analysisAheadOf: analysisWhen(() => undefined),
    isOpen: (uri) => documents.get(uri) !== undefined,
    forgetAnalyses() {
      analyses = new WeakMap();
      for (const { uri } of documents.all()) outdated(uri);
    },
    onOutdated: (listener) => void outdatedListeners.push(listener),
    onClosed: (listener) => void documents.onDidClose(({ document }) => listener(document.uri)),
    onAnalysed: (listener) => void analysedListeners.push(listener),
  };
}
