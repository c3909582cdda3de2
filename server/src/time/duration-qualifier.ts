import { codeAt, endsWord, isBlank, isTilde, lowerWordBefore } from './characters.ts';
import { qualifierPhrases } from './duration-units.ts';

/** How a duration is meant: as it is written, or as a value near, above or below it. */
export type DurationQualifier = 'exact' | 'about' | 'over' | 'under';

const point = 46;
const asterisk = 42;
const longestQualifier = 24;

/** What the words right before a duration say of it. */
export function qualifierBefore(text: string, at: number): DurationQualifier {
  let end = at;
  while (isBlank(codeAt(text, end - 1)) || codeAt(text, end - 1) === asterisk) end--;
  const sign = codeAt(text, end - 1);
  if (isTilde(sign) || '≈约約'.includes(text[end - 1] ?? '-')) return 'about';
  if ('≥>＞'.includes(text[end - 1] ?? '-') && lowerWordBefore(text, end - 1) !== '') return 'over';
  if ('≤<＜'.includes(text[end - 1] ?? '-')) return 'under';
  if (sign === point) end--;
  const before = text.slice(Math.max(0, end - longestQualifier), end).toLowerCase();
  const found = qualifierPhrases.find(
    ([phrase]) => before.endsWith(phrase) && endsWord(before, before.length - phrase.length - 1),
  );
  return found?.[1] ?? 'exact';
}

const behindSigns: readonly (readonly [string, DurationQualifier])[] = [
  ['or so', 'about'],
  ['or more', 'over'],
  ['or less', 'under'],
  ['approx', 'about'],
  ['(approx', 'about'],
  ['左右', 'about'],
  ['程度', 'about'],
  ['ほど', 'about'],
  ['以上', 'over'],
  ['超', 'over'],
  ['未満', 'under'],
  ['以内', 'under'],
];

/** What stands behind a duration that ends at `end`; `undefined` where nothing is said of it. */
export function qualifierBehind(text: string, end: number): DurationQualifier | undefined {
  const behind = text
    .slice(end, end + 12)
    .trimStart()
    .toLowerCase();
  return behind === '' ? undefined : behindSigns.find(([sign]) => behind.startsWith(sign))?.[1];
}
