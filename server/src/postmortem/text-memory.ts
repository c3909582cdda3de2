const MOST = 20_000;

/**
 * Remembers what was read in the texts of the last versions: after an edit nearly all of them are the same.
 * Two generations bound it; what neither version needed is forgotten.
 */
export class TextMemory<T> {
  readonly #read: (text: string) => T;
  #recent = new Map<string, T>();
  #older = new Map<string, T>();

  constructor(read: (text: string) => T) {
    this.#read = read;
  }

  get(text: string): T {
    const known = this.#recent.get(text);
    if (known !== undefined || this.#recent.has(text)) return known as T;
    const older = this.#older.get(text);
    const value = older !== undefined || this.#older.has(text) ? (older as T) : this.#read(text);
    if (this.#recent.size >= MOST) {
      this.#older = this.#recent;
      this.#recent = new Map();
    }
    this.#recent.set(text, value);
    return value;
  }
}
