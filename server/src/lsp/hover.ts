import type { Connection } from 'vscode-languageserver';
import { hoverAt } from '../features/hover.ts';
import { aboutPostmortem } from './about-postmortem.ts';
import type { ClientAbilities } from './client-abilities.ts';
import type { Documents } from './documents.ts';
import { markupOf } from './markup.ts';
import { offsetAt, rangeOf } from './positions.ts';
import type { ReadingAbilities } from './reading-abilities.ts';

export function serveHover(
  connection: Connection,
  documents: Documents,
  { zone, rulePages }: Pick<ClientAbilities, 'zone' | 'rulePages'>,
  abilities: ReadingAbilities,
): void {
  const pageOf = (code: string): string | undefined => (rulePages === undefined ? undefined : `${rulePages}${code}.md`);
  connection.onHover(
    aboutPostmortem(documents, ({ snapshot: { source }, postmortem, profile, findings }, { position }) => {
      const context = { postmortem, profile, findings, readerZone: zone, pageOf };
      const hover = hoverAt(context, offsetAt(source, position));
      return hover
        ? { range: rangeOf(source, hover.span), contents: markupOf(hover.texts, abilities.hover.markdown) }
        : null;
    }),
  );
}
