import { roleOf } from './html-elements.ts';
import type { HtmlToken } from './html-tokens.ts';

/** For each opening tag the index of the tag that closes it; -1 for all else. */
export function findPartners(tokens: readonly HtmlToken[]): Int32Array {
  const partners = new Int32Array(tokens.length).fill(-1);
  const open = new Map<string, number[]>();
  tokens.forEach((token, index) => {
    if (token.kind !== 'open' && token.kind !== 'close') return;
    const family = familyOf(token.name);
    const waiting = open.get(family);
    if (token.kind === 'close') {
      const opener = waiting?.pop();
      if (opener !== undefined) partners[opener] = index;
    } else if (waiting === undefined) open.set(family, [index]);
    else waiting.push(index);
  });
  return partners;
}

/** Authors close `<h2>` with `</h3>` and `<ol>` with `</ul>`; browsers let them. */
function familyOf(name: string): string {
  const role = roleOf(name);
  return role === 'heading' || role === 'list' ? role : name;
}
