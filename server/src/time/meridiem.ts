import { codeAt, endsWord, skipBlanks } from './characters.ts';

export type Meridiem = 'am' | 'pm';

const point = 46;

export interface MeridiemMark {
  readonly meridiem: Meridiem;
  readonly end: number;
}

/** `am`, `PM`, `a.m.`, `p. m.`, and a lone `a` or `p` glued to the digits. */
export function readMeridiem(text: string, from: number): MeridiemMark | undefined {
  const at = skipBlanks(text, from);
  const first = codeAt(text, at) | 32;
  if (first !== 97 && first !== 112) return undefined;
  const meridiem = first === 97 ? 'am' : 'pm';
  let next = at + 1;
  const dotted = codeAt(text, next) === point;
  if (dotted) next = skipBlanks(text, next + 1);
  if ((codeAt(text, next) | 32) === 109 && endsWord(text, next + 1)) {
    const end = next + 1;
    return { meridiem, end: dotted && codeAt(text, end) === point ? end + 1 : end };
  }
  return at === from && !dotted && endsWord(text, at + 1) ? { meridiem, end: at + 1 } : undefined;
}
