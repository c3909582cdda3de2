import {
  type Connection,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type ServerCapabilities,
  SymbolKind,
  WatchKind,
  type WorkspaceSymbol,
} from 'vscode-languageserver';
import { workspaceSymbols } from '../features/workspace-symbols.ts';
import { configFileNames } from '../review/config-file.ts';
import type { ClientAbilities } from './client-abilities.ts';
import type { Documents } from './documents.ts';
import type { Host } from './host.ts';
import { type IndexAnswer, type IndexParams, indexChangedMethod, indexMethod } from './messages.ts';
import { type NeighbourFiles, watchedPictures } from './neighbour-files.ts';
import { rangeAt } from './positions.ts';
import { watchedFiles } from './workspace-files.ts';
import type { WorkspaceFolders } from './workspace-folders.ts';
import type { IndexedFile, WorkspaceIndex } from './workspace-index.ts';

interface WorkspaceParts {
  readonly documents: Documents;
  readonly folders: WorkspaceFolders;
  readonly index: WorkspaceIndex;
  readonly neighbours: NeighbourFiles;
  readonly abilities: ClientAbilities;
  readonly host: Host;
  /** A settings file changed: everything is to be read again. */
  readonly configChanged: () => void;
  /** Something that open documents refer to changed. */
  readonly checkAgain: () => void;
}

export function workspaceCapabilities(abilities: ClientAbilities): ServerCapabilities {
  return {
    workspaceSymbolProvider: true,
    ...(abilities.workspaceFolders && {
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    }),
  };
}

/** All that is about more files than the open ones. */
export function serveWorkspace(connection: Connection, parts: WorkspaceParts): void {
  followFiles(connection, parts);
  followDocuments(parts);
  announceChanges(connection, parts);
  const { index } = parts;
  connection.onWorkspaceSymbol(async ({ query }, token): Promise<WorkspaceSymbol[]> => {
    await index.ready(token);
    return workspaceSymbols(index.postmortems(), query).map(({ kind, name, container, uri, place }) => ({
      name: name.trim() || uri,
      kind: kind === 'incident' ? SymbolKind.Event : SymbolKind.Boolean,
      containerName: container,
      location: { uri, range: rangeAt(place) },
    }));
  });
  connection.onRequest(indexMethod, async (params: IndexParams | undefined, token): Promise<IndexAnswer> => {
    if (params?.again) index.forget();
    if (params?.wait === false) void index.ready();
    else await index.ready(token);
    const all = index.postmortems();
    const from = params?.from ?? 0;
    const next = from + mostInAnswer;
    return {
      complete: index.isComplete(),
      postmortems: all.slice(from, next).map(summaryOf),
      next: next < all.length ? next : null,
    };
  });
}

const mostInAnswer = 500;

function summaryOf({ uri, entry }: IndexedFile): IndexAnswer['postmortems'][number] {
  const names = (wanted: 'owner' | 'service' | 'incident'): readonly string[] => [
    ...new Set(entry.mentions.filter(({ kind }) => kind === wanted).map(({ word }) => word)),
  ];
  return {
    uri,
    title: entry.title,
    range: rangeAt(entry.place),
    date: entry.date ?? null,
    severity: entry.severity ?? null,
    status: entry.status ?? null,
    minutes: entry.minutes ?? null,
    entries: entry.entries,
    owners: names('owner'),
    services: names('service'),
    incidentIds: names('incident'),
    actions: entry.actions.map(({ text, done, owner, due, place }) => ({
      text,
      done,
      owner: owner ?? null,
      due: due ?? null,
      range: rangeAt(place),
    })),
  };
}

/** What can be asked of the client once it is ready. */
export function askForChanges(connection: Connection, { folders, index, abilities }: WorkspaceParts): void {
  if (abilities.registersFileWatching) {
    const watchers = [
      ...[watchedFiles, watchedPictures, `**/{${configFileNames.join(',')}}`].map((globPattern) => ({ globPattern })),
      // Of a folder that goes away, clients tell the folder only.
      { globPattern: '**', kind: WatchKind.Delete },
    ];
    connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(() => {});
  }
  if (abilities.workspaceFolders) {
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      folders.change(
        added.map(({ uri }) => uri),
        removed.map(({ uri }) => uri),
      );
      index.forget();
    });
  }
}

function followFiles(connection: Connection, { index, neighbours, configChanged, checkAgain }: WorkspaceParts): void {
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const isConfig = ({ uri }: { uri: string }): boolean => configFileNames.some((name) => uri.endsWith(`/${name}`));
    if (changes.some(isConfig)) configChanged();
    if (changes.filter(({ uri }) => neighbours.changed(uri)).length > 0) checkAgain();
    for (const { uri, type } of changes) {
      if (type === FileChangeType.Deleted) index.fileDeleted(uri);
      else index.fileChanged(uri);
    }
  });
}

/** Open documents are known as they stand in the editor. The first postmortem among them makes the others worth reading. */
function followDocuments({ documents, index }: WorkspaceParts): void {
  documents.onAnalysed(({ snapshot, postmortem }) => {
    index.opened(snapshot.uri, postmortem);
    if (postmortem.verdict.postmortem) void index.ready();
  });
  documents.onClosed((uri) => index.closed(uri));
}

const betweenAnnouncements = 500;

function announceChanges(connection: Connection, { index, abilities, host }: WorkspaceParts): void {
  if (!abilities.wantsIndex) return;
  let isWaiting = false;
  index.onChanged(() => {
    if (isWaiting) return;
    isWaiting = true;
    host.after(betweenAnnouncements, () => {
      isWaiting = false;
      void connection.sendNotification(indexChangedMethod);
    });
  });
}
