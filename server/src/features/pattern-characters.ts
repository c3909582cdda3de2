/** Characters by their UTF-16 codes, first and last of each range. */
export interface CharacterSet {
  readonly negated: boolean;
  readonly ranges: readonly (readonly [first: number, last: number])[];
}

export function hasCharacter({ negated, ranges }: CharacterSet, code: number): boolean {
  return ranges.some(([first, last]) => first <= code && code <= last) !== negated;
}

const digits: CharacterSet['ranges'] = [[48, 57]];
const wordCharacters: CharacterSet['ranges'] = [...digits, [65, 90], [95, 95], [97, 122]];
const spaces: CharacterSet['ranges'] = [
  [9, 13],
  [32, 32],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff],
];

export function isWordCharacter(code: number): boolean {
  return hasCharacter({ negated: false, ranges: wordCharacters }, code);
}

/** `.`: all but line breaks. */
export const anyCharacter: CharacterSet = {
  negated: true,
  ranges: [
    [10, 10],
    [13, 13],
    [0x2028, 0x2029],
  ],
};

const classes: ReadonlyMap<string, CharacterSet['ranges']> = new Map([
  ['d', digits],
  ['w', wordCharacters],
  ['s', spaces],
]);

/** What `\d`, `\w`, `\s` and their opposites stand for; `undefined` for other letters. */
export function namedClass(letter: string): CharacterSet | undefined {
  const ranges = classes.get(letter.toLowerCase());
  return ranges && { negated: letter !== letter.toLowerCase(), ranges };
}

/** The ranges of a set as positive ones, so that `[^\s…]` and `[\S…]` can be put together. */
export function positiveRanges({ negated, ranges }: CharacterSet): CharacterSet['ranges'] {
  if (!negated) return ranges;
  const rest: [number, number][] = [];
  let next = 0;
  for (const [first, last] of [...ranges].sort((a, b) => a[0] - b[0])) {
    if (first > next) rest.push([next, first - 1]);
    next = Math.max(next, last + 1);
  }
  if (next <= 0xffff) rest.push([next, 0xffff]);
  return rest;
}
