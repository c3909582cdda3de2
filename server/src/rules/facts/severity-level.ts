/** A severity that can be compared with another one of the same scale. */
export interface SeverityLevel {
  readonly scale: 'sev' | 'p' | 'number' | 'word';
  readonly level: string;
}

const words: ReadonlyMap<string, string> = new Map([
  ['critical', 'critical'],
  ['crítica', 'critical'],
  ['high', 'high'],
  ['major', 'major'],
  ['medium', 'medium'],
  ['moderate', 'medium'],
  ['low', 'low'],
  ['minor', 'minor'],
]);

/** "SEV-2 → SEV-1" and "raised to SEV-1" tell of a change. */
const change =
  /→|->|⇒|\b(?:then|later|initially|originally|first|raised|upgraded|downgraded|escalated|lowered|reclassified|changed|was|from|to)\b/i;

/** `undefined`: no level, several, or a change from one to the other. */
export function severityLevel(value: string): SeverityLevel | undefined {
  if (change.test(value)) return undefined;
  const lower = value.toLowerCase();
  const coded = [...lower.matchAll(/\b(sev(?:erity)?|p)(?:[\s-]?level)?[\s:-]{0,2}(\d)\b/g)];
  if (coded.length > 0) {
    const [first] = coded;
    if (!first || coded.some((other) => other[0] !== first[0])) return undefined;
    return { scale: first[1] === 'p' ? 'p' : 'sev', level: first[2] ?? '' };
  }
  const number = /^\s*(?:level\s)?(\d)\s*$/.exec(lower)?.[1];
  if (number !== undefined) return { scale: 'number', level: number };
  const named = /^\s*([\p{L}]+)\b/u.exec(lower)?.[1] ?? '';
  const level = words.get(named);
  return level === undefined ? undefined : { scale: 'word', level };
}
