import { chatWords } from './event-words.ts';
import type { Imported, ImportedEvent, LeftOut } from './imported.ts';
import { at, isObject, type JsonObject, objectsIn, textIn } from './json-fields.ts';
import { epochOf } from './time-of-event.ts';

/** A day of a channel from an export, or what `conversations.history` answers; `undefined` for anything else. */
export function readSlackExport(value: unknown): Imported | undefined {
  const messages = Array.isArray(value) ? value : at(value, 'messages');
  if (!Array.isArray(messages) || !messages.some(isSlackMessage)) return undefined;
  const names = namesIn(messages.filter(isObject));
  const events: ImportedEvent[] = [];
  const left: LeftOut[] = [];
  for (const [index, message] of messages.entries() as IterableIterator<[number, unknown]>) {
    const read = eventOf(message, names);
    if (typeof read === 'object') events.push(read);
    else left.push({ place: `message ${index + 1}`, text: textIn(message, 'text') ?? '', reason: read });
  }
  return { source: 'Slack export', events, left };
}

/** The event that a message tells of, or why it tells of none. */
function eventOf(message: unknown, names: ReturnType<typeof namesIn>): ImportedEvent | string {
  if (!isObject(message)) return 'It is no message.';
  const time = epochOf(message.ts);
  if (time === undefined) return 'It has no time.';
  const subtype = textIn(message, 'subtype');
  if (subtype !== undefined && windowSubtypes.has(subtype)) return 'It tells about the channel, not the incident.';
  const text = plainText(message, names);
  if (text === '') return 'It has no text.';
  return { time, words: chatWords(authorOf(message, names), text) };
}

const windowSubtypes: ReadonlySet<string> = new Set([
  'channel_join',
  'channel_leave',
  'channel_topic',
  'channel_purpose',
  'channel_name',
  'channel_archive',
  'channel_unarchive',
  'group_join',
  'group_leave',
  'pinned_item',
  'reminder_add',
  'bot_add',
  'bot_remove',
  'huddle_thread',
]);

function isSlackMessage(value: unknown): boolean {
  return isObject(value) && typeof value.ts === 'string' && epochOf(value.ts) !== undefined && 'text' in value;
}

/** Names by user id, as far as the messages carry them. */
function namesIn(messages: readonly JsonObject[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const message of messages) {
    const id = textIn(message, 'user');
    const name = profileName(message);
    if (id !== undefined && name !== undefined) names.set(id, name);
  }
  return names;
}

function profileName(message: JsonObject): string | undefined {
  return (
    textIn(message, 'user_profile', 'real_name') ??
    textIn(message, 'user_profile', 'display_name') ??
    textIn(message, 'user_profile', 'name') ??
    textIn(message, 'username') ??
    textIn(message, 'bot_profile', 'name')
  );
}

function authorOf(message: JsonObject, names: ReadonlyMap<string, string>): string | undefined {
  const id = textIn(message, 'user');
  return profileName(message) ?? (id === undefined ? undefined : (names.get(id) ?? id));
}

/** The words of a message; for alerts, which often have none, those of their attachments. */
function plainText(message: JsonObject, names: ReadonlyMap<string, string>): string {
  const own = textIn(message, 'text') ?? '';
  const attached = objectsIn(message, 'attachments').map(
    (part) => textIn(part, 'title') ?? textIn(part, 'fallback') ?? textIn(part, 'text') ?? '',
  );
  const files = objectsIn(message, 'files').map((file) => textIn(file, 'title') ?? textIn(file, 'name') ?? '');
  const chosen = own !== '' ? [own] : [...attached, ...files];
  return chosen
    .filter((part) => part !== '')
    .map((part) => withoutMarkup(part, names))
    .join(' ');
}

/** `<@U1>`, `<#C1|ops>`, `<https://…|label>`, `&amp;` as people read them. */
function withoutMarkup(text: string, names: ReadonlyMap<string, string>): string {
  return text
    .replace(/<([^<>|]{1,2000})(?:\|([^<>]{0,500}))?>/g, (_, target: string, label: string | undefined) => {
      if (target.startsWith('@')) return `@${label ?? names.get(target.slice(1)) ?? target.slice(1)}`;
      if (target.startsWith('#')) return `#${label ?? target.slice(1)}`;
      if (target.startsWith('!')) return `@${label ?? target.slice(1).split('^')[0]}`;
      return label === undefined || label === target ? target : `[${label}](${target})`;
    })
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
