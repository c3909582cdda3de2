import { chatWords } from './event-words.ts';
import type { Imported, ImportedEvent, LeftOut } from './imported.ts';
import { isObject, type JsonObject, objectsIn, sentence, textIn } from './json-fields.ts';
import { instantOf } from './time-of-event.ts';

/** An incident with its updates, or the incidents of a page, as the API answers them; `undefined` for anything else. */
export function readStatuspage(value: unknown): Imported | undefined {
  const single = isObject(value) && isObject(value.incident) ? [value.incident] : [];
  const listed = Array.isArray(value) ? value.filter(isObject) : objectsIn(value, 'incidents');
  const own = isObject(value) ? [value] : [];
  const updates = [...own, ...single, ...listed]
    .flatMap((incident) => objectsIn(incident, 'incident_updates'))
    .filter(isUpdate);
  if (updates.length === 0) return undefined;
  const events: ImportedEvent[] = [];
  const left: LeftOut[] = [];
  updates.forEach((update, index) => {
    const time = instantOf(update.display_at) ?? instantOf(update.created_at);
    const body = textIn(update, 'body') ?? '';
    const status = textIn(update, 'status');
    const head = status === undefined ? '' : sentence(status);
    const text = body === '' ? head : head === '' ? body : `${head}: ${body}`;
    if (time && text !== '') events.push({ time, words: chatWords(undefined, text) });
    else left.push({ place: `update ${index + 1}`, text, reason: time ? 'It has no text.' : 'It has no time.' });
  });
  return { source: 'Statuspage', events, left };
}

function isUpdate(update: JsonObject): boolean {
  return 'body' in update && ('status' in update || 'display_at' in update) && 'created_at' in update;
}
