import { PassThrough } from 'node:stream';
import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionRequest,
  CodeLensRefreshRequest,
  ConfigurationRequest,
  type Diagnostic,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
  type DocumentSymbol,
  DocumentSymbolRequest,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  InlayHintRefreshRequest,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  RegistrationRequest,
  SemanticTokensRefreshRequest,
  ShutdownRequest,
  type SymbolInformation,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver-protocol';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import type { InitializationOptions, VerdictParams } from '../../server/src/lsp/messages.ts';
import { verdictMethod } from '../../server/src/lsp/messages.ts';

/** The two ends of a server that listens, however it runs. */
export interface ServerStreams {
  readonly output: NodeJS.ReadableStream;
  readonly input: NodeJS.WritableStream;
}

export interface ClientOptions {
  /** Left out: what VS Code can do, as far as it matters here. */
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: InitializationOptions;
  /** Answers `workspace/configuration`. */
  readonly settings?: unknown;
  /** The server ends when this process does. */
  readonly processId?: number;
}

export const ableClient: ClientCapabilities = {
  textDocument: {
    diagnostic: { dynamicRegistration: true, relatedInformation: true, dataSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: [''] } },
      resolveSupport: { properties: ['edit'] },
      disabledSupport: true,
    },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    inlayHint: { resolveSupport: { properties: ['tooltip', 'textEdits'] } },
    codeLens: {},
    foldingRange: { lineFoldingOnly: true, rangeLimit: 5000 },
    selectionRange: {},
    rename: { prepareSupport: true },
    semanticTokens: {
      requests: { range: true, full: { delta: true } },
      tokenTypes: [],
      tokenModifiers: [],
      formats: ['relative'],
    },
  },
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    codeLens: { refreshSupport: true },
    semanticTokens: { refreshSupport: true },
    workspaceEdit: { documentChanges: true, resourceOperations: ['create'] },
  },
  window: { showDocument: { support: true } },
};

export const folder = 'file:///work%20folder';

/** A language client for tests: each method is one message of the protocol. */
export interface Client {
  readonly initializeResult: InitializeResult;
  /** Everything that was pushed, oldest first. */
  readonly pushed: readonly PublishDiagnosticsParams[];
  readonly verdicts: readonly VerdictParams[];
  /** How often the server asked for another pull of everything. */
  readonly refreshes: () => number;
  /** The methods by which the server asked for hints, lenses and tokens anew. */
  readonly shownRefreshes: readonly string[];
  readonly connection: ProtocolConnection;
  open(name: string, text: string): string;
  change(uri: string, version: number, changes: TextDocumentContentChangeEvent[]): void;
  close(uri: string): void;
  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport>;
  /** The items of a full report. */
  diagnostics(uri: string): Promise<Diagnostic[]>;
  quickFixes(uri: string, diagnostic: Diagnostic): Promise<CodeAction[]>;
  symbols(uri: string): Promise<(DocumentSymbol | SymbolInformation)[] | null>;
  changeSettings(settings: unknown): void;
  shutdown(): Promise<void>;
}

export async function connectClient(server: ServerStreams, options: ClientOptions = {}): Promise<Client> {
  const connection = createProtocolConnection(
    new StreamMessageReader(server.output),
    new StreamMessageWriter(server.input),
  );
  const pushed: PublishDiagnosticsParams[] = [];
  const verdicts: VerdictParams[] = [];
  let settings: unknown = options.settings ?? {};
  let refreshes = 0;
  const shownRefreshes: string[] = [];
  connection.onNotification(PublishDiagnosticsNotification.type, (params) => void pushed.push(params));
  connection.onNotification(verdictMethod, (params: VerdictParams) => void verdicts.push(params));
  connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => settings));
  connection.onRequest(RegistrationRequest.type, () => {});
  for (const { method } of [
    InlayHintRefreshRequest.type,
    CodeLensRefreshRequest.type,
    SemanticTokensRefreshRequest.type,
  ]) {
    connection.onRequest(method, () => void shownRefreshes.push(method));
  }
  connection.onRequest(DiagnosticRefreshRequest.type, () => {
    refreshes++;
  });
  connection.listen();
  const initializeResult = await connection.sendRequest(InitializeRequest.type, {
    processId: options.processId ?? null,
    rootUri: null,
    workspaceFolders: [{ uri: folder, name: 'work folder' }],
    capabilities: options.capabilities ?? ableClient,
    initializationOptions: options.initializationOptions,
  });
  await connection.sendNotification(InitializedNotification.type, {});

  const pull: Client['pull'] = (uri, previousResultId) =>
    connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri },
      ...(previousResultId !== undefined && { previousResultId }),
    });
  return {
    initializeResult,
    pushed,
    verdicts,
    refreshes: () => refreshes,
    shownRefreshes,
    connection,
    open(name, text) {
      const uri = `${folder}/${name}`;
      void connection.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { uri, languageId: 'markdown', version: 1, text },
      });
      return uri;
    },
    change: (uri, version, contentChanges) =>
      void connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version },
        contentChanges,
      }),
    close: (uri) => void connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } }),
    pull,
    async diagnostics(uri) {
      const report = await pull(uri);
      return report.kind === 'full' ? report.items : [];
    },
    async quickFixes(uri, diagnostic) {
      const actions = await connection.sendRequest(CodeActionRequest.type, {
        textDocument: { uri },
        range: diagnostic.range,
        context: { diagnostics: [diagnostic] },
      });
      return (actions ?? []) as CodeAction[];
    },
    symbols: (uri) => connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri } }),
    changeSettings(value) {
      settings = value;
      void connection.sendNotification(DidChangeConfigurationNotification.type, { settings: { postmortem: value } });
    },
    shutdown: () => connection.sendRequest(ShutdownRequest.type),
  };
}

/** Streams that connect a client and a server of the same process. */
export function crossedStreams(): { readonly client: ServerStreams; readonly server: ServerStreams } {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  return {
    client: { input: toServer, output: toClient },
    server: { input: toClient, output: toServer },
  };
}
