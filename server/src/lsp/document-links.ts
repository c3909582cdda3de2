import { type Connection, MessageType, ShowMessageNotification } from 'vscode-languageserver';
import { documentLinks } from '../features/document-links.ts';
import { aboutPostmortem } from './about-postmortem.ts';
import type { Documents } from './documents.ts';
import { rangeOf } from './positions.ts';
import type { SettingsStore } from './settings-store.ts';

export function serveDocumentLinks(connection: Connection, documents: Documents, settings: SettingsStore): void {
  const told = new Set<string>();
  connection.onDocumentLinks(
    aboutPostmortem(documents, async ({ snapshot: { source, uri }, postmortem }) => {
      const { tickets, problems } = await settings.shownOf(uri);
      for (const problem of problems) {
        if (told.has(problem)) continue;
        told.add(problem);
        const message = `Postmortem settings: ${problem}`;
        void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
      }
      return documentLinks(postmortem, tickets).map(({ span, target }) => ({ range: rangeOf(source, span), target }));
    }),
  );
}
