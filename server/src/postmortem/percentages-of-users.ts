import type { Span } from '../text/span.ts';
import type { Fact } from './fact.ts';
import { userWords } from './vocabulary/user-words.ts';

const percentage =
  /\d{1,7}(?:[.,]\d{1,6})?\s?(?:%|％|percent\b|per cent\b|por ciento|por cento|prozent\b|パーセント)/gi;
/** How many words may stand between the number and whom it counts: "45% of all our active users". */
const MOST_WORDS_BETWEEN = 4;

/** Percentages of users in a stretch of prose; a growth in per cent is none. */
export function percentagesOfUsers(text: string, span: Span, section: number | undefined): readonly Fact[] {
  const source = text.slice(span.start, span.end);
  if (!/[%％]|percent|per cent|por c|prozent|パーセント/i.test(source)) return [];
  const facts: Fact[] = [];
  for (const match of source.matchAll(percentage)) {
    const end = match.index + match[0].length;
    if (!countsUsers(source, match.index, end)) continue;
    const valueSpan = { start: span.start + match.index, end: span.start + end };
    facts.push({
      kind: 'users-percent',
      label: '',
      labelSpan: undefined,
      value: match[0],
      valueSpan,
      origin: 'prose',
      section,
    });
  }
  return facts;
}

function countsUsers(source: string, start: number, end: number): boolean {
  const behind = source.slice(end, end + 60);
  const counted =
    /^[\s*_]*(?:of|de|der|des|aller|das|dos|los|las|del|の)?\s*([^.,;:()%\n]{0,50})/i.exec(behind)?.[1] ?? '';
  const words = counted
    .toLowerCase()
    .split(/[^\p{L}\p{M}]+/u)
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS_BETWEEN + 1);
  if (
    words.some((word) => userWords.has(word)) &&
    !/^\s*(?:increase|decrease|more|fewer|higher|lower|drop|rise|growth|spike)/i.test(behind)
  )
    return true;
  if (/^[\s*_]*(?:の)?(?:全)?(?:ユーザー|利用者|顧客|用户|用戶|客户)/.test(behind)) return true;
  return isInBracketsBehindUsers(source, start, behind);
}

/** "A part of our users (about 75%)" */
function isInBracketsBehindUsers(source: string, start: number, behind: string): boolean {
  if (!/^[^()\n]{0,12}\)/.test(behind)) return false;
  const before = /([\p{L}\p{M}]+)\s*\([^()\n]{0,24}$/u.exec(source.slice(Math.max(0, start - 60), start));
  return before?.[1] !== undefined && userWords.has(before[1].toLowerCase());
}
