import { chatWords } from './event-words.ts';
import type { Imported, ImportedEvent, LeftOut } from './imported.ts';
import { at, isObject, type JsonObject, objectsIn, sentence, textIn } from './json-fields.ts';
import { instantOf } from './time-of-event.ts';

/** The log or the notes of an alert, the timeline of an incident, or either one itself, as the API answers them; `undefined` for anything else. */
export function readOpsgenie(value: unknown): Imported | undefined {
  const data = at(value, 'data');
  const listed = [
    ...objectsIn(value, 'data'),
    ...objectsIn(data, 'entries'),
    ...(Array.isArray(value) ? value.filter(isObject) : []),
  ];
  const parts = [
    ...listed.filter((part) => isLog(part) || isNote(part) || isTimelineEntry(part) || isAlert(part)),
    ...(isObject(data) && isAlert(data) ? [data] : []),
    ...(isObject(value) && isAlert(value) ? [value] : []),
  ];
  if (parts.length === 0) return undefined;
  const events: ImportedEvent[] = [];
  const left: LeftOut[] = [];
  parts.forEach((part, index) => {
    const time = instantOf(part.createdAt ?? part.eventTime);
    const text = textOf(part);
    if (time && text !== undefined) events.push({ time, words: chatWords(authorOf(part, text), text) });
    else
      left.push({
        place: `event ${index + 1}`,
        text: text ?? '',
        reason: time === undefined ? 'It has no time.' : 'It has no text.',
      });
  });
  return { source: 'Opsgenie', events, left };
}

function isLog(part: JsonObject): boolean {
  return 'log' in part && 'createdAt' in part;
}

function isNote(part: JsonObject): boolean {
  return 'note' in part && 'createdAt' in part;
}

function isTimelineEntry(part: JsonObject): boolean {
  return 'eventTime' in part && ('title' in part || 'description' in part);
}

function isAlert(part: JsonObject): boolean {
  return (
    'message' in part && 'createdAt' in part && ('tinyId' in part || 'alias' in part || 'impactedServices' in part)
  );
}

function textOf(part: JsonObject): string | undefined {
  if (isAlert(part)) return `Opened: ${textIn(part, 'message') ?? ''}`;
  const own = textIn(part, 'log') ?? textIn(part, 'note');
  if (own !== undefined) return own;
  const title = textIn(part, 'title', 'content') ?? textIn(part, 'title', 'name') ?? textIn(part, 'title');
  const description =
    textIn(part, 'description', 'content') ?? textIn(part, 'description', 'name') ?? textIn(part, 'description');
  const words = [title, description].filter((one) => one !== undefined).join(': ');
  const type = textIn(part, 'type');
  return words !== '' ? words : type === undefined ? undefined : sentence(type);
}

function authorOf(part: JsonObject, text: string): string | undefined {
  const author = textIn(part, 'actor', 'name') ?? textIn(part, 'owner');
  return author === undefined || author === 'System' || text.includes(author) ? undefined : author;
}
