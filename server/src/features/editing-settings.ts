import { createValueReader } from '../review/plain-value.ts';

/** Settings of the editor that say what it does by itself. */
export interface EditingSettings {
  /** Whether Enter in a timeline opens the next entry. */
  readonly continueEntries: boolean;
  /** Whether files are checked that are not open. */
  readonly workspaceDiagnostics: boolean;
}

/** What is left out, or is no such value, is off. */
export function readEditingSettings(value: unknown): EditingSettings {
  const reader = createValueReader();
  const table = reader.table(value, []) ?? {};
  return {
    continueEntries: reader.boolean(table.continueEntries, ['continueEntries']) ?? false,
    workspaceDiagnostics: reader.boolean(table.workspaceDiagnostics, ['workspaceDiagnostics']) ?? false,
  };
}
