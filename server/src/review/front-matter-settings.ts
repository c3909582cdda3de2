import type { FrontMatter, FrontMatterValue } from '../postmortem/front-matter.ts';
import { readSettings } from './read-settings.ts';
import type { Settings } from './settings.ts';

const none: Settings = {};

/** The settings under the key `postmortem` of the front matter. What is wrong there is told by facts/front-matter. */
export function frontMatterSettings(frontMatter: FrontMatter | undefined): Settings {
  const value = frontMatter?.entries.find((entry) => entry.key === 'postmortem')?.value;
  return value !== undefined && isTable(value) ? readSettings(value).settings : none;
}

function isTable(value: FrontMatterValue): value is { readonly [key: string]: FrontMatterValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
