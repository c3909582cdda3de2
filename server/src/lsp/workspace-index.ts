import type { CancellationToken } from 'vscode-languageserver';
import { type IndexEntry, indexEntryOf } from '../features/index-entry.ts';
import type { Mention, MentionIndex } from '../features/navigation.ts';
import type { Postmortem, ReadContext } from '../postmortem/postmortem.ts';
import { createPostmortemReader } from '../postmortem/postmortem-reader.ts';
import { type FileSystem, sameSpelling } from './file-system.ts';
import type { Host } from './host.ts';
import type { IndexProgress } from './index-progress.ts';
import { type Beginning, readBeginning, stampOf } from './read-beginning.ts';
import { readingSteps } from './reading-steps.ts';
import { isMarkdownFile, isPassedOver, markdownFilesIn } from './workspace-files.ts';

export interface IndexedFile {
  readonly uri: string;
  readonly entry: IndexEntry;
}

/** The postmortems of the workspace folders, open or not. Nothing is read before it is asked for. */
export interface WorkspaceIndex extends MentionIndex {
  /** Reads what has not been read; settles when that is done, or given up by the user or the request. */
  ready(token?: CancellationToken): Promise<void>;
  /** Whether everything has been read. */
  isComplete(): boolean;
  /** In the order of their addresses. */
  postmortems(): readonly IndexedFile[];
  fileChanged(uri: string): void;
  /** Also of a folder with all that is in it. */
  fileDeleted(uri: string): void;
  opened(uri: string, postmortem: Postmortem): void;
  closed(uri: string): void;
  /** Settings or folders changed: everything is read again, if it was read before. */
  forget(): void;
  /** Answers how to stop listening. */
  onChanged(listener: () => void): () => void;
}

export interface IndexParts {
  /** `undefined`: no files can be read; only open documents are known. */
  readonly files: FileSystem | undefined;
  readonly roots: () => readonly string[];
  readonly readContextOf: (uri: string) => Promise<ReadContext>;
  readonly host: Host;
  /** Whether nobody tells when a file changes. */
  readonly polls: boolean;
  readonly progress: IndexProgress;
  /** Takes sentences about files that were not read to their end. */
  readonly tell: (sentence: string) => void;
}

interface KnownFile {
  readonly uri: string;
  /** Size and time of change when it was read. */
  readonly stamp: string;
  /** `undefined`: no postmortem. */
  readonly entry: IndexEntry | undefined;
}

/** Files that have been fetched but not read, and in which state of the settings. */
interface Batch {
  readonly generation: number;
  readonly files: readonly { readonly key: string; readonly uri: string; readonly found: Beginning | undefined }[];
}

const sliceMilliseconds = 8;
const filesAtOnce = 16;
/** How old a look at the folders may be where nobody tells of changes. */
const staleMilliseconds = 5000;

export function createWorkspaceIndex(parts: IndexParts): WorkspaceIndex {
  const { files, host } = parts;
  const reader = createPostmortemReader();
  const known = new Map<string, KnownFile>();
  const open = new Map<string, { readonly uri: string; readonly postmortem: Postmortem }>();
  /** Of the open documents those whose file is gone. */
  const orphans = new Set<string>();
  const waiting = new Map<string, string>();
  /** Files of which something was left out, as they stood when that was told. */
  const told = new Map<string, string>();
  const listeners = new Set<() => void>();
  let running: Promise<void> | undefined;
  let scanned: 'never' | 'wanted' | 'done' | 'given-up' = 'never';
  let scannedAt = 0;
  let generation = 0;
  let hasRead = false;
  let ordered: readonly IndexedFile[] | undefined;

  const changed = (): void => {
    ordered = undefined;
    for (const listener of [...listeners]) listener();
  };
  const now = (): number => host.now().getTime();
  const rootOf = (uri: string): string | undefined =>
    parts.roots().find((root) => sameSpelling(uri).startsWith(`${sameSpelling(root.replace(/\/+$/, ''))}/`));

  /** Reads the files that wait, in slices between which requests are answered. */
  async function work(report: (done: number, total: number) => void, isWanted: () => boolean): Promise<void> {
    let done = 0;
    // The disk works on the next files while these are read.
    let next = fetchNext();
    while (isWanted()) {
      const batch = await next;
      if (batch.files.length === 0) break;
      next = fetchNext();
      await addToKnown(batch);
      ordered = undefined;
      done += batch.files.length;
      report(done, done + waiting.size);
      await rest(host);
    }
  }

  async function fetchNext(): Promise<Batch> {
    const started = generation;
    const fetched = takeFirst(waiting, filesAtOnce).map(async ([key, uri]) => {
      return { key, uri, found: await readBeginning(uri, files) };
    });
    return { generation: started, files: await Promise.all(fetched) };
  }

  async function addToKnown(batch: Batch): Promise<void> {
    let sliceEnd = now() + sliceMilliseconds;
    for (const { key, uri, found } of batch.files) {
      if (now() >= sliceEnd) {
        await rest(host);
        sliceEnd = now() + sliceMilliseconds;
      }
      const entry = found && (await entryOf(uri, found.text));
      // Settings changed meanwhile: what was read with the old ones is read again.
      if (generation !== batch.generation) return;
      tellOmission(key, uri, found);
      if (found === undefined) known.delete(key);
      else known.set(key, { uri, stamp: found.stamp, entry });
      if (found === undefined && files !== undefined && open.has(key)) orphans.add(key);
      else orphans.delete(key);
    }
  }

  function tellOmission(key: string, uri: string, found: Beginning | undefined): void {
    if (found?.omission === undefined || told.get(key) === found.stamp) return;
    told.set(key, found.stamp);
    parts.tell(`${uri} ${found.omission}`);
  }

  async function entryOf(uri: string, text: string | undefined): Promise<IndexEntry | undefined> {
    const context = await parts.readContextOf(uri);
    if (text === undefined || context.isPostmortem === false) return undefined;
    const steps = readingSteps(text, !hasRead);
    hasRead = true;
    for (const end of steps.slice(0, -1)) {
      reader.read(text.slice(0, end), context);
      await rest(host);
    }
    return indexEntryOf(reader.read(text, context));
  }

  /** Looks for files that are not known, or have changed since. */
  async function scan(isWanted: () => boolean): Promise<void> {
    if (files === undefined) return;
    const started = generation;
    const seen = new Set<string>();
    for await (const uri of markdownFilesIn(parts.roots(), files, isWanted)) {
      const key = sameSpelling(uri);
      seen.add(key);
      const before = known.get(key);
      const isStale = parts.polls && before !== undefined && (await stampOf(uri, files)) !== before.stamp;
      if (before === undefined || isStale) waiting.set(key, uri);
      if (seen.size % filesAtOnce === 0) await rest(host);
    }
    if (!isWanted() || generation !== started) return;
    for (const key of known.keys()) if (!seen.has(key)) known.delete(key);
  }

  function start(): Promise<void> {
    running ??= run().finally(() => {
      running = undefined;
      changed();
      if (waiting.size > 0 && scanned !== 'given-up') void start();
    });
    return running;
  }

  async function run(): Promise<void> {
    const progress = parts.progress.begin();
    const isWanted = (): boolean => !progress.isCancelled();
    try {
      while (scanned === 'wanted' || waiting.size > 0) {
        if (scanned === 'wanted') {
          scanned = 'done';
          await scan(isWanted);
          scannedAt = now();
        }
        await work(progress.report, isWanted);
        if (!isWanted()) {
          scanned = 'given-up';
          waiting.clear();
        }
      }
    } finally {
      progress.end();
    }
  }

  const postmortems = (): readonly IndexedFile[] => {
    ordered ??= inOrder(known, open, orphans);
    return ordered;
  };
  const fileChanged = (uri: string): void => {
    const root = rootOf(uri);
    if (scanned === 'never' || root === undefined || !isMarkdownFile(uri) || isPassedOver(uri, root)) return;
    waiting.set(sameSpelling(uri), uri);
    void start();
  };

  return {
    async ready(token) {
      const isOld = parts.polls && scanned === 'done' && running === undefined && now() - scannedAt > staleMilliseconds;
      if (scanned === 'never' || isOld) scanned = 'wanted';
      if (scanned === 'wanted' || running !== undefined) await orCancelled(start(), token);
    },
    isComplete: () => scanned === 'done' && running === undefined,
    postmortems,
    mentions(word) {
      return postmortems().flatMap(({ uri, entry }) =>
        entry.mentions
          .filter((mention) => mention.word === word)
          .map(({ span, line, column }): Mention => ({ uri, span, line, column })),
      );
    },
    fileChanged,
    fileDeleted(uri) {
      const gone = sameSpelling(uri);
      // Looked at again, not forgotten: what took its place meanwhile may have been told before.
      for (const [key, file] of [...known, ...open])
        if (key === gone || key.startsWith(`${gone}/`)) waiting.set(key, file.uri);
      if (waiting.size > 0) void start();
    },
    opened(uri, postmortem) {
      if (rootOf(uri) === undefined) return;
      open.set(sameSpelling(uri), { uri, postmortem });
      changed();
    },
    closed(uri) {
      orphans.delete(sameSpelling(uri));
      if (open.delete(sameSpelling(uri))) fileChanged(uri);
      changed();
    },
    forget() {
      generation++;
      known.clear();
      waiting.clear();
      if (scanned !== 'never') scanned = 'wanted';
      if (scanned === 'wanted') void start();
      else changed();
    },
    onChanged(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** From when it is read to when its answer is written, a request takes so many turns: it waits for one slice, not for one in each. */
const turnsOfRequest = 4;

async function rest(host: Host): Promise<void> {
  for (let turn = 0; turn < turnsOfRequest; turn++) await host.pause();
}

function takeFirst<K, V>(map: Map<K, V>, count: number): readonly (readonly [K, V])[] {
  const taken: (readonly [K, V])[] = [];
  for (const entry of map) {
    if (taken.length === count) break;
    taken.push(entry);
    map.delete(entry[0]);
  }
  return taken;
}

const entriesOfOpen = new WeakMap<Postmortem, IndexEntry | undefined>();

/** What an open document says counts for more than its file, as long as there is one. */
function inOrder(
  known: ReadonlyMap<string, KnownFile>,
  open: ReadonlyMap<string, { readonly uri: string; readonly postmortem: Postmortem }>,
  orphans: ReadonlySet<string>,
): readonly IndexedFile[] {
  const found: [string, IndexedFile][] = [];
  for (const [key, { uri, entry }] of known)
    if (entry !== undefined && !open.has(key)) found.push([key, { uri, entry }]);
  for (const [key, { uri, postmortem }] of open) {
    if (orphans.has(key)) continue;
    if (!entriesOfOpen.has(postmortem)) entriesOfOpen.set(postmortem, indexEntryOf(postmortem));
    const entry = entriesOfOpen.get(postmortem);
    if (entry !== undefined) found.push([key, { uri, entry }]);
  }
  return found.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, file]) => file);
}

/** Settles with the work or, before, when the request is cancelled; the work goes on. */
function orCancelled(work: Promise<void>, token: CancellationToken | undefined): Promise<void> {
  if (token === undefined) return work;
  return new Promise((resolve, reject) => {
    const listening = token.onCancellationRequested(() => resolve());
    work.then(resolve, reject).finally(() => listening.dispose());
  });
}
