/** Words that may stand around a section's name without changing what it names. */
export const fillerWords: ReadonlySet<string> = new Set([
  'the', 'a', 'an', 'of', 'for', 'to', 'on', 'in', 'and', 'or', 'our', 'this', 'that', 'with', 'from', 'by', 'is', 'was', 'times',
  'incident', 'outage', 'issue', 'problem', 'event', 'events', 'postmortem', 'service', 'system', 'technical', 'detailed', 'brief',
  'short', 'full', 'key', 'main', 'initial', 'final', 'section', 'details', 'detail', 'part', 'report', 'high', 'level', 'server',
  'completed', 'planned', 'proposed', 'if', 'relevant', 'users', 'customers', 'clients', 'failure', 'general', 'additional', 'specific',
  'web', 'site', 'website', 'downtime', 'future', 'immediate', 'possible', 'findings', 'notes', 'also', 'related', 'internal', 'external',
  'del', 'de', 'la', 'el', 'los', 'las', 'do', 'da', 'dos', 'das', 'des', 'du', 'le', 'les', 'der', 'die', 'das', 'des', 'und', 'et', 'y', 'e',
  'incidente', 'incidents', 'vorfall', 'vorfalls',
]);
