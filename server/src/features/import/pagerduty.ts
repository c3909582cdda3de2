import { chatWords } from './event-words.ts';
import type { Imported, ImportedEvent, LeftOut } from './imported.ts';
import { isObject, type JsonObject, objectsIn, sentence, textIn } from './json-fields.ts';
import { instantOf } from './time-of-event.ts';

/** An incident, its log entries, notes or status updates as the API answers them, and webhooks; `undefined` for anything else. */
export function readPagerDuty(value: unknown): Imported | undefined {
  const all = Array.isArray(value) ? value.filter(isObject) : isObject(value) ? [value] : [];
  const found = all.flatMap(partsOf);
  if (found.length === 0) return undefined;
  const events: ImportedEvent[] = [];
  const left: LeftOut[] = [];
  found.forEach((part, index) => {
    const time = instantOf(part.at);
    if (time !== undefined && part.text !== undefined) events.push({ time, words: chatWords(part.author, part.text) });
    else
      left.push({
        place: `event ${index + 1}`,
        text: part.text ?? '',
        reason: time === undefined ? 'It has no time.' : 'It has no text.',
      });
  });
  return { source: 'PagerDuty', events, left };
}

interface Part {
  readonly at: unknown;
  readonly author: string | undefined;
  readonly text: string | undefined;
}

function partsOf(value: JsonObject): readonly Part[] {
  const single = objectsIn({ list: [value.incident] }, 'list');
  return [
    ...objectsIn(value, 'log_entries').map(logEntry),
    ...(isLogEntry(value) ? [logEntry(value)] : []),
    ...[...single, ...objectsIn(value, 'incidents')].filter(isIncident).flatMap(incidentParts),
    ...(isIncident(value) ? incidentParts(value) : []),
    ...objectsIn(value, 'notes').filter(isNote).map(note),
    ...objectsIn(value, 'status_updates').map(statusUpdate),
    ...webhook(value),
  ];
}

function isLogEntry({ type }: JsonObject): boolean {
  return typeof type === 'string' && /_log_entry(?:_reference)?$/.test(type);
}

function isIncident(value: JsonObject): boolean {
  return (value.type === 'incident' || 'incident_key' in value || 'incident_number' in value) && 'created_at' in value;
}

function isNote(value: JsonObject): boolean {
  return 'content' in value && 'created_at' in value;
}

function logEntry(entry: JsonObject): Part {
  const kind = textIn(entry, 'type')?.replace(/_log_entry(?:_reference)?$/, '');
  const summary =
    textIn(entry, 'summary') ??
    textIn(entry, 'channel', 'summary') ??
    textIn(entry, 'note') ??
    (kind === undefined ? undefined : sentence(kind));
  const title = textIn(entry, 'event_details', 'description') ?? textIn(entry, 'channel', 'subject');
  const text = summary !== undefined && title !== undefined && kind === 'trigger' ? `${summary} ${title}` : summary;
  const author = textIn(entry, 'agent', 'summary');
  // Most summaries name who did it themselves.
  return { at: entry.created_at, author: author !== undefined && !text?.includes(author) ? author : undefined, text };
}

function incidentParts(incident: JsonObject): readonly Part[] {
  const title = textIn(incident, 'title') ?? textIn(incident, 'summary') ?? textIn(incident, 'description');
  const acknowledged = objectsIn(incident, 'acknowledgements').map(
    (one): Part => ({
      at: one.at,
      author: undefined,
      text: `Acknowledged by ${textIn(one, 'acknowledger', 'summary') ?? 'somebody'}`,
    }),
  );
  const resolved = textIn(incident, 'resolved_at');
  return [
    { at: incident.created_at, author: undefined, text: `Triggered: ${title ?? 'incident'}` },
    ...acknowledged,
    ...objectsIn(incident, 'log_entries').map(logEntry),
    ...objectsIn(incident, 'notes').map(note),
    ...(resolved === undefined ? [] : [{ at: resolved, author: undefined, text: 'Resolved' }]),
  ];
}

function note(value: JsonObject): Part {
  return { at: value.created_at, author: textIn(value, 'user', 'summary'), text: textIn(value, 'content') };
}

function statusUpdate(value: JsonObject): Part {
  return { at: value.created_at, author: textIn(value, 'sender', 'summary'), text: textIn(value, 'message') };
}

/** `{ event: { event_type: "incident.acknowledged", occurred_at, agent, data } }`, alone or among `messages`. */
function webhook(value: JsonObject): readonly Part[] {
  const holders = [value, ...objectsIn(value, 'messages')];
  return holders.flatMap(({ event }): readonly Part[] => {
    if (!isObject(event)) return [];
    const kind = textIn(event, 'event_type');
    if (kind === undefined || !('occurred_at' in event)) return [];
    const title =
      textIn(event, 'data', 'title') ?? textIn(event, 'data', 'content') ?? textIn(event, 'data', 'message');
    const what = sentence(kind.replace(/^incident\./, '').replaceAll('.', ' '));
    return [
      {
        at: event.occurred_at,
        author: textIn(event, 'agent', 'summary'),
        text: title === undefined ? what : `${what}: ${title}`,
      },
    ];
  });
}
