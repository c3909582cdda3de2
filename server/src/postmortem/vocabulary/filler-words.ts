/** Words that may stand around a section's name without changing what it names. */
export const fillerWords: ReadonlySet<string> = new Set([
  'the', 'a', 'an', 'of', 'for', 'to', 'on', 'in', 'and', 'or', 'our', 'this', 'that', 'with', 'from', 'by', 'is', 'was', 'times',
  'incident', 'outage', 'issue', 'problem', 'event', 'events', 'postmortem', 'service', 'system', 'technical', 'detailed', 'brief',
  'short', 'full', 'key', 'main', 'initial', 'final', 'section', 'details', 'detail', 'part', 'report', 'high', 'level', 'server',
  'completed', 'planned', 'proposed', 'if', 'relevant', 'users', 'customers', 'clients', 'failure', 'general', 'additional', 'specific',
  'web', 'site', 'website', 'downtime', 'future', 'immediate', 'possible', 'findings', 'notes', 'also', 'related', 'internal', 'external',
  'del', 'de', 'la', 'el', 'los', 'las', 'do', 'da', 'dos', 'das', 'des', 'du', 'le', 'les', 'der', 'die', 'das', 'des', 'und', 'et', 'y', 'e',
  'all', 'times', 'time', 'are', 'approximate', 'approximations', 'approx', 'zone', 'timezone', 'local', 'utc', 'gmt', 'pst', 'pdt', 'pt', 'est', 'edt', 'et', 'cst', 'cdt', 'ct', 'mst', 'mdt', 'cet', 'cest', 'bst', 'ist', 'jst', 'eat', 'wat', 'cat', 'sast', 'aest', 'aedt', 'am', 'pm', 'eastern', 'pacific', 'central', 'date', 'range',
  'jan', 'january', 'feb', 'february', 'mar', 'march', 'apr', 'april', 'may', 'jun', 'june', 'jul', 'july', 'aug', 'august', 'sep', 'sept', 'september', 'oct', 'october', 'nov', 'november', 'dec', 'december', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday',
  'incidente', 'incidents', 'vorfall', 'vorfalls',
]);
