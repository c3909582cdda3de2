import { decodeHTMLStrict } from 'entities/decode';

/**
 * The character that a name of HTML stands for; `false` for a name that HTML does not have. Stands in the bundles for
 * the package `decode-named-character-reference`, whose table of names they hold already.
 */
export function decodeNamedCharacterReference(name: string): string | false {
  const reference = `&${name};`;
  const decoded = decodeHTMLStrict(reference);
  return decoded === reference ? false : decoded;
}
