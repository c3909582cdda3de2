import type { Postmortem, ReadContext } from '../postmortem/postmortem.ts';
import type { Profile } from '../profiles/profile.ts';
import type { Finding } from '../review/finding.ts';
import { fitsGlob } from '../review/glob.ts';
import { type ReviewOptions, review } from '../review/review.ts';
import { lastSaid, type Settings } from '../review/settings.ts';
import type { DocumentSettings } from './document-settings.ts';
import type { Host } from './host.ts';
import type { NeighbourFiles } from './neighbour-files.ts';
import type { Snapshot } from './snapshot.ts';

/** All that is known about one version of a document. */
export interface Analysis {
  readonly snapshot: Snapshot;
  readonly postmortem: Postmortem;
  /** What it was read and reviewed with. */
  readonly reading: ReadContext;
  readonly options: ReviewOptions;
  /** The form it is held against. */
  readonly profile: Profile;
  readonly findings: readonly Finding[];
  /** Codes of rules that stopped with an error of their own, with what they said. */
  readonly failures: readonly { readonly code: string; readonly error: string }[];
  readonly milliseconds: number;
}

/** Thrown when a newer version or a cancelled request made the work useless. */
export class Superseded extends Error {}

/** Where the server runs. */
export interface AnalysisPlace {
  readonly host: Host;
  readonly neighbours: NeighbourFiles;
}

/**
 * Reads and reviews a snapshot. Between the two it pauses so that an edit or a cancellation that has arrived meanwhile
 * ends the work: `isWanted` is asked after each pause.
 */
export async function analyse(
  snapshot: Snapshot,
  settings: DocumentSettings,
  { host, neighbours }: AnalysisPlace,
  isWanted: () => boolean,
): Promise<Analysis> {
  const pause = async (): Promise<void> => {
    await host.pause();
    if (!isWanted()) throw new Superseded();
  };
  await pause();
  const start = host.now().getTime();
  const reading = readContextOf(settings);
  const postmortem = snapshot.reader.readSource(snapshot.source, reading);
  await pause();
  const beside = neighbours.of(snapshot.uri);
  const options: ReviewOptions = {
    settings: settings.places.map((place) => place.settings),
    now: { epochSeconds: Math.floor(host.now().getTime() / 1000) },
    workspace: beside.workspace,
  };
  let result = review(postmortem, options);
  const milliseconds = host.now().getTime() - start;
  const isAnyMissing = await beside.lookUp();
  if (!isWanted()) throw new Superseded();
  if (isAnyMissing) result = review(postmortem, options);
  const { findings, failures, profile } = result;
  return { snapshot, postmortem, reading, options, profile, findings, failures, milliseconds };
}

/** How a file is to be read; the zone and the globs of later places win. */
export function readContextOf({ path, places }: DocumentSettings): ReadContext {
  const said = places.map((place) => saysSetting(place.path, place.settings)).findLast((says) => says !== undefined);
  const zone = lastSaid(
    'zone',
    places.map((place) => place.settings),
  );
  return { path, isPostmortem: said, zone };
}

/** `undefined`: no setting names the file. */
function saysSetting(path: string, { include = [], exclude = [] }: Settings): boolean | undefined {
  if (exclude.some((glob) => fitsGlob(path, glob))) return false;
  return include.some((glob) => fitsGlob(path, glob)) ? true : undefined;
}
