import type { Connection } from 'vscode-languageserver';
import { type EditingSettings, readEditingSettings } from '../features/editing-settings.ts';
import { type ReadingSettings, readReadingSettings } from '../features/reading-settings.ts';
import { readSettings } from '../review/read-settings.ts';
import type { Settings } from '../review/settings.ts';

/** The settings of each document, asked of the client once and kept until they change. */
export interface SettingsStore {
  of(uri: string): Promise<Settings>;
  /** How the document is shown. */
  shownOf(uri: string): Promise<ReadingSettings>;
  /** What the editor does by itself. */
  editingOf(uri: string): Promise<EditingSettings>;
  /** `pushed`: what a client sends that cannot be asked. */
  changed(pushed: unknown): void;
  forget(uri: string): void;
}

interface EditorSettings {
  readonly review: Settings;
  readonly shown: ReadingSettings;
  readonly editing: EditingSettings;
}

export function createSettingsStore(connection: Connection, canBeAsked: boolean, initial: unknown): SettingsStore {
  const known = new Map<string, Promise<EditorSettings>>();
  let pushed = settingsFrom(initial);
  const ask = async (uri: string): Promise<EditorSettings> => {
    const value: unknown = await connection.workspace.getConfiguration({ scopeUri: uri, section: 'postmortem' });
    return settingsFrom(value);
  };
  const all = (uri: string): Promise<EditorSettings> => {
    if (!canBeAsked) return Promise.resolve(pushed);
    const cached = known.get(uri);
    if (cached) return cached;
    const asked = ask(uri).catch(() => pushed);
    known.set(uri, asked);
    return asked;
  };
  return {
    of: async (uri) => (await all(uri)).review,
    editingOf: async (uri) => (await all(uri)).editing,
    shownOf: async (uri) => (await all(uri)).shown,
    changed(value) {
      known.clear();
      if (!canBeAsked) pushed = settingsFrom(value);
    },
    forget: (uri) => known.delete(uri),
  };
}

/** The settings as the editor shows them; an empty text there means that nothing is said. */
function settingsFrom(value: unknown): EditorSettings {
  const { settings } = readSettings(value ?? {});
  const review = Object.fromEntries(Object.entries(settings).filter(([, said]) => said !== ''));
  return { review, shown: readReadingSettings(value ?? {}), editing: readEditingSettings(value ?? {}) };
}
