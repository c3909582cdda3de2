/**
 * A cheap look at the first three letters of a word, so that words which are surely not in a vocabulary are passed
 * without cutting them out of the text.
 */
export type Beginnings = Uint8Array;

const letters = 32;

/** Letters fall together with a few others of the same lowest bits; small and capital ones always do. */
function slot(code: number): number {
  return code & (letters - 1);
}

/** The beginnings of names in lower case; names of one or two letters admit all that may follow. */
export function beginningsOf(names: Iterable<string>): Beginnings {
  const table = new Uint8Array(letters ** 3);
  for (const name of names) {
    const from = [...name.slice(0, 3)].reduce((key, char) => key * letters + slot(char.charCodeAt(0)), 0);
    const free = letters ** Math.max(0, 3 - name.length);
    table.fill(1, from * free, (from + 1) * free);
  }
  return table;
}

/** Whether a name may begin at `at`; `false` is certain. */
export function mayBegin(table: Beginnings, text: string, at: number): boolean {
  const first = slot(text.charCodeAt(at));
  const second = at + 1 < text.length ? slot(text.charCodeAt(at + 1)) : 0;
  const third = at + 2 < text.length ? slot(text.charCodeAt(at + 2)) : 0;
  return table[(first * letters + second) * letters + third] === 1;
}
