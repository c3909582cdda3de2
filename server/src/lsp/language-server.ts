import {
  type Connection,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  type InitializeParams,
  type InitializeResult,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { readContextOf } from './analysis.ts';
import { type ClientAbilities, clientAbilities } from './client-abilities.ts';
import { clientFiles, filesOf } from './client-files.ts';
import { codeActionCapabilities, serveCodeActions } from './code-actions.ts';
import { serveCommandRequests } from './command-requests.ts';
import { completionCapabilities, serveCompletion } from './completion.ts';
import { createConfigFiles } from './config-files.ts';
import { serveDiagnostics } from './diagnostics.ts';
import { type DocumentSettings, settingsOf } from './document-settings.ts';
import { type Documents, openDocuments } from './documents.ts';
import { formattingCapabilities, serveFormatting } from './formatting.ts';
import type { Host } from './host.ts';
import { createIndexProgress } from './index-progress.ts';
import type { InitializationOptions } from './messages.ts';
import { createNeighbourFiles } from './neighbour-files.ts';
import { servePreview } from './preview.ts';
import { type ReadingAbilities, readingAbilities } from './reading-abilities.ts';
import { readingCapabilities, refreshShown, serveReadingFeatures } from './reading-features.ts';
import { createSettingsStore, type SettingsStore } from './settings-store.ts';
import { announceVerdicts } from './verdicts.ts';
import { serveWorkspaceDiagnostics } from './workspace-diagnostics.ts';
import { askForChanges, serveWorkspace, workspaceCapabilities } from './workspace-features.ts';
import { type WorkspaceFolders, workspaceFolders } from './workspace-folders.ts';
import { createWorkspaceIndex, type WorkspaceIndex } from './workspace-index.ts';

/** Serves the protocol on a connection until the client ends it. */
export function startLanguageServer(connection: Connection, host: Host): void {
  connection.onInitialize((params) => {
    const abilities = clientAbilities(params);
    const reading = readingAbilities(params.capabilities);
    const settings = createSettingsStore(connection, abilities.answersConfiguration, settingsIn(params));
    const folders = workspaceFolders(params);
    const files = filesOf(host.files, abilities.answersFiles ? clientFiles(connection) : undefined);
    const configs = createConfigFiles(files, folders.uris);
    const settingsInFolder = (uri: string): Promise<DocumentSettings> =>
      settingsOf(uri, folderSettings(settings, folders), configs, folders);
    const index = createWorkspaceIndex({
      files,
      roots: folders.uris,
      readContextOf: async (uri) => readContextOf(await settingsInFolder(uri)),
      host,
      polls: !abilities.registersFileWatching,
      progress: createIndexProgress(connection, abilities.workDoneProgress, host),
      tell: (sentence) => connection.console.info(sentence),
    });
    const settingsFor = (uri: string): Promise<DocumentSettings> => settingsOf(uri, settings, configs, folders);
    const neighbours = createNeighbourFiles(files);
    const place = { host, neighbours };
    const documents = openDocuments(connection, settingsFor, place);
    documents.onClosed((uri) => {
      settings.forget(uri);
      neighbours.forget();
    });
    serveDiagnostics(connection, documents, abilities, host);
    serveCodeActions(connection, documents, configs, abilities);
    serveCompletion(connection, documents, index, abilities, host);
    serveFormatting(connection, documents, settings, abilities);
    serveReadingFeatures(connection, {
      documents,
      settings,
      client: abilities,
      abilities: reading,
      mentions: index,
    });
    const everythingChanged = (): void => readAgain(connection, documents, index, abilities, reading);
    const configChanged = (): void => {
      configs.forget();
      everythingChanged();
    };
    serveWorkspaceDiagnostics(connection, {
      documents,
      index,
      files,
      abilities,
      place,
      settingsFor: settingsInFolder,
      isWanted: async () => (await settings.editingOf(folders.uris()[0] ?? '')).workspaceDiagnostics,
    });
    const checkAgain = (): void => {
      documents.forgetAnalyses();
      refreshDiagnostics(connection, abilities);
    };
    const workspace = { documents, folders, index, neighbours, abilities, host, configChanged, checkAgain };
    serveWorkspace(connection, workspace);
    connection.onInitialized(() => {
      askForChanges(connection, workspace);
      askForSettings(connection, abilities);
    });
    servePreview(connection, documents, abilities);
    serveCommandRequests(connection, { documents, client: abilities, host, place, settingsFor });
    if (abilities.wantsVerdicts) announceVerdicts(connection, documents);
    connection.onDidChangeConfiguration((params) => {
      settings.changed(params.settings?.postmortem);
      everythingChanged();
    });
    return initializeResult(abilities, reading);
  });
  connection.listen();
}

function settingsIn({ initializationOptions }: InitializeParams): unknown {
  return ((initializationOptions ?? {}) as InitializationOptions).settings;
}

function initializeResult(abilities: ClientAbilities, reading: ReadingAbilities): InitializeResult {
  const capabilities: ServerCapabilities = {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    ...readingCapabilities(reading),
    ...codeActionCapabilities(abilities),
    ...workspaceCapabilities(abilities),
    ...completionCapabilities(),
    ...formattingCapabilities(abilities),
    ...(abilities.pullsDiagnostics && {
      diagnosticProvider: {
        identifier: 'postmortem',
        interFileDependencies: false,
        workspaceDiagnostics: true,
      },
    }),
  };
  return { capabilities, serverInfo: { name: 'postmortem-language-server' } };
}

/** The settings of the folder stand for those of the files in it that are not open. */
function folderSettings(settings: SettingsStore, folders: WorkspaceFolders): Pick<SettingsStore, 'of'> {
  return { of: (uri) => settings.of(folders.uris().find((root) => uri.startsWith(root)) ?? uri) };
}

function readAgain(
  connection: Connection,
  documents: Documents,
  index: WorkspaceIndex,
  abilities: ClientAbilities,
  reading: ReadingAbilities,
): void {
  documents.forgetAnalyses();
  index.forget();
  refreshDiagnostics(connection, abilities);
  refreshShown(connection, reading);
}

/** A client that ends meanwhile does not answer. */
function refreshDiagnostics(connection: Connection, abilities: ClientAbilities): void {
  if (abilities.refreshesDiagnostics) connection.sendRequest(DiagnosticRefreshRequest.type).catch(() => {});
}

function askForSettings(connection: Connection, abilities: ClientAbilities): void {
  if (!abilities.registersConfigurationChanges) return;
  const asked = connection.client.register(DidChangeConfigurationNotification.type, { section: 'postmortem' });
  asked.catch(() => {});
}
