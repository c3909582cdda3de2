/** Lines that chat windows put around messages and that say nothing about the incident; lower case, whole line. */
const windowLines: ReadonlySet<string> = new Set([
  'app',
  'new',
  'edited',
  '(edited)',
  'view thread',
  'view newer replies',
  'also sent to the channel',
  'also sent as direct message',
  'pinned by you',
  'has context menu',
  'reply',
  'replied to a thread:',
  'see more',
  'see less',
  'show more',
  'show less',
  'today',
  'last read',
  'unread messages',
  'jump to date',
]);

const windowForms: readonly RegExp[] = [
  /^\d{1,4} repl(?:y|ies)\b.{0,60}$/i,
  /^last reply .{1,60}$/i,
  /^:[\w+'-]{1,60}:(?: ?\d{1,4})?$/,
  /^\d{1,4} reactions?$/i,
  /^(?:like|heart|laugh|surprised|sad|angry|thumbs ?up) reactions?\.?(?: ?\d{1,4})?$/i,
  /^(?:like|heart|laugh|surprised|sad|angry)\.? ?\d{1,4}$/i,
  /^pinned by .{1,60}$/i,
  /^\d{1,3}$/,
  /^(?:\p{Extended_Pictographic}|\u{FE0F}|\u{200D}|[\s\d]){1,30}$/u,
];

/** Whether a line belongs to the chat window and not to a message. */
export function isWindowLine(line: string): boolean {
  return windowLines.has(line.toLowerCase()) || windowForms.some((form) => form.test(line));
}

const particles: ReadonlySet<string> = new Set(
  'de del della der den da das dos di du la le van von vom zu zum ter ten al el bin ibn bint of and y e i'.split(' '),
);

/** Whether words can be the name of a person or a bot. */
export function isName(text: string): boolean {
  if (text.length === 0 || text.length > 60) return false;
  const words = text.split(/[\s,]+/).filter((word) => word !== '');
  if (words.length > 6) return false;
  if (words.length === 1) return /^@?[\p{L}\p{N}][\p{L}\p{M}\p{N}._'’-]*$/u.test(text);
  return words.every(
    (word, i) =>
      /^[@(]?[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}\p{N}'’.-]*\)?$/u.test(word) ||
      (i > 0 && particles.has(word)) ||
      /^\((?:she|he|they|sie|er|ella|elle|il)\/[\p{L}/]+\)$/iu.test(word),
  );
}

/** What stands beside the name of a bot. */
export function isBadge(text: string): boolean {
  return /^(?:APP|BOT|WORKFLOW)$/.test(text);
}

/** A name without what chat windows write beside it: status emoji, "APP", pronouns, an open bracket. */
export function cleanName(text: string): string {
  return text
    .replace(/:[\w+'-]{1,60}:/g, ' ')
    .replace(/\p{Extended_Pictographic}\u{FE0F}?/gu, ' ')
    .replace(/\((?:she|he|they)\/[\p{L}/]{1,30}\)/giu, ' ')
    .replace(/\s(?:APP|BOT|WORKFLOW)$/, '')
    .replace(/[\s[(,·•|–—-]+$/, '')
    .replace(/\s+/g, ' ')
    .trim();
}
