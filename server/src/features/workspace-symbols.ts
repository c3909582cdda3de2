import type { IndexEntry, IndexedPlace } from './index-entry.ts';

/** A postmortem with its address; whatever an address is. */
export interface PostmortemAt {
  readonly uri: string;
  readonly entry: IndexEntry;
}

export interface WorkspaceSymbolFound {
  readonly kind: 'incident' | 'action';
  readonly name: string;
  /** Whose it is: the date of an incident, the postmortem of an action item. */
  readonly container: string;
  readonly uri: string;
  readonly place: IndexedPlace;
  readonly done: boolean;
}

const mostSymbols = 500;

/** The incidents and action items whose words hold the letters of the query in their order, the closest first. */
export function workspaceSymbols(files: readonly PostmortemAt[], query: string): readonly WorkspaceSymbolFound[] {
  const wanted = query.toLowerCase().replace(/\s+/g, '');
  const found: { readonly symbol: WorkspaceSymbolFound; readonly distance: number }[] = [];
  const add = (symbol: WorkspaceSymbolFound, also: string): void => {
    const own = distanceOf(symbol.name.toLowerCase(), wanted);
    const distance = own ?? distanceOf(also.toLowerCase(), wanted);
    if (distance !== undefined) found.push({ symbol, distance: own === undefined ? distance + 1000 : distance });
  };
  for (const { uri, entry } of files) {
    const { title, place, date = '', actions, mentions } = entry;
    const name = title || uri.slice(uri.lastIndexOf('/') + 1);
    const ids = mentions.filter(({ kind }) => kind === 'incident').map(({ word }) => word);
    add({ kind: 'incident', name, container: date, uri, place, done: false }, `${date} ${ids.slice(0, 3).join(' ')}`);
    for (const action of actions) {
      const container = action.owner === undefined ? name : `${action.owner} · ${name}`;
      add(
        { kind: 'action', name: action.text, container, uri, place: action.place, done: action.done },
        action.owner ?? '',
      );
    }
  }
  found.sort((a, b) => a.distance - b.distance);
  return found.slice(0, mostSymbols).map(({ symbol }) => symbol);
}

/** How far apart the letters stand and how late they begin; `undefined` where they are not all there. */
function distanceOf(text: string, wanted: string): number | undefined {
  const whole = text.indexOf(wanted);
  if (whole >= 0) return Math.min(whole, 100) / 1000;
  let at = -1;
  let gaps = 1;
  for (const letter of wanted) {
    const next = text.indexOf(letter, at + 1);
    if (next < 0) return undefined;
    if (at >= 0 && next > at + 1) gaps++;
    at = next;
  }
  // Letters strewn over a whole sentence are no match that anybody means.
  return gaps <= Math.max(1, wanted.length / 2) ? gaps : undefined;
}
