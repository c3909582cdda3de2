import {
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeParams,
  type InitializeResult,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { emptyMentionIndex } from '../features/navigation.ts';
import { type ClientAbilities, clientAbilities } from './client-abilities.ts';
import { clientFiles, filesOf } from './client-files.ts';
import { codeActionCapabilities, serveCodeActions } from './code-actions.ts';
import { createConfigFiles } from './config-files.ts';
import { serveDiagnostics } from './diagnostics.ts';
import { type DocumentSettings, settingsOf } from './document-settings.ts';
import { type Documents, openDocuments } from './documents.ts';
import type { Host } from './host.ts';
import type { InitializationOptions } from './messages.ts';
import { servePreview } from './preview.ts';
import { servePreview } from './preview.ts';
import { type ReadingAbilities, readingAbilities } from './reading-abilities.ts';
import { readingCapabilities, refreshShown, serveReadingFeatures } from './reading-features.ts';
import { createSettingsStore, type SettingsStore } from './settings-store.ts';
import { announceVerdicts } from './verdicts.ts';
import { workspaceFolders } from './workspace-folders.ts';

/** Serves the protocol on a connection until the client ends it. */
export function startLanguageServer(connection: Connection, host: Host): void {
  connection.onInitialize((params) => {
    const abilities = clientAbilities(params);
    const reading = readingAbilities(params.capabilities);
    const settings = createSettingsStore(connection, abilities.answersConfiguration, settingsIn(params));
    const folders = workspaceFolders(params);
    const files = filesOf(host.files, abilities.answersFiles ? clientFiles(connection) : undefined);
    const configs = createConfigFiles(files, folders.uris);
    const settingsFor = (uri: string): Promise<DocumentSettings> => settingsOf(uri, settings, configs, folders);
    const documents = openDocuments(connection, settingsFor, host);
    documents.onClosed((uri) => settings.forget(uri));
    serveDiagnostics(connection, documents, abilities, host);
    serveCodeActions(connection, documents, configs, abilities);
    serveReadingFeatures(connection, {
      documents,
      settings,
      client: abilities,
      abilities: reading,
      mentions: emptyMentionIndex,
    });
    servePreview(connection, documents, abilities);
    servePreview(connection, documents, abilities);
    if (abilities.wantsVerdicts) announceVerdicts(connection, documents);
    followConfiguration(connection, documents, settings, abilities, reading);
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
    ...(abilities.pullsDiagnostics && {
      diagnosticProvider: {
        identifier: 'postmortem',
        interFileDependencies: false,
        workspaceDiagnostics: false,
      },
    }),
  };
  return { capabilities, serverInfo: { name: 'postmortem-language-server' } };
}

function followConfiguration(
  connection: Connection,
  documents: Documents,
  settings: SettingsStore,
  abilities: ClientAbilities,
  reading: ReadingAbilities,
): void {
  connection.onInitialized(() => {
    if (!abilities.registersConfigurationChanges) return;
    void connection.client.register(DidChangeConfigurationNotification.type, { section: 'postmortem' });
  });
  connection.onDidChangeConfiguration((params) => {
    settings.changed(params.settings?.postmortem);
    documents.forgetAnalyses();
    if (abilities.refreshesDiagnostics) connection.languages.diagnostics.refresh();
    refreshShown(connection, reading);
  });
}
