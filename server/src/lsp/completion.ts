import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type Connection,
  InsertTextFormat,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { completionsAt } from '../features/completion/complete.ts';
import type { Completion, CompletionKind } from '../features/completion/completion.ts';
import { usedNames } from '../features/completion/used-names.ts';
import type { Analysis } from './analysis.ts';
import type { ClientAbilities } from './client-abilities.ts';
import type { Documents } from './documents.ts';
import type { Host } from './host.ts';
import { offsetAt, rangeOf } from './positions.ts';
import { unlessSuperseded } from './unless-superseded.ts';
import type { WorkspaceIndex } from './workspace-index.ts';

export function completionCapabilities(): ServerCapabilities {
  // Words ask for completion by themselves; a blank would ask at every word of the prose.
  return { completionProvider: { triggerCharacters: ['#', '@', '['] } };
}

export function serveCompletion(
  connection: Connection,
  documents: Documents,
  index: WorkspaceIndex,
  abilities: ClientAbilities,
  host: Host,
): void {
  connection.onCompletion(({ textDocument, position }, token) =>
    unlessSuperseded<CompletionList | null>(null, async () => {
      const analysis = await documents.analysisOf(textDocument.uri, token);
      if (!analysis?.postmortem.verdict.postmortem) return null;
      const { snapshot, postmortem, profile, reading } = analysis;
      const completions = completionsAt({
        postmortem,
        profile,
        offset: offsetAt(snapshot.source, position),
        now: { epochSeconds: Math.floor(host.now().getTime() / 1000) },
        ownZone: abilities.zone,
        names: usedNames(index.postmortems()),
        read: (text) => snapshot.reader.read(text, reading),
      });
      return {
        isIncomplete: false,
        items: completions.map((completion, i) => itemOf(completion, i, analysis, abilities)),
      };
    }),
  );
}

const kinds: Readonly<Record<CompletionKind, CompletionItemKind>> = {
  section: CompletionItemKind.Module,
  entry: CompletionItemKind.Event,
  action: CompletionItemKind.Snippet,
  zone: CompletionItemKind.Unit,
  phase: CompletionItemKind.Keyword,
  value: CompletionItemKind.Value,
  name: CompletionItemKind.Text,
  key: CompletionItemKind.Property,
};

function itemOf(
  completion: Completion,
  rank: number,
  { snapshot }: Analysis,
  abilities: ClientAbilities,
): CompletionItem {
  const { source } = snapshot;
  const { kind, label, detail, documentation, span, stops } = completion;
  const typed = source.slice(span);
  const isSnippet = abilities.completionSnippets && stops.length > 0;
  const text = isSnippet ? snippetOf(completion) : plainTextOf(completion);
  return {
    label,
    kind: kinds[kind],
    detail,
    sortText: String(rank).padStart(4, '0'),
    // What is replaced need not be the beginning of what is written.
    ...(!label.startsWith(typed) && { filterText: `${typed}${label}` }),
    ...(documentation !== '' && { documentation }),
    ...(isSnippet && { insertTextFormat: InsertTextFormat.Snippet }),
    textEdit: { range: rangeOf(source, span), newText: text.replace(/\r\n|\r|\n/g, source.lineBreak) },
  };
}

function snippetOf({ text, stops }: Completion): string {
  const escaped = (part: string): string => part.replace(/[\\$}]/g, '\\$&');
  let result = '';
  let from = 0;
  stops.forEach(({ span }, i) => {
    const words = escaped(text.slice(span.start, span.end));
    result += `${escaped(text.slice(from, span.start))}\${${i + 1}${words === '' ? '' : `:${words}`}}`;
    from = span.end;
  });
  return result + escaped(text.slice(from));
}

/** Without the words that only stand for what the author writes. */
function plainTextOf({ text, stops }: Completion): string {
  let result = '';
  let from = 0;
  for (const { span, kept } of stops) {
    result += text.slice(from, kept ? span.end : span.start);
    from = span.end;
  }
  return result + text.slice(from);
}
