import type { Connection, CodeLens as ProtocolLens } from 'vscode-languageserver';
import { type CodeLens, codeLenses } from '../features/code-lens.ts';
import { aboutPostmortem, postmortemOf } from './about-postmortem.ts';
import type { Documents } from './documents.ts';
import { rangeOf } from './positions.ts';
import type { ReadingAbilities } from './reading-abilities.ts';
import { type RevealArguments, revealCommand } from './reveal.ts';
import type { SettingsStore } from './settings-store.ts';
import { unlessSuperseded } from './unless-superseded.ts';

interface LensData {
  readonly uri: string;
  readonly kind: CodeLens['kind'];
}

export function serveCodeLenses(
  connection: Connection,
  documents: Documents,
  settings: SettingsStore,
  abilities: ReadingAbilities,
): void {
  if (abilities.codeLens === undefined) return;
  connection.onCodeLens(
    aboutPostmortem(documents, async ({ snapshot: { source, uri }, postmortem }): Promise<ProtocolLens[]> => {
      const { codeLens } = await settings.shownOf(uri);
      return codeLenses(postmortem, codeLens).map(({ span, kind }) => {
        const data: LensData = { uri, kind };
        return { range: rangeOf(source, { start: span.start, end: span.start }), data };
      });
    }),
  );
  connection.onCodeLensResolve((unresolved) =>
    unlessSuperseded(unresolved, async () => {
      const { uri, kind }: LensData = unresolved.data;
      const analysis = await postmortemOf(documents, uri);
      const lenses = analysis
        ? codeLenses(analysis.postmortem, { title: false, timeline: false, actions: false, [kind]: true })
        : [];
      const [lens] = lenses;
      if (analysis === undefined || lens === undefined) return unresolved;
      const args: RevealArguments = [uri, rangeOf(analysis.snapshot.source, lens.opens)];
      // A client that cannot be asked to show a place only shows the words.
      const command = abilities.showsDocuments ? revealCommand : '';
      return { ...unresolved, command: { title: lens.title, command, arguments: args } };
    }),
  );
}
