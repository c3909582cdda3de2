import type { Diagnostic } from 'vscode-languageserver';
import type { Host } from './host.ts';

/** Tells answers about a document apart: an equal one keeps its id. */
export interface ResultIds {
  of(uri: string, items: readonly Diagnostic[]): string;
  forget(uri: string): void;
}

/** Compares with the answer before, which ends at the first difference: to digest thousands of findings takes longer. */
export function createResultIds(host: Host): ResultIds {
  const last = new Map<string, { readonly id: string; readonly items: readonly Diagnostic[] }>();
  // A client may still hold an id of the server that ran before.
  const run = host.now().getTime().toString(36);
  let count = 0;
  return {
    of(uri, items) {
      const before = last.get(uri);
      const id = before !== undefined && isEqual(before.items, items) ? before.id : `${run}-${++count}`;
      last.set(uri, { id, items });
      return id;
    },
    forget: (uri) => last.delete(uri),
  };
}

/** Whether two values would be written as the same JSON. */
function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((one, i) => isEqual(one, b[i]));
  if (!isRecord(a) || !isRecord(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => isEqual(a[key], b[key]));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A short text that is the same for equal diagnostics only (FNV-1a, twice 32 bits). */
export function digestOf(diagnostics: readonly Diagnostic[]): string {
  const text = JSON.stringify(diagnostics);
  let first = 0x811c9dc5;
  let second = 0x01000193;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    first = Math.imul(first ^ code, 0x01000193);
    second = Math.imul(second ^ code, 0x811c9dc5);
  }
  return `${(first >>> 0).toString(36)}-${(second >>> 0).toString(36)}`;
}
