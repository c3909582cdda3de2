import type { Postmortem } from '../postmortem/postmortem.ts';
import type { Finding } from '../review/finding.ts';
import { fitsGlob } from '../review/glob.ts';
import { review } from '../review/review.ts';
import { lastSaid, type Settings } from '../review/settings.ts';
import type { Host } from './host.ts';
import type { Snapshot } from './snapshot.ts';

/** All that is known about one version of a document. */
export interface Analysis {
  readonly snapshot: Snapshot;
  readonly postmortem: Postmortem;
  readonly findings: readonly Finding[];
  /** Codes of rules that stopped with an error of their own, with what they said. */
  readonly failures: readonly { readonly code: string; readonly error: string }[];
  readonly milliseconds: number;
}

/** Thrown when a newer version or a cancelled request made the work useless. */
export class Superseded extends Error {}

/**
 * Reads and reviews a snapshot. `filePath` is relative to the workspace folder, where it stands in one. Between the two it pauses so that an edit or a cancellation that has arrived
 * meanwhile ends the work: `isWanted` is asked after each pause.
 */
export async function analyse(
  snapshot: Snapshot,
  filePath: string,
  settings: Settings,
  host: Host,
  isWanted: () => boolean,
): Promise<Analysis> {
  const pause = async (): Promise<void> => {
    await host.pause();
    if (!isWanted()) throw new Superseded();
  };
  await pause();
  const start = host.now().getTime();
  const postmortem = snapshot.reader.read(snapshot.source.text, {
    path: filePath,
    isPostmortem: saysSetting(filePath, settings),
    zone: lastSaid('zone', [settings]),
  });
  await pause();
  const { findings, failures } = review(postmortem, {
    settings: [settings],
    now: { epochSeconds: Math.floor(host.now().getTime() / 1000) },
    workspace: { fileExists: () => undefined },
  });
  return { snapshot, postmortem, findings, failures, milliseconds: host.now().getTime() - start };
}

/** `undefined`: no setting names the file. */
function saysSetting(filePath: string, { include = [], exclude = [] }: Settings): boolean | undefined {
  if (exclude.some((glob) => fitsGlob(filePath, glob))) return false;
  return include.some((glob) => fitsGlob(filePath, glob)) ? true : undefined;
}
