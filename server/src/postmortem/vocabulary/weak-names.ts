/** Names of sections that are also everyday words: they open a section as a true heading or alone on a bold line, not as a bare label. */
export const weakNames: ReadonlySet<string> = new Set([
  'issue', 'problem', 'description', 'events', 'fix', 'fixes', 'status', 'notes', 'links', 'team', 'reference', 'references', 'resources', 'effect', 'effects', 'damage', 'involved', 'repair', 'resolve', 'details', 'labels', 'metrics', 'communication', 'escalation', 'response', 'fault', 'tasks', 'improvements', 'improvement', 'actions', 'analysis', 'context', 'todo', 'owner', 'author', 'authors', 'roles', 'contacts', 'solution', 'problème', 'stand', 'identified', 'discovery', 'stats', 'scope', 'alerting', 'troubleshooting',
]);
