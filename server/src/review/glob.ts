/**
 * Whether a path with `/` between its folders fits a glob: `*` and `?` within a name, `**` over folders, `{a,b}`
 * for alternatives. A glob without `/` fits the name of the file in any folder.
 */
export function fitsGlob(path: string, glob: string): boolean {
  const segments = path.split('/').filter((segment) => segment !== '' && segment !== '.');
  return alternativesOf(glob).some((plain) => {
    const pattern = plain
      .replace(/^\.?\//, '')
      .split('/')
      .filter((segment) => segment !== '');
    return fitsSegments(segments, plain.includes('/') ? pattern : ['**', ...pattern]);
  });
}

/** Whether a text asks for files by pattern rather than by name. */
export function isGlob(text: string): boolean {
  return /[*?{]/.test(text);
}

const mostAlternatives = 256;

function alternativesOf(glob: string): readonly string[] {
  let plain = [''];
  let at = 0;
  while (at < glob.length) {
    const open = glob.indexOf('{', at);
    const close = open < 0 ? -1 : glob.indexOf('}', open);
    const end = close < 0 ? glob.length : open;
    const text = glob.slice(at, end);
    const words = close < 0 ? [''] : glob.slice(open + 1, close).split(',');
    plain = plain.flatMap((start) => words.map((word) => start + text + word)).slice(0, mostAlternatives);
    at = close < 0 ? glob.length : close + 1;
  }
  return plain;
}

function fitsSegments(path: readonly string[], pattern: readonly string[]): boolean {
  return fitsSequence(path, pattern, (segment) => segment === '**', fitsName);
}

function fitsName(name: string, pattern: string): boolean {
  return fitsSequence(
    [...name],
    [...pattern],
    (character) => character === '*',
    (a, b) => b === '?' || a === b,
  );
}

/** Matching with wildcards for any number of items, in time of the product of the lengths at most. */
function fitsSequence(
  items: readonly string[],
  pattern: readonly string[],
  isMany: (part: string) => boolean,
  fits: (item: string, part: string) => boolean,
): boolean {
  let item = 0;
  let part = 0;
  let many = -1;
  let resume = 0;
  while (item < items.length) {
    const wanted = pattern[part];
    if (wanted !== undefined && isMany(wanted)) {
      many = part++;
      resume = item;
    } else if (wanted !== undefined && fits(items[item] ?? '', wanted)) {
      item++;
      part++;
    } else if (many >= 0) {
      part = many + 1;
      item = ++resume;
    } else return false;
  }
  return pattern.slice(part).every(isMany);
}
