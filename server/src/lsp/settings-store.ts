import type { Connection } from 'vscode-languageserver';
import { readSettings } from '../review/read-settings.ts';
import type { Settings } from '../review/settings.ts';

/** The settings of each document, asked of the client once and kept until they change. */
export interface SettingsStore {
  of(uri: string): Promise<Settings>;
  /** `pushed`: what a client sends that cannot be asked. */
  changed(pushed: unknown): void;
  forget(uri: string): void;
}

export function createSettingsStore(connection: Connection, canBeAsked: boolean, initial: unknown): SettingsStore {
  const known = new Map<string, Promise<Settings>>();
  let pushed = settingsFrom(initial);
  const ask = async (uri: string): Promise<Settings> => {
    const value: unknown = await connection.workspace.getConfiguration({ scopeUri: uri, section: 'postmortem' });
    return settingsFrom(value);
  };
  return {
    of(uri) {
      if (!canBeAsked) return Promise.resolve(pushed);
      const cached = known.get(uri);
      if (cached) return cached;
      const asked = ask(uri).catch(() => pushed);
      known.set(uri, asked);
      return asked;
    },
    changed(value) {
      known.clear();
      if (!canBeAsked) pushed = settingsFrom(value);
    },
    forget: (uri) => known.delete(uri),
  };
}

/** The settings as the editor shows them; an empty text there means that nothing is said. */
function settingsFrom(value: unknown): Settings {
  const { settings } = readSettings(value ?? {});
  return Object.fromEntries(Object.entries(settings).filter(([, said]) => said !== ''));
}
