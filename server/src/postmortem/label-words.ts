/** A label as the tables of labels spell it: lower case, one space between words, without marks, emoji and what stands in brackets. */
export function labelWords(label: string): string {
  const bracket = label.search(/[([（【]/);
  const words = bracket > 0 ? label.slice(0, bracket) : label;
  return words
    .toLowerCase()
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[^\p{L}\p{N}\p{M}']+/gu, ' ')
    .trim();
}
