import { codeAt, digitRun, isBlank, isDash, isDigit, isLetter, isTilde } from './characters.ts';

/** Where the first words of an entry begin, and the bracket that stands right before them. */
export interface OpeningStart {
  readonly at: number;
  /** Where the bracket opens; `at` where there is none. */
  readonly bracketAt: number;
  /** What closes it, `''` for no bracket. */
  readonly closer: string;
}

const brackets = new Map([
  ['{{', '}}'],
  ['[', ']'],
  ['(', ')'],
  ['（', '）'],
  ['【', '】'],
]);
const hash = 35;
const lessThan = 60;
const greaterThan = 62;
const plus = 43;
const question = 63;
const underscore = 95;
const colon = 58;
const longestTag = 300;
const longestMarkup = 60;

/** The end of the HTML tag at `at`, or `at`. */
function skipTag(text: string, at: number): number {
  const most = Math.min(text.length, at + longestTag);
  for (let end = at + 1; end < most; end++) if (codeAt(text, end) === greaterThan) return end + 1;
  return at;
}

/** `[ ]`, `[x]` and emoji in short form (`:warning:`). */
function skipMarker(text: string, at: number): number {
  if (text[at] === '[' && text[at + 2] === ']' && ' xX'.includes(text[at + 1] ?? '-')) return at + 3;
  if (codeAt(text, at) === colon) {
    let end = at + 1;
    while (
      end - at < 40 &&
      (isLetter(codeAt(text, end)) || isDigit(codeAt(text, end)) || codeAt(text, end) === underscore)
    )
      end++;
    if (end > at + 2 && codeAt(text, end) === colon && isLetter(codeAt(text, at + 1))) return end + 1;
  }
  return at;
}

/** The end of `1.` or `2)` before a time, or `at`. */
export function skipNumber(text: string, at: number): number {
  const digits = digitRun(text, at, 4);
  const mark = text[at + digits];
  const numbered = digits > 0 && digits < 4 && (mark === '.' || mark === ')') && isBlank(codeAt(text, at + digits + 1));
  return numbered ? at + digits + 1 : at;
}

function isText(text: string, at: number): boolean {
  const code = codeAt(text, at);
  if (code === -1 || isDigit(code) || isLetter(code) || code === plus || code === question) return true;
  if (isTilde(code)) return code !== codeAt(text, at + 1) && !(at > 0 && code === codeAt(text, at - 1));
  if (code === 0x2248) return true;
  // `#1934` is a ticket.
  if (code === hash && isDigit(codeAt(text, at + 1))) return true;
  // `__:__` and `--:--` stand for times, `__bold__` and `-- ` do not.
  if ((code === underscore || isDash(code)) && text[at + 2] === ':' && codeAt(text, at + 1) === code) return true;
  return code > 0x3003 && code < 0xd800 && code !== 0x3010 && code !== 0x3011;
}

/** Skips what stands before the first word of an entry: bullets, emphasis, brackets, tags, emoji. */
export function skipOpeningMarkup(text: string, from: number): OpeningStart {
  let at = from;
  let bracketAt = -1;
  let closer = '';
  const most = Math.min(text.length, from + longestMarkup);
  while (at < text.length) {
    const next = stepOver(text, at);
    if (next === at) break;
    const opens = brackets.get(text.slice(at, at + 2)) ?? brackets.get(text.charAt(at));
    if (opens !== undefined && next - at <= 2) [bracketAt, closer] = [at, opens];
    if (next > most && !isBlank(codeAt(text, at)) && codeAt(text, at) !== lessThan) break;
    at = next;
  }
  return { at, bracketAt: bracketAt < 0 ? at : bracketAt, closer };
}

function stepOver(text: string, at: number): number {
  const code = codeAt(text, at);
  if (code === lessThan && !isDigit(codeAt(text, at + 1))) return skipTag(text, at);
  const marked = skipMarker(text, at);
  if (marked > at) return marked;
  if (isText(text, at)) return at;
  return text.startsWith('{{', at) ? at + 2 : at + 1;
}
