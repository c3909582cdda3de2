import { readAnywhere } from '../../time/moment-text.ts';
import { amountPhrases, amounts, behindStatusCode, namedByNumber } from './quantity-words.ts';

/** Whether a text says how much: a number that counts something, a percentage, "all", "none", "unknown". */
export function isQuantified(text: string): boolean {
  const lower = withoutNames(text).toLowerCase();
  if (amountPhrases.some((phrase) => lower.includes(phrase))) return true;
  return saysAmount(lower) || holdsNumber(lower);
}

/** Links, code and times of day hold figures that count nothing. */
function withoutNames(text: string): string {
  const bare = text
    .replace(/`[^`\n]{1,200}`/g, ' x ')
    .replace(/\]\([^)\s]{1,500}\)/g, '] ')
    .replace(/\bhttps?:\/\/[^\s)>]{1,500}/g, ' ');
  let kept = '';
  let from = 0;
  for (const { span } of readAnywhere(bare)) {
    if (span.start < from) continue;
    kept += `${bare.slice(from, span.start)} · `;
    from = span.end;
  }
  return kept + bare.slice(from);
}

function saysAmount(lower: string): boolean {
  for (const { 0: word, index } of lower.matchAll(/\p{L}+/gu)) {
    if (!amounts.has(word)) continue;
    const behind = lower.slice(index + word.length, index + word.length + 14);
    if (word === 'no' && /^\s+(?:longer|doubt)\b/.test(behind)) continue;
    if (word === 'third' && /^[\s-]+part/.test(behind)) continue;
    if (word === 'full' && /^\s+(?:recovery|disk|stack)\b/.test(behind)) continue;
    return true;
  }
  return false;
}

const number = /\d[\d.,]*/g;

function holdsNumber(lower: string): boolean {
  for (const { 0: figures, index } of lower.matchAll(number)) {
    const end = index + figures.length;
    if (/^\s?(?:%|％|percent|per cent)/.test(lower.slice(end, end + 10))) return true;
    const touching = lower.charAt(index - 1);
    if (/[\p{L}#_/:-]/u.test(touching) && !/[〜~約约]/.test(touching)) continue;
    const before = /(\p{L}+)[\s.:(–-]{0,3}$/u.exec(lower.slice(Math.max(0, index - 16), index))?.[1] ?? '';
    if (namedByNumber.has(before)) continue;
    const value = Number(figures.replace(/[.,]+$/, '').replaceAll(',', ''));
    const behind = /^\s?([\p{L}]+)/u.exec(lower.slice(end, end + 16))?.[1] ?? '';
    if (
      /^xx/.test(behind) ||
      (value >= 400 && value < 600 && (behindStatusCode.has(behind) || /^\s?[(/]/.test(lower.slice(end, end + 2))))
    )
      continue;
    if (/^\.(?:\s|$)/.test(lower.slice(end - 1, end + 1)) && /(?:^|\n)\s*$/.test(lower.slice(0, index))) continue;
    return true;
  }
  return false;
}
