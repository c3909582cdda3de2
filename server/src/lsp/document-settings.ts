import type { Settings } from '../review/settings.ts';
import type { ConfigFiles } from './config-files.ts';
import type { SettingsStore } from './settings-store.ts';
import type { WorkspaceFolders } from './workspace-folders.ts';

/** Settings of one origin and the path of the document as its globs see it. */
export interface SettingsPlace {
  readonly settings: Settings;
  readonly path: string;
}

/** Everything that is set for one document. */
export interface DocumentSettings {
  /** In its workspace folder. */
  readonly path: string;
  /** The place that overrules the others last. */
  readonly places: readonly SettingsPlace[];
}

/** The settings of the editor, overruled by the settings file of the project. */
export async function settingsOf(
  uri: string,
  editor: Pick<SettingsStore, 'of'>,
  files: ConfigFiles,
  folders: WorkspaceFolders,
): Promise<DocumentSettings> {
  const path = folders.pathOf(uri);
  const [settings, file] = await Promise.all([editor.of(uri), files.of(uri)]);
  const own = { settings, path };
  return { path, places: file ? [own, { settings: file.settings, path: file.pathOf(uri) }] : [own] };
}
