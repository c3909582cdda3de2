import { describe, expect, it } from 'vitest';
import { hoverAt } from '../../../server/src/features/hover.ts';
import { minimal } from '../../../server/src/profiles/minimal.ts';
import type { Finding } from '../../../server/src/review/finding.ts';
import { readMarked } from './marked-text.ts';

/** What is told at the cursor, one line each. */
function hover(source: string, readerZone?: string, findings: readonly Finding[] = []): string {
  const { postmortem, cursor } = readMarked(source);
  const pageOf = (code: string): string => `https://example.com/rules/${code}.md`;
  const found = hoverAt({ postmortem, profile: minimal, findings, readerZone, pageOf }, cursor);
  if (found === undefined) return '';
  const lines = found.texts.flatMap(({ title, rows, notes, link }) => [
    `# ${title}`,
    ...rows.map(({ label, value }) => `${label}: ${value}`),
    ...notes,
    ...(link === undefined ? [] : [link]),
  ]);
  return [`[${postmortem.source.slice(found.span)}]`, ...lines].join('\n');
}

const timeline = (entries: string): string => `# Search outage

## Timeline (CEST)

${entries}
`;

describe('a time', () => {
  it('is told in UTC, in its own zone and in that of the reader, with what went before', () => {
    const text = timeline(`- 2026-05-04 09:00 [start] Search fails.
- 09:10 [detected] An alert fires.
- 09:‸25 The index is rebuilt.`);
    expect(hover(text, 'Asia/Tokyo')).toMatchInlineSnapshot(`
      "[09:25]
      # 09:25 CEST, Monday 2026-05-04
      UTC: Monday 2026-05-04 07:25
      Your time (Asia/Tokyo): Monday 2026-05-04 16:25
      Since the start: 25 min (09:00)
      Since the entry before: 15 min (09:10)
      Date: from an entry above, line 5
      Zone: from the heading of the timeline, line 3"
    `);
  });

  it('past midnight is dated by the entry above', () => {
    const text = timeline(`- 2026-05-04 23:50 Search fails.
- 00:‸20 Search is back.`);
    expect(hover(text)).toMatchInlineSnapshot(`
      "[00:20]
      # 00:20 CEST, Tuesday 2026-05-05
      UTC: Monday 2026-05-04 22:20
      Since the start: 30 min (23:50, assumed)
      Since the entry before: 30 min (23:50)
      Date: past midnight, the day after the entry above, line 5
      Zone: from the heading of the timeline, line 3"
    `);
  });

  it('without a zone says what cannot be told', () => {
    expect(hover('# Outage\n\n## Timeline\n\n- 2026-05-04 09:00 Down.\n- ‸09:30 Up.\n')).toMatchInlineSnapshot(`
      "[09:30]
      # 09:30, Monday 2026-05-04
      Since the start: 30 min (09:00, assumed)
      Since the entry before: 30 min (09:00)
      Date: from an entry above, line 5
      No time zone is known, so UTC cannot be told."
    `);
  });

  it('in a zone of several meanings names them', () => {
    expect(hover('# Outage\n\n## Timeline\n\n- 2026-05-04 09:00 ‸IST Down.\n- 09:30 IST Up.\n')).toContain(
      'IST can mean India, Ireland, Israel time.',
    );
  });

  it('that is the end of a range tells its length', () => {
    expect(hover(timeline('- 2026-05-04 09:00 Down.\n- 09:10-09:‸40 Search is slow.'))).toContain(
      'Length of the range: 30 min',
    );
  });

  it('before the start is told as such', () => {
    const text = timeline(`- 2026-05-04 08:5‸3 A deploy begins.
- 09:00 [start] Search fails.
- 09:10 [detected] An alert fires.`);
    expect(hover(text)).toContain('Since the start: 7 min before it (09:00)');
  });

  it('that cannot be read says why', () => {
    expect(hover(timeline('- 2026-05-04 09:00 Down.\n- 13:‸06 AM Up.\n- 10:00 Over.'))).toContain('No such time');
  });

  it('of a stated window is told as those of the timeline are', () => {
    expect(hover('# Outage\n\n**Duration:** from 2026-05-04 0‸9:00 PDT to 10:00 PDT\n')).toContain(
      'UTC: Monday 2026-05-04 16:00',
    );
  });
});

describe('a phase', () => {
  const entries = `- 2026-05-04 09:00 [start] Search fails.
- 09:10 An al‸ert fires.
- 09:40 [resolved] All is well.`;

  it('that is inferred says from which words and how to mark it', () => {
    expect(hover(timeline(entries))).toMatchInlineSnapshot(`
      "[alert fires]
      # Detected
      Time to detect: 10 min, from 09:00 (start) to 09:10 (detected, inferred)
      Time to acknowledge: the entries do not tell
      Somebody or something notices: an alert, a colleague, a customer.
      Inferred from the words “alert fires”. Write “[detected]” to mark it."
    `);
  });

  it('that is marked says so', () => {
    expect(hover(timeline(entries.replace('‸', '').replace('[resolved]', '[reso‸lved]')))).toContain(
      'Marked by the author.',
    );
  });
});

describe('a number', () => {
  it('is held against the timeline, from its label too', () => {
    const text = `# Outage

**Time to de‸tect**: 10 minutes

## Timeline

All times are in UTC.

- 2026-05-04 09:00 [start] Search fails.
- 09:12 [detected] An alert fires.
`;
    expect(hover(text)).toMatchInlineSnapshot(`
      "[Time to detect]
      # Time to detect, from the start to the detection
      Stated: 10 min
      By the timeline: 12 min, from 09:00 (start) to 09:12 (detected)"
    `);
  });
});

describe('a heading', () => {
  it('tells what the form expects there', () => {
    expect(hover('# Outage\n\n## Root Cau‸se Analysis\n\nA disk.\n')).toMatchInlineSnapshot(`
      "[## Root Cause Analysis]
      # Root Cause Analysis (Root cause)
      Explain what broke and what let it reach users, step by step.
      Required by the form “Minimal”."
    `);
  });

  it('that the form does not know tells nothing', () => {
    expect(hover('# Outage\n\n## Wea‸ther\n\nSunny.\n')).toBe('');
  });
});

describe('a finding', () => {
  it('leads to the page of its rule', () => {
    const finding: Finding = {
      code: 'structure/missing-section',
      severity: 'warning',
      span: { start: 2, end: 8 },
      message: 'There is no timeline.',
      related: [],
      fixes: [],
      tag: undefined,
    };
    const told = hover('# Out‸age\n\nIt broke.\n', undefined, [finding, finding]);
    expect(told.split('\n')[1]).toBe('# structure/missing-section');
    expect(told.match(/https:\S+/g)).toEqual(['https://example.com/rules/structure/missing-section.md']);
  });
});

it('is silent in prose', () => {
  expect(hover('# Outage\n\n## Summary\n\nEverything was do‸wn.\n')).toBe('');
});
