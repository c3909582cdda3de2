/**
 * Remembers what was read in the texts of this version and the one before: after an edit nearly all of them are the
 * same. Older texts are forgotten, so that no more than two versions of a document are kept in memory.
 */
export class TextMemory<T> {
  readonly #read: (text: string) => T;
  #recent = new Map<string, T>();
  #older = new Map<string, T>();

  constructor(read: (text: string) => T) {
    this.#read = read;
  }

  /** To be called before a version is read. */
  nextVersion(): void {
    this.#older = this.#recent;
    this.#recent = new Map();
  }

  get(text: string): T {
    const known = this.#recent.get(text);
    if (known !== undefined || this.#recent.has(text)) return known as T;
    const older = this.#older.get(text);
    const value = older !== undefined || this.#older.has(text) ? (older as T) : this.#read(text);
    this.#recent.set(text, value);
    return value;
  }
}
