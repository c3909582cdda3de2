import type { AnalysisPlace } from './analysis.ts';
import type { ClientAbilities } from './client-abilities.ts';
import type { DocumentSettings } from './document-settings.ts';
import type { Documents } from './documents.ts';
import type { Host } from './host.ts';

/** What the requests of the client's commands are answered with. */
export interface CommandParts {
  readonly documents: Documents;
  readonly client: ClientAbilities;
  readonly host: Host;
  readonly place: AnalysisPlace;
  readonly settingsFor: (uri: string) => Promise<DocumentSettings>;
}
