import { describe, expect, it } from 'vitest';
import { selectionRanges } from '../../../server/src/features/selection-ranges.ts';
import { contains } from '../../../server/src/text/span.ts';
import { read, readMarked } from './marked-text.ts';

function steps(source: string): readonly string[] {
  const { postmortem, cursor } = readMarked(source);
  return selectionRanges(postmortem, cursor).map((span) => postmortem.source.slice(span));
}

describe('a growing selection', () => {
  it('takes in word, cell, entry, timeline, section and document', () => {
    const table = '| Time | What |\n| --- | --- |\n| 10:00 | It bre‸aks. |\n| 10:30 | It works. |';
    const plain = table.replace('‸', '');
    const section = `## Timeline\n\n${plain}\n\n`;
    expect(steps(`# Outage\n\n## Timeline\n\n${table}\n\n## Lessons\n\nMany.\n`)).toEqual([
      'breaks',
      'It breaks.',
      '| 10:00 | It breaks. |',
      plain,
      section,
      `# Outage\n\n${section}## Lessons\n\nMany.\n`,
    ]);
  });

  it('takes in the parts of a time', () => {
    expect(steps('# Outage\n\n## Timeline\n\n- 2026-05-04 1‸0:00 UTC: Down.\n- 10:30 Up.\n').slice(0, 5)).toEqual([
      '10',
      '10:00',
      '2026-05-04 10:00 UTC',
      '2026-05-04 10:00 UTC: Down.',
      '- 2026-05-04 10:00 UTC: Down.',
    ]);
  });

  it('is strictly nested everywhere', () => {
    const postmortem = read(
      '---\nstatus: draft\n---\n\n# Outage\n\n**Timeline**\n\n1. 10:00 – 10:10 😀 Down\n   - more\n\n| Action | Owner |\n| - | - |\n| Fix | Ana |\n',
    );
    for (let offset = 0; offset <= postmortem.source.text.length; offset++) {
      const chain = selectionRanges(postmortem, offset);
      expect(chain.at(-1)).toEqual({ start: 0, end: postmortem.source.text.length });
      chain.forEach((span, i) => {
        const inner = chain[i - 1] ?? { start: offset, end: offset };
        expect(contains(span, inner) && span.end - span.start > inner.end - inner.start).toBe(true);
      });
    }
  });

  it('is nothing in an empty document', () => {
    expect(steps('')).toEqual([]);
  });
});
