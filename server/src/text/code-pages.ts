/** The characters of the bytes 0x80 to 0x9F in windows-1252; a byte without one is read as a control character. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** The characters of the bytes 0x80 to 0xFF in Mac OS Roman. */
const macRoman =
  'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ';

/** The byte of a character above 0x7F; `undefined` where the code page has none. */
export type CodePage = (code: number) => number | undefined;

export function createWindows1252(): CodePage {
  const special = new Map([...windows1252].map((char, i) => [char.charCodeAt(0), 0x80 + i]));
  // Controls come from bytes that a lenient decoder passed through.
  return (code) => special.get(code) ?? (code >= 0x80 && code <= 0xff ? code : undefined);
}

export function createMacRoman(): CodePage {
  const bytes = new Map([...macRoman].map((char, i) => [char.charCodeAt(0), 0x80 + i]));
  return (code) => bytes.get(code);
}
