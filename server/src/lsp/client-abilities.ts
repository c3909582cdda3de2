import type { ClientCapabilities, InitializeParams } from 'vscode-languageserver';
import type { InitializationOptions } from './messages.ts';

/** What the server asks about the client, in the server's words. A client that says nothing can do nothing. */
export interface ClientAbilities {
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly relatedInformation: boolean;
  readonly answersConfiguration: boolean;
  readonly registersConfigurationChanges: boolean;
  readonly nestedSymbols: boolean;
  readonly codeActionLiterals: boolean;
  readonly resolvesCodeActions: boolean;
  readonly disabledCodeActions: boolean;
  /** Whether an edit may make files. */
  readonly createsFiles: boolean;
  readonly diagnosticData: boolean;
  readonly codeDescriptions: boolean;
  readonly versionedEdits: boolean;
  readonly wantsVerdicts: boolean;
  readonly answersFiles: boolean;
  readonly wantsIndex: boolean;
  readonly registersFileWatching: boolean;
  readonly workspaceFolders: boolean;
  readonly workDoneProgress: boolean;
  /** `undefined`: the client's own zone is not known. */
  readonly zone: string | undefined;
  readonly rulePages: string | undefined;
}

export function clientAbilities({ capabilities, initializationOptions }: InitializeParams): ClientAbilities {
  const { textDocument, workspace }: ClientCapabilities = capabilities;
  const options = (initializationOptions ?? {}) as InitializationOptions;
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport ?? false,
    relatedInformation:
      textDocument?.diagnostic?.relatedInformation ?? textDocument?.publishDiagnostics?.relatedInformation ?? false,
    answersConfiguration: workspace?.configuration ?? false,
    registersConfigurationChanges: workspace?.didChangeConfiguration?.dynamicRegistration ?? false,
    nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport ?? false,
    codeActionLiterals: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    resolvesCodeActions: textDocument?.codeAction?.resolveSupport?.properties.includes('edit') ?? false,
    disabledCodeActions: textDocument?.codeAction?.disabledSupport ?? false,
    createsFiles:
      (workspace?.workspaceEdit?.documentChanges ?? false) &&
      (workspace?.workspaceEdit?.resourceOperations?.includes('create') ?? false),
    diagnosticData: textDocument?.diagnostic?.dataSupport ?? textDocument?.publishDiagnostics?.dataSupport ?? false,
    codeDescriptions:
      textDocument?.diagnostic?.codeDescriptionSupport ??
      textDocument?.publishDiagnostics?.codeDescriptionSupport ??
      false,
    versionedEdits: workspace?.workspaceEdit?.documentChanges ?? false,
    wantsVerdicts: options.verdicts ?? false,
    answersFiles: options.fileSystem ?? false,
    wantsIndex: options.index ?? false,
    registersFileWatching: workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false,
    workspaceFolders: workspace?.workspaceFolders ?? false,
    workDoneProgress: capabilities.window?.workDoneProgress ?? false,
    zone: options.zone,
    rulePages: options.rulePages,
  };
}
