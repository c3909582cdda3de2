/** Colours of the terminal; plain text where nobody looks at one. */
export interface Style {
  strong(text: string): string;
  faint(text: string): string;
  red(text: string): string;
  yellow(text: string): string;
  blue(text: string): string;
  green(text: string): string;
}

const plain = (text: string): string => text;

const paint =
  (on: number, off: number) =>
  (text: string): string =>
    `\u001B[${on}m${text}\u001B[${off}m`;

export function createStyle(colours: boolean): Style {
  if (!colours) return { strong: plain, faint: plain, red: plain, yellow: plain, blue: plain, green: plain };
  return {
    strong: paint(1, 22),
    faint: paint(2, 22),
    red: paint(31, 39),
    yellow: paint(33, 39),
    blue: paint(34, 39),
    green: paint(32, 39),
  };
}

/** Control characters of a document must not reach the terminal. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]/gu, (character) => (character === '\t' ? ' ' : '\uFFFD'));
}
