import { describe, expect, it } from 'vitest';
import { semanticTokens } from '../../../server/src/features/semantic-tokens.ts';
import type { Postmortem } from '../../../server/src/postmortem/postmortem.ts';
import type { Span } from '../../../server/src/text/span.ts';
import { everywhere, read, readMarked } from './marked-text.ts';

function tokens(postmortem: Postmortem, within: Span = everywhere(postmortem)): readonly string[] {
  return semanticTokens(postmortem, within).map(({ kind, span }) => `${kind} ${postmortem.source.slice(span)}`);
}

const text = `# INC-42: Payments down

## Timeline

- 2026-05-04 10:00 UTC [start] It breaks.
⟦- 10:05-10:20 An alert fires.⟧
- 10:30 PDT **Resolved**: all is well.

## Action items

- [ ] Alert earlier (owner: Ana, ticket: OPS-7)
`;

describe('tokens', () => {
  it('are times, zones, marked phases, owners and tickets, in order', () => {
    expect(tokens(readMarked(text).postmortem)).toEqual([
      'ticket INC-42',
      'moment 2026-05-04',
      'moment 10:00',
      'zone UTC',
      'phase start',
      'moment 10:05',
      'moment 10:20',
      'moment 10:30',
      'zone PDT',
      'phase Resolved',
      'owner Ana',
      'ticket OPS-7',
    ]);
  });

  it('are given for the asked range only', () => {
    const { postmortem, spans } = readMarked(text);
    expect(tokens(postmortem, spans[0])).toEqual(['moment 10:05', 'moment 10:20']);
  });

  it('never overlap and never cross a line', () => {
    const postmortem = read(
      '# Outage\n\nFrom 2026-05-04\n10:00 UTC to\n11:00 UTC it was down.\n\n## Timeline\n\n| Time (UTC) | Phase | |\n| - | - | - |\n| 10:00 | Detected | seen by ops |\n| 10:05 / 03:05 PDT | | next |\n',
    );
    const found = semanticTokens(postmortem, everywhere(postmortem));
    found.forEach(({ span }, i) => {
      expect(postmortem.source.slice(span)).not.toContain('\n');
      expect(span.start).toBeGreaterThanOrEqual(found[i - 1]?.span.end ?? 0);
    });
    expect(found.length).toBeGreaterThan(4);
  });
});
