import type { Connection, SelectionRange } from 'vscode-languageserver';
import { selectionRanges } from '../features/selection-ranges.ts';
import type { Span } from '../text/span.ts';
import { aboutPostmortem } from './about-postmortem.ts';
import type { Documents } from './documents.ts';
import { offsetAt, rangeOf } from './positions.ts';
import type { Snapshot } from './snapshot.ts';

export function serveSelectionRanges(connection: Connection, documents: Documents): void {
  connection.onSelectionRanges(
    aboutPostmortem(documents, ({ snapshot, postmortem }, { positions }) =>
      positions.map((position) => {
        const spans = selectionRanges(postmortem, offsetAt(snapshot.source, position));
        // The protocol wants one range for each position.
        return chainOf(spans, snapshot) ?? { range: { start: position, end: position } };
      }),
    ),
  );
}

function chainOf(spans: readonly Span[], { source }: Snapshot): SelectionRange | undefined {
  return spans.reduceRight<SelectionRange | undefined>(
    (parent, span) => ({ range: rangeOf(source, span), ...(parent && { parent }) }),
    undefined,
  );
}
