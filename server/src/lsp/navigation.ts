import { type Connection, DocumentHighlightKind, type Location } from 'vscode-languageserver';
import { definitionsAt, type Mention, type MentionIndex, referencesAt, subjectAt } from '../features/navigation.ts';
import type { Span } from '../text/span.ts';
import { aboutPostmortem } from './about-postmortem.ts';
import type { Analysis } from './analysis.ts';
import type { Documents } from './documents.ts';
import { offsetAt, rangeOf } from './positions.ts';

export function serveNavigation(connection: Connection, documents: Documents, index: MentionIndex): void {
  connection.onDefinition(
    aboutPostmortem(documents, (analysis, { position }) => {
      const offset = offsetAt(analysis.snapshot.source, position);
      const here = definitionsAt(analysis.postmortem, offset);
      return [...locationsOf(analysis, here), ...elsewhere(analysis, offset, index)];
    }),
  );
  connection.onReferences(
    aboutPostmortem(documents, (analysis, { position }) => {
      const offset = offsetAt(analysis.snapshot.source, position);
      const here = referencesAt(analysis.postmortem, offset);
      return [...locationsOf(analysis, here), ...elsewhere(analysis, offset, index)];
    }),
  );
  connection.onDocumentHighlight(
    aboutPostmortem(documents, ({ snapshot: { source }, postmortem }, { position }) =>
      referencesAt(postmortem, offsetAt(source, position)).map((span) => ({
        range: rangeOf(source, span),
        kind: DocumentHighlightKind.Text,
      })),
    ),
  );
}

function locationsOf({ snapshot: { source, uri } }: Analysis, spans: readonly Span[]): Location[] {
  return spans.map((span) => ({ uri, range: rangeOf(source, span) }));
}

/** The mentions of an incident in other files. */
function elsewhere({ postmortem, snapshot: { uri } }: Analysis, offset: number, index: MentionIndex): Location[] {
  const subject = subjectAt(postmortem, offset);
  if (subject?.kind !== 'incident') return [];
  return index
    .mentions(subject.id)
    .filter((mention) => mention.uri !== uri)
    .map(locationOfMention);
}

function locationOfMention({ uri, span, line, column }: Mention): Location {
  const end = { line, character: column + span.end - span.start };
  return { uri, range: { start: { line, character: column }, end } };
}
