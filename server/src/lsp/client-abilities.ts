import type { ClientCapabilities, InitializeParams } from 'vscode-languageserver';
import type { InitializationOptions } from './messages.ts';

/** What the server asks about the client, in the server's words. A client that says nothing can do nothing. */
export type ClientAbilities = DiagnosticAbilities & WritingAbilities & WorkspaceAbilities & StatedAbilities;

interface DiagnosticAbilities {
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly relatedInformation: boolean;
  readonly diagnosticData: boolean;
  readonly codeDescriptions: boolean;
}

interface WritingAbilities {
  readonly codeActionLiterals: boolean;
  readonly resolvesCodeActions: boolean;
  readonly disabledCodeActions: boolean;
  readonly completionSnippets: boolean;
  readonly registersFormatting: boolean;
  readonly formatsRanges: boolean;
}

interface WorkspaceAbilities {
  readonly versionedEdits: boolean;
  /** Whether an edit may make files. */
  readonly createsFiles: boolean;
  readonly answersConfiguration: boolean;
  readonly registersConfigurationChanges: boolean;
  readonly registersFileWatching: boolean;
  readonly workspaceFolders: boolean;
  readonly workDoneProgress: boolean;
}

interface StatedAbilities {
  readonly wantsVerdicts: boolean;
  readonly answersFiles: boolean;
  readonly wantsIndex: boolean;
  /** `undefined`: the client's own zone is not known. */
  readonly zone: string | undefined;
  readonly rulePages: string | undefined;
}

export function clientAbilities({ capabilities, initializationOptions }: InitializeParams): ClientAbilities {
  return {
    ...diagnosticAbilities(capabilities),
    ...writingAbilities(capabilities),
    ...workspaceAbilities(capabilities),
    ...statedAbilities((initializationOptions ?? {}) as InitializationOptions),
  };
}

function diagnosticAbilities({ textDocument = {}, workspace }: ClientCapabilities): DiagnosticAbilities {
  const { diagnostic, publishDiagnostics } = textDocument;
  const shown = diagnostic ?? publishDiagnostics;
  return {
    pullsDiagnostics: diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport ?? false,
    relatedInformation: shown?.relatedInformation ?? publishDiagnostics?.relatedInformation ?? false,
    diagnosticData: shown?.dataSupport ?? publishDiagnostics?.dataSupport ?? false,
    codeDescriptions: shown?.codeDescriptionSupport ?? publishDiagnostics?.codeDescriptionSupport ?? false,
  };
}

function writingAbilities({ textDocument = {} }: ClientCapabilities): WritingAbilities {
  const { codeAction, completion, formatting, rangeFormatting, onTypeFormatting } = textDocument;
  return {
    codeActionLiterals: codeAction?.codeActionLiteralSupport !== undefined,
    resolvesCodeActions: codeAction?.resolveSupport?.properties.includes('edit') ?? false,
    disabledCodeActions: codeAction?.disabledSupport ?? false,
    completionSnippets: completion?.completionItem?.snippetSupport ?? false,
    registersFormatting: [formatting, rangeFormatting, onTypeFormatting].every((one) => one?.dynamicRegistration),
    formatsRanges: rangeFormatting?.rangesSupport ?? false,
  };
}

function workspaceAbilities({ workspace = {}, window }: ClientCapabilities): WorkspaceAbilities {
  const { workspaceEdit } = workspace;
  const versionedEdits = workspaceEdit?.documentChanges ?? false;
  return {
    versionedEdits,
    createsFiles: versionedEdits && (workspaceEdit?.resourceOperations?.includes('create') ?? false),
    answersConfiguration: workspace.configuration ?? false,
    registersConfigurationChanges: workspace.didChangeConfiguration?.dynamicRegistration ?? false,
    registersFileWatching: workspace.didChangeWatchedFiles?.dynamicRegistration ?? false,
    workspaceFolders: workspace.workspaceFolders ?? false,
    workDoneProgress: window?.workDoneProgress ?? false,
  };
}

function statedAbilities(options: InitializationOptions): StatedAbilities {
  return {
    wantsVerdicts: options.verdicts ?? false,
    answersFiles: options.fileSystem ?? false,
    wantsIndex: options.index ?? false,
    zone: options.zone,
    rulePages: options.rulePages,
  };
}
