import { inOrder } from '../new-entries/write-entries.ts';
import { readGitLog } from './git-log.ts';
import type { ImportContext, Imported } from './imported.ts';
import { readIncidentIo } from './incident-io.ts';
import { readOpsgenie } from './opsgenie.ts';
import { readPagerDuty } from './pagerduty.ts';
import { readPastedText } from './pasted-text.ts';
import { readSlackExport } from './slack-export.ts';
import { readStatuspage } from './statuspage.ts';

export type ImportFailure = 'empty' | 'too-long' | 'broken-json' | 'unknown-json' | 'nothing-read' | 'too-many';

export type ImportResult =
  | { readonly kind: 'read'; readonly imported: Imported }
  | {
      readonly kind: 'failed';
      readonly why: ImportFailure /** What the parser said; may be empty. */;
      readonly detail: string;
    };

/** In characters: more is no excerpt any more. */
const longestImport = 2_000_000;
const mostEvents = 5000;

/** Oldest first: each tells what is its own and leaves the rest to the next. */
const jsonReaders: readonly ((value: unknown) => Imported | undefined)[] = [
  readSlackExport,
  readPagerDuty,
  readIncidentIo,
  readStatuspage,
  readOpsgenie,
];

/** Reads a file or the clipboard, whatever of the known formats it holds; its events in order. */
export function readImport(text: string, context: ImportContext): ImportResult {
  const trimmed = text.replace(/^\uFEFF/, '').trim();
  if (trimmed === '') return failed('empty');
  if (trimmed.length > longestImport) return failed('too-long');
  const imported = looksLikeJson(trimmed)
    ? readJson(trimmed, context)
    : (readGitLog(trimmed) ?? readPastedText(trimmed, context));
  if ('kind' in imported) return imported;
  if (imported.events.length === 0) return failed('nothing-read');
  if (imported.events.length > mostEvents) return failed('too-many', String(imported.events.length));
  return { kind: 'read', imported: { ...imported, events: inOrder(imported.events) } };
}

/** Not for a chat or a log that opens with a bracket: `[10:42] …`. */
function looksLikeJson(text: string): boolean {
  return /^(?:\{|\[\s*(?:\{|\]))/.test(text);
}

function readJson(text: string, context: ImportContext): Imported | ImportResult {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    // One object on each line is a log.
    const lines = readPastedText(text, context);
    if (lines.events.length > 0 && lines.events.length >= lines.left.length) return lines;
    return failed('broken-json', error instanceof Error ? error.message : '');
  }
  for (const read of jsonReaders) {
    const imported = read(value);
    if (imported !== undefined) return imported;
  }
  const line = readPastedText(text, context);
  return line.events.length > 0 ? line : failed('unknown-json');
}

function failed(why: ImportFailure, detail = ''): ImportResult {
  return { kind: 'failed', why, detail };
}
