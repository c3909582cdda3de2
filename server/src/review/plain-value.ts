/** Keys and indices from the root of a settings file to a value. */
export type Path = readonly (string | number)[];

export interface ValueProblem {
  readonly path: Path;
  /** A whole sentence that names the value and what it should be. */
  readonly message: string;
}

export type Table = Readonly<Record<string, unknown>>;

/** Reads plain values (of JSON or YAML) and notes what is not as it should be. */
export interface ValueReader {
  readonly problems: readonly ValueProblem[];
  complain(path: Path, message: string): void;
  /** Each reader answers `undefined` where nothing is written or what is written does not fit. */
  table(value: unknown, path: Path): Table | undefined;
  list(value: unknown, path: Path): readonly unknown[] | undefined;
  text(value: unknown, path: Path): string | undefined;
  texts(value: unknown, path: Path): readonly string[] | undefined;
  boolean(value: unknown, path: Path): boolean | undefined;
  count(value: unknown, path: Path): number | undefined;
  oneOf<Word extends string>(value: unknown, words: readonly Word[], path: Path): Word | undefined;
  /** Complains about keys that mean nothing, with the known key that is meant. */
  onlyKeys(table: Table, known: readonly string[], path: Path): void;
}

export function createValueReader(): ValueReader {
  const problems: ValueProblem[] = [];
  const complain = (path: Path, message: string): void => {
    problems.push({ path, message });
  };
  const expect = <T>(value: unknown, path: Path, what: string, fits: (value: unknown) => value is T): T | undefined => {
    if (value === undefined || value === null) return undefined;
    if (fits(value)) return value;
    complain(path, `${nameOf(path)} must be ${what}, not ${shown(value)}.`);
    return undefined;
  };
  return {
    problems,
    complain,
    table: (value, path) => expect(value, path, 'a table of keys and values', isTable),
    list: (value, path) => expect(value, path, 'a list', (it) => Array.isArray(it)),
    text: (value, path) => expect(value, path, 'text', (it) => typeof it === 'string'),
    texts: (value, path) => (typeof value === 'string' ? [value] : expect(value, path, 'a list of texts', isTextList)),
    boolean: (value, path) => expect(value, path, '`true` or `false`', (it) => typeof it === 'boolean'),
    count: (value, path) =>
      expect(value, path, 'a whole number', (it): it is number => Number.isInteger(it) && Number(it) >= 0),
    oneOf: <Word extends string>(value: unknown, words: readonly Word[], path: Path) =>
      expect(value, path, `one of ${words.map((word) => `“${word}”`).join(', ')}`, (it): it is Word =>
        words.some((word) => word === it),
      ),
    onlyKeys: (table, known, path) => {
      for (const key of Object.keys(table)) {
        if (known.includes(key)) continue;
        const meant = closest(key, known);
        complain([...path, key], `“${key}” means nothing here.${meant ? ` Did you mean “${meant}”?` : ''}`);
      }
    },
  };
}

export function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTextList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
}

/** The known word that differs by few characters; `undefined` when none does. */
export function closest(word: string, known: readonly string[]): string | undefined {
  const limit = Math.max(1, Math.floor(word.length / 4));
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue;
    const distance = distanceBetween(word.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

function distanceBetween(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(change, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    previous = row;
  }
  return previous[b.length] ?? 0;
}

function nameOf(path: Path): string {
  return path.length === 0 ? 'The file' : `“${path.join('.')}”`;
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a table';
  return `“${String(value).slice(0, 40)}”`;
}
