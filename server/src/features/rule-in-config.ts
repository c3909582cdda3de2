import { isMap, isScalar, parseDocument, type YAMLMap } from 'yaml';
import type { Edit } from '../text/edit.ts';

/**
 * The edit of a settings file that switches a rule off; everything else stays, comments too.
 * `undefined`: the file cannot be read or is laid out in a way that one line cannot be added to, so it is not touched.
 */
export function switchOffInConfig(text: string, code: string, syntax: 'yaml' | 'json'): Edit | undefined {
  const document = parseDocument(text, { prettyErrors: false });
  const root = document.contents;
  if (document.errors.length > 0) return undefined;
  if (root === null) return syntax === 'json' ? undefined : appended(text, code);
  if (!isMap(root)) return undefined;
  const write = syntax === 'json' ? (word: string) => `"${word}"` : (word: string) => word;
  const rules: unknown = root.get('rules', true);
  if (isMap(rules)) return switchOffIn(rules, code, text, write);
  if (rules !== undefined) return undefined;
  if (syntax === 'yaml' && !root.flow) return appended(text, code);
  return firstIn(root, `${write('rules')}: { ${write(code)}: ${write('off')} }`, text);
}

type Write = (word: string) => string;

function switchOffIn(rules: YAMLMap, code: string, text: string, write: Write): Edit | undefined {
  const said: unknown = rules.get(code, true);
  if (said === undefined) return firstIn(rules, `${write(code)}: ${write('off')}`, text);
  const severity: unknown = isMap(said) ? said.get('severity', true) : said;
  if (isMap(said) && severity === undefined) return firstIn(said, `${write('severity')}: ${write('off')}`, text);
  if (!isScalar(severity) || !severity.range) return undefined;
  return { span: { start: severity.range[0], end: severity.range[1] }, text: write('off') };
}

/** Before the first entry, in its line where the table is written in braces, else on a line of its own. */
function firstIn(table: YAMLMap, entry: string, text: string): Edit | undefined {
  const first: unknown = table.items[0]?.key;
  const at = isScalar(first) ? first.range?.[0] : undefined;
  if (at === undefined) {
    const open = table.range?.[0];
    return table.flow && open !== undefined ? { span: { start: open + 1, end: open + 1 }, text: entry } : undefined;
  }
  const lineStart = Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;
  const before = text.slice(lineStart, at);
  const ownLine = before.trim() === '';
  if (!table.flow && !ownLine) return undefined;
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  const separator = table.flow ? (ownLine ? `,${lineBreak}${before}` : ', ') : `${lineBreak}${before}`;
  return { span: { start: at, end: at }, text: entry + separator };
}

function appended(text: string, code: string): Edit {
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  const gap = text === '' || /[\r\n]$/.test(text) ? '' : lineBreak;
  const at = text.length;
  return { span: { start: at, end: at }, text: `${gap}rules:${lineBreak}  ${code}: off${lineBreak}` };
}
