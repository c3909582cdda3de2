/** What the first characters of a line say, as far as it matters for where a text can be cut. */
export interface LineShape {
  readonly indent: number;
  /** The first character that is no space; 0 for a blank line. */
  readonly code: number;
  readonly first: number;
  readonly end: number;
  readonly kind: 'blank' | 'bullet' | 'ordered' | 'heading' | 'row' | 'text';
}

export interface Fence {
  readonly char: number;
  readonly length: number;
  readonly indent: number;
}

const space = 32;
const tab = 9;
const hash = 35;
const star = 42;
const plus = 43;
const minus = 45;
const pipe = 124;
const tick = 96;
const tilde = 126;

export function shapeOf(text: string, start: number, end: number): LineShape {
  let first = start;
  while (first < end && text.charCodeAt(first) === space) first++;
  const indent = first - start;
  if (isBlank(text, first, end)) return { indent, code: 0, first, end, kind: 'blank' };
  return { indent, code: text.charCodeAt(first), first, end, kind: kindOf(text, first, end, indent) };
}

function kindOf(text: string, first: number, end: number, indent: number): LineShape['kind'] {
  if (isBullet(text, first, end)) return 'bullet';
  if (indent > 0) return 'text';
  if (isOrdered(text, first, end)) return 'ordered';
  if (isHeading(text, first, end)) return 'heading';
  return text.charCodeAt(first) === pipe ? 'row' : 'text';
}

function isBlank(text: string, from: number, end: number): boolean {
  for (let i = from; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code !== space && code !== tab) return false;
  }
  return true;
}

function isBullet(text: string, at: number, end: number): boolean {
  const code = text.charCodeAt(at);
  if (code !== minus && code !== star && code !== plus) return false;
  return text.charCodeAt(at + 1) === space && at + 2 < end && text.charCodeAt(at + 2) !== space;
}

function isOrdered(text: string, at: number, end: number): boolean {
  let i = at;
  while (i < end && i < at + 9 && isDigit(text.charCodeAt(i))) i++;
  if (i === at) return false;
  const delimiter = text.charAt(i);
  return (delimiter === '.' || delimiter === ')') && text.charCodeAt(i + 1) === space && i + 2 < end;
}

function isHeading(text: string, at: number, end: number): boolean {
  let i = at;
  while (i < end && text.charCodeAt(i) === hash) i++;
  return i > at && i - at <= 6 && (i >= end || text.charCodeAt(i) === space || text.charCodeAt(i) === tab);
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** The code fence that a line opens; `undefined` where it opens none. */
export function opensFence(text: string, { first, end, indent, code }: LineShape): Fence | undefined {
  if (indent > 3 || (code !== tick && code !== tilde)) return undefined;
  let i = first;
  while (i < end && text.charCodeAt(i) === code) i++;
  if (i - first < 3 || (code === tick && text.slice(i, end).includes('`'))) return undefined;
  return { char: code, length: i - first, indent };
}

export function closesFence(text: string, { first, end, indent, code }: LineShape, fence: Fence): boolean {
  if (indent > 3 || code !== fence.char) return false;
  let i = first;
  while (i < end && text.charCodeAt(i) === fence.char) i++;
  return i - first >= fence.length && isBlank(text, i, end);
}

const rawElements = ['script', 'pre', 'style', 'textarea'];

/** What ends the HTML that a line opens and that goes on over blank lines; `undefined` where it opens none. */
export function rawHtmlEnd(text: string, { first, end }: LineShape): string | undefined {
  const opening = text.slice(first, Math.min(end, first + 12)).toLowerCase();
  if (opening.startsWith('<!--')) return '-->';
  if (opening.startsWith('<?')) return '?>';
  if (opening.startsWith('<![cdata[')) return ']]>';
  const element = rawElements.find((name) => opening.startsWith(`<${name}`));
  return element === undefined ? undefined : `</${element}>`;
}
