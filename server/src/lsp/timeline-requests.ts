import type { Connection } from 'vscode-languageserver';
import { readImport } from '../features/import/read-import.ts';
import { insertEntryNow } from '../features/insert-entry.ts';
import { mainTimeline } from '../features/new-entries/place-for-entries.ts';
import type { WritingContext } from '../features/new-entries/write-entries.ts';
import { importContext, importedEntries, pastedEntries, type TimelineAddition } from '../features/paste-timeline.ts';
import { refactoringsAt } from '../features/refactorings/all-refactorings.ts';
import { timelineScope } from '../features/refactorings/timeline-scope.ts';
import { createPostmortemReader } from '../postmortem/postmortem-reader.ts';
import { applyEdits } from '../text/edit.ts';
import type { SourceText } from '../text/source-text.ts';
import type { Span } from '../text/span.ts';
import { type CalendarDay, fromEpochMinutes } from '../time/calendar.ts';
import { localInZone, type Zone } from '../time/zone.ts';
import { readZone } from '../time/zone-text.ts';
import { postmortemOf } from './about-postmortem.ts';
import type { Analysis } from './analysis.ts';
import type { ClientAbilities } from './client-abilities.ts';
import {
  type AddedEntries,
  commandMethods,
  type ImportAnswer,
  type ImportParams,
  type NewEntryAnswer,
  type PasteParams,
  type PlaceParams,
  type TimelineChangeAnswer,
  type TimelineChangeParams,
} from './command-messages.ts';
import type { CommandParts } from './command-parts.ts';
import type { Host } from './host.ts';
import { changeOf, offsetAt, rangeOf, spanOfRange } from './positions.ts';
import { unlessSuperseded } from './unless-superseded.ts';

/** New entries of timelines: the current time, what is pasted, what is imported. */
export function serveTimelineRequests(connection: Connection, { documents, client, host }: CommandParts): void {
  const ownZone = ownZoneOf(client);
  connection.onRequest<NewEntryAnswer | null, void>(commandMethods.newEntry, ({ uri, position }: PlaceParams) =>
    unlessSuperseded<NewEntryAnswer | null>(null, async () => {
      const analysis = await postmortemOf(documents, uri);
      if (analysis === undefined) return null;
      const { source } = analysis.snapshot;
      const seconds = Math.floor(host.now().getTime() / 1000);
      const insertion = insertEntryNow(contextOf(analysis, ownZone), offsetAt(source, position), seconds);
      if (insertion.kind === 'refused') return insertion;
      const { edit, words } = insertion;
      const [before, after] = [edit.text.slice(0, words.start), edit.text.slice(words.end)];
      return { kind: 'insert', range: rangeOf(source, edit.span), before, after };
    }),
  );
  connection.onRequest(commandMethods.pastedEntries, ({ uri, position, text }: PasteParams) =>
    unlessSuperseded<AddedEntries | null>(null, async () => {
      const analysis = await postmortemOf(documents, uri);
      if (analysis === undefined) return null;
      const { source } = analysis.snapshot;
      const today = todayIn(host, ownZone);
      return answerOf(pastedEntries(contextOf(analysis, ownZone), offsetAt(source, position), text, today), source);
    }),
  );
  connection.onRequest<TimelineChangeAnswer | null, void>(
    commandMethods.changeTimeline,
    ({ uri, selection, change }: TimelineChangeParams) =>
      unlessSuperseded<TimelineChangeAnswer | null>(null, async () => {
        const analysis = await postmortemOf(documents, uri);
        return analysis ? timelineChange(analysis, spanOfRange(analysis.snapshot.source, selection), change) : null;
      }),
  );
  connection.onRequest<ImportAnswer, void>(commandMethods.importEntries, ({ text, place }: ImportParams) =>
    unlessSuperseded<ImportAnswer>({ kind: 'failed', why: 'nothing-read', detail: '' }, async () => {
      const analysis = place ? await postmortemOf(documents, place.uri) : undefined;
      return importAnswer(text, analysis, place, ownZone, todayIn(host, ownZone));
    }),
  );
}

/** What the refactoring of that kind does at the selection, or to the main timeline. */
function timelineChange(
  { postmortem }: Analysis,
  selection: Span,
  change: TimelineChangeParams['change'],
): TimelineChangeAnswer {
  const zone = change.kind === 'zone' ? readZone(change.zone.trim(), 0)?.zone : undefined;
  if (change.kind === 'zone' && zone === undefined) return { kind: 'unknown-zone' };
  const main = mainTimeline(postmortem);
  const place = timelineScope(postmortem, selection)
    ? selection
    : main && { start: main.span.start, end: main.span.start };
  if (place === undefined) return { kind: 'no-timeline' };
  const kind = change.kind === 'sort' ? 'refactor.rewrite.sort' : 'refactor.rewrite.zone';
  const context = { postmortem, selection: place, ownZone: zone?.label };
  const found = refactoringsAt(context, (one) => one === kind)
    .map(({ refactoring }) => refactoring)
    .find(({ title }) => zone === undefined || title.endsWith(` to ${zone.label}`));
  if (found === undefined) return { kind: 'nothing-to-do' };
  if (found.refused !== undefined) return { kind: 'refused', reason: found.refused };
  return { kind: 'changes', changes: found.edits.map((edit) => changeOf(postmortem.source, edit)) };
}

function importAnswer(
  text: string,
  analysis: Analysis | undefined,
  place: PlaceParams | null,
  ownZone: Zone | undefined,
  today: CalendarDay,
): ImportAnswer {
  const own = emptyDocument(ownZone);
  const context = analysis ? contextOf(analysis, ownZone) : own;
  const cursor = analysis && place ? offsetAt(analysis.snapshot.source, place.position) : 0;
  const result = readImport(text, importContext(context, cursor, today));
  if (result.kind === 'failed') return result;
  const { imported } = result;
  const added = analysis ? importedEntries(context, cursor, imported) : undefined;
  const alone = importedEntries(own, 0, imported);
  return {
    kind: 'read',
    source: imported.source,
    count: imported.events.length,
    left: imported.left,
    added: answerOf(added, context.postmortem.source),
    document: applyEdits(own.postmortem.source.text, alone?.edits ?? []),
  };
}

/** Where entries go that no document takes. */
function emptyDocument(ownZone: Zone | undefined): WritingContext {
  const read = (text: string) =>
    createPostmortemReader().read(text, { path: 'timeline.md', isPostmortem: true, zone: undefined });
  return { postmortem: read('## Timeline (UTC)\n'), read, ownZone };
}

function contextOf({ snapshot, postmortem, reading }: Analysis, ownZone: Zone | undefined): WritingContext {
  return { postmortem, read: (text) => snapshot.reader.read(text, reading), ownZone };
}

function answerOf(addition: TimelineAddition | undefined, source: SourceText): AddedEntries | null {
  if (addition === undefined) return null;
  const { edits, count, zone, zoneAssumed } = addition;
  const changes = edits.map((one) => changeOf(source, one));
  return { changes, count, zone: zone ?? null, zoneAssumed };
}

/** `undefined`: the client does not say. */
function ownZoneOf({ zone }: ClientAbilities): Zone | undefined {
  return zone === undefined ? undefined : readZone(zone, 0)?.zone;
}

function todayIn(host: Host, zone: Zone | undefined): CalendarDay {
  const minutes = Math.floor(host.now().getTime() / 60_000);
  return (zone && localInZone(zone, minutes)) ?? fromEpochMinutes(minutes);
}
