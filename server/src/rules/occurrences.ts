/** The places of a word, found without a pattern: most documents hold none, and long ones cost nothing then. */
export function* occurrencesOf(text: string, word: string): Iterable<number> {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) yield at;
}

/** What a sticky pattern matches at the place; `undefined` where it does not. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

const LONGEST_LINE = 2000;

/** What a global pattern matches on the lines that hold one of the words, in order of the words; each place once. */
export function* matchesOnLinesWith(
  text: string,
  words: readonly string[],
  pattern: RegExp,
): Iterable<RegExpExecArray> {
  const seen = new Set<number>();
  for (const word of words) {
    let done = -1;
    for (const at of occurrencesOf(text, word)) {
      if (at < done) continue;
      const start = Math.max(at - LONGEST_LINE, text.lastIndexOf('\n', at) + 1);
      const lineEnd = text.indexOf('\n', at);
      const end = Math.min(at + LONGEST_LINE, lineEnd < 0 ? text.length : lineEnd);
      done = end;
      for (const match of text.slice(start, end).matchAll(pattern)) {
        const index = start + match.index;
        if (seen.has(index)) continue;
        seen.add(index);
        yield Object.assign(match, { index });
      }
    }
  }
}
