import { chatWords } from './event-words.ts';
import type { Imported, ImportedEvent, LeftOut } from './imported.ts';
import { isObject, type JsonObject, objectsIn, textIn } from './json-fields.ts';
import { instantOf } from './time-of-event.ts';

/** An incident with its timestamps, or its updates, as the API answers them; `undefined` for anything else. */
export function readIncidentIo(value: unknown): Imported | undefined {
  const incidents = [value, ...objectsIn(value, 'incidents')]
    .map((holder) => (isObject(holder) && isObject(holder.incident) ? holder.incident : holder))
    .filter(isObject)
    .filter(isIncident);
  const updates = [...objectsIn(value, 'incident_updates'), ...objectsIn(value)].filter(isUpdate);
  if (incidents.length === 0 && updates.length === 0) return undefined;
  const events: ImportedEvent[] = [];
  const left: LeftOut[] = [];
  const add = (at: unknown, author: string | undefined, text: string): void => {
    const time = instantOf(at);
    if (time && text !== '') events.push({ time, words: chatWords(author, text) });
    else
      left.push({
        place: `event ${events.length + left.length + 1}`,
        text,
        reason: time ? 'It has no text.' : 'It has no time.',
      });
  };
  for (const incident of incidents) {
    for (const stamp of timestampsOf(incident)) {
      const at = stamp.at;
      if (at !== undefined) add(at, undefined, stamp.name);
    }
    if (timestampsOf(incident).every(({ at }) => at === undefined))
      add(incident.created_at, undefined, `Reported: ${nameOf(incident)}`);
  }
  for (const update of updates) add(update.created_at, textIn(update, 'updater', 'user', 'name'), updateText(update));
  return { source: 'incident.io', events, left };
}

function isIncident(value: JsonObject): boolean {
  return (
    ('incident_timestamp_values' in value || 'incident_status' in value || 'timestamps' in value) &&
    ('reference' in value || 'name' in value)
  );
}

function isUpdate(value: JsonObject): boolean {
  return 'created_at' in value && ('new_incident_status' in value || 'new_severity' in value);
}

function nameOf(incident: JsonObject): string {
  return textIn(incident, 'name') ?? textIn(incident, 'reference') ?? 'incident';
}

function timestampsOf(incident: JsonObject): readonly { readonly name: string; readonly at: string | undefined }[] {
  const values = objectsIn(incident, 'incident_timestamp_values').map((one) => ({
    name: textIn(one, 'incident_timestamp', 'name') ?? '',
    at: textIn(one, 'value', 'value'),
  }));
  const older = objectsIn(incident, 'timestamps').map((one) => ({
    name: textIn(one, 'name') ?? '',
    at: textIn(one, 'last_occurred_at'),
  }));
  return [...values, ...older];
}

function updateText(update: JsonObject): string {
  const status = textIn(update, 'new_incident_status', 'name');
  const severity = textIn(update, 'new_severity', 'name');
  const head = [status, severity].filter((part) => part !== undefined).join(', ');
  const message = textIn(update, 'message') ?? '';
  return message === '' ? head : head === '' ? message : `${head}: ${message}`;
}
