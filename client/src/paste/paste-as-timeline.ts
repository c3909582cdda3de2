import {
  type CancellationToken,
  type DataTransfer,
  type Disposable,
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  type DocumentPasteEditProvider,
  l10n,
  languages,
  type Range,
  type TextDocument,
  WorkspaceEdit,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type AddedEntries, commandMethods } from '../../../server/src/lsp/command-messages.ts';
import { rangeFrom } from '../commands/apply-changes.ts';

const kind = DocumentDropOrPasteEditKind.Empty.append('text', 'postmortem', 'timeline');
const plainText = 'text/plain';
/** In characters: what is longer is not even looked at. */
const longest = 300_000;

/** Offers what was copied from a chat, an alert, a terminal or a log as entries of the timeline at the cursor. */
export function offerPasteAsTimeline(client: BaseLanguageClient): Disposable {
  return languages.registerDocumentPasteEditProvider({ language: 'markdown' }, pasteProvider(client), {
    providedPasteEditKinds: [kind],
    pasteMimeTypes: [plainText],
  });
}

function pasteProvider(client: BaseLanguageClient): DocumentPasteEditProvider {
  return {
    async provideDocumentPasteEdits(document, ranges, data, _context, token) {
      const [range] = ranges;
      // Whoever has selected text wants it replaced by what was copied, as it is.
      if (ranges.length !== 1 || range === undefined || !range.isEmpty || !client.isRunning()) return undefined;
      const added = await entriesFor(client, document, range, data, token);
      if (added === undefined) return undefined;
      return [editFor(document, range, added)];
    },
  };
}

async function entriesFor(
  client: BaseLanguageClient,
  document: TextDocument,
  { start }: Range,
  data: DataTransfer,
  token: CancellationToken,
): Promise<AddedEntries | undefined> {
  const text = await data.get(plainText)?.asString();
  if (text === undefined || text.length > longest || !/\d[:.h]\d\d/.test(text)) return undefined;
  const { version } = document;
  const params = {
    uri: client.code2ProtocolConverter.asUri(document.uri),
    position: { line: start.line, character: start.character },
    text,
  };
  const added = await client.sendRequest<AddedEntries | null>(commandMethods.pastedEntries, params, token);
  return added === null || document.version !== version ? undefined : added;
}

function editFor(
  document: TextDocument,
  at: Range,
  { changes, count, zone, zoneAssumed }: AddedEntries,
): DocumentPasteEdit {
  const title =
    zone === null
      ? l10n.t('Paste as {0} Timeline Entries', count)
      : zoneAssumed
        ? l10n.t('Paste as {0} Timeline Entries (your zone, {1})', count, zone)
        : l10n.t('Paste as {0} Timeline Entries ({1})', count, zone);
  // The entries stand where the cursor is, or the paste itself inserts nothing.
  const [first] = changes;
  const atCursor = first !== undefined && rangeFrom(first.range).isEqual(at);
  const edit = new DocumentPasteEdit(atCursor ? first.newText : '', title, kind);
  const others = atCursor ? changes.slice(1) : changes;
  if (others.length > 0) {
    edit.additionalEdit = new WorkspaceEdit();
    for (const { range, newText } of others) edit.additionalEdit.replace(document.uri, rangeFrom(range), newText);
  }
  return edit;
}
