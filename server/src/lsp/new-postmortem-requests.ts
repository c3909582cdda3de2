import type { Connection } from 'vscode-languageserver';
import { newPostmortem, pathOfNew } from '../features/new-postmortem.ts';
import { createPostmortemReader } from '../postmortem/postmortem-reader.ts';
import { nothingInherited, resolveReading } from '../postmortem/resolve-reading.ts';
import { allProfiles } from '../profiles/all-profiles.ts';
import type { Profile } from '../profiles/profile.ts';
import { lastSaid, profilesOf } from '../review/settings.ts';
import { formatClock, formatDay, fromEpochMinutes, type LocalDateTime } from '../time/calendar.ts';
import { readOpening } from '../time/moment-text.ts';
import { localInZone, type Zone } from '../time/zone.ts';
import { readZone } from '../time/zone-text.ts';
import {
  commandMethods,
  type DocumentParams,
  type NewPostmortemAnswer,
  type NewPostmortemOptions,
  type NewPostmortemParams,
  type StartParams,
} from './command-messages.ts';
import type { CommandParts } from './command-parts.ts';
import type { DocumentSettings } from './document-settings.ts';

/** What *New Postmortem…* asks for while it asks the author. */
export function serveNewPostmortem(connection: Connection, { host, settingsFor }: CommandParts): void {
  connection.onRequest(
    commandMethods.newPostmortemOptions,
    async ({ uri }: DocumentParams): Promise<NewPostmortemOptions> => {
      const settings = await settingsFor(uri);
      const zone = zoneNamed(lastSaid('zone', settingsIn(settings)) ?? '');
      const minutes = Math.floor(host.now().getTime() / 60_000);
      return {
        profiles: profilesFor(settings).map(({ name, title, description }) => ({ name, title, description })),
        profile: lastSaid('profile', settingsIn(settings)) ?? null,
        zone: zone.label,
        now: startText(localInZone(zone, minutes) ?? fromEpochMinutes(minutes)),
      };
    },
  );
  connection.onRequest(commandMethods.readStart, ({ text, zone }: StartParams): string | null => {
    const start = readStart(text, zone);
    return start ? `${startText(start.local)} ${start.zone}` : null;
  });
  connection.onRequest(
    commandMethods.newPostmortem,
    async (params: NewPostmortemParams): Promise<NewPostmortemAnswer | null> => {
      const start = readStart(params.text, params.zone);
      if (start === undefined) return null;
      const profiles = profilesFor(await settingsFor(params.uri));
      const profile = profiles.find(({ name }) => name === params.profile) ?? profiles[0];
      if (profile === undefined) return null;
      const incident = { title: params.title, severity: params.severity, start: start.local, zone: start.zone };
      const path = pathOfNew(incident, profile.name, params);
      const read = (text: string) => createPostmortemReader().read(text, { path, isPostmortem: true, zone: undefined });
      return { path, ...newPostmortem(incident, profile, profiles, read) };
    },
  );
}

function settingsIn({ places }: DocumentSettings) {
  return places.map(({ settings }) => settings);
}

function profilesFor(settings: DocumentSettings): readonly Profile[] {
  return profilesOf(allProfiles, settingsIn(settings));
}

function zoneNamed(label: string): Zone {
  return readZone(label, 0)?.zone ?? { label: 'UTC', kind: 'utc', offset: 0 };
}

/** A day and a time of day, with a zone of its own or the one given; `undefined` for anything less. */
function readStart(text: string, zone: string): { readonly local: LocalDateTime; readonly zone: string } | undefined {
  const trimmed = text.trim();
  const written = readOpening(trimmed);
  if (written === undefined || written.span.end < trimmed.length) return undefined;
  const { date, clock, kind } = resolveReading(written, nothingInherited);
  if (date === undefined || clock === undefined || kind === 'unreadable') return undefined;
  const local = { ...date.value, hour: clock.hour, minute: clock.minute, second: 0 };
  return { local, zone: written.zone?.zone.label ?? zoneNamed(zone).label };
}

function startText(at: LocalDateTime): string {
  return `${formatDay(at)} ${formatClock(at.hour, at.minute, undefined)}`;
}
