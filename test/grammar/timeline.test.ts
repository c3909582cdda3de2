import { describe, expect, it } from 'vitest';
import { loadColours } from './tokens-of.ts';

const coloursOf = await loadColours();

describe('inside of a timeline', () => {
  it('times, zones, phases, owners and tickets of a list have colours', () => {
    expect(
      coloursOf(`## Timeline (UTC)

- **2026-03-05 14:05** – Search stops, see PAY-812
- 14:10:09 CET [DETECTED] An alert pages @kim.ito
- 2:20 PM: **Mitigated:** rolled back (owner: Kim Ito, due soon), #4711
- 2026-03-05T14:30:00Z RESOLVED by the rollback at T+25m
- March 6th, 2026 9 am Europe/Berlin review
`),
    ).toMatchInlineSnapshot(`
      [
        "1 keyword.other.zone.postmortem: UTC",
        "3 constant.numeric.moment.postmortem: 2026-03-05 14:05",
        "3 constant.other.ticket.postmortem: PAY-812",
        "4 constant.numeric.moment.postmortem: 14:10:09",
        "4 keyword.other.zone.postmortem: CET",
        "4 entity.name.tag.phase.postmortem: [DETECTED]",
        "4 variable.other.owner.postmortem: @kim.ito",
        "5 constant.numeric.moment.postmortem: 2:20 PM",
        "5 entity.name.tag.phase.postmortem: Mitigated",
        "5 variable.other.owner.postmortem: Kim Ito",
        "5 constant.other.ticket.postmortem: #4711",
        "6 constant.numeric.moment.postmortem: 2026-03-05T14:30:00",
        "6 keyword.other.zone.postmortem: Z",
        "6 entity.name.tag.phase.postmortem: RESOLVED",
        "6 constant.numeric.moment.postmortem: T+25m",
        "7 constant.numeric.moment.postmortem: March 6th, 2026",
        "7 constant.numeric.moment.postmortem: 9 am",
        "7 keyword.other.zone.postmortem: Europe/Berlin",
      ]
    `);
  });

  it('rows of a table, sub-headings and paragraphs have them', () => {
    expect(
      coloursOf(`# Outage

## What happened when: a timeline

### 2026-03-05 14:05 UTC

Search stops.

14:10 PST - it is back

| Time (UTC) | Event |
| --- | --- |
| 14:20 | ESCALATED to @search-team |
`),
    ).toMatchInlineSnapshot(`
      [
        "5 constant.numeric.moment.postmortem: 2026-03-05 14:05",
        "5 keyword.other.zone.postmortem: UTC",
        "9 constant.numeric.moment.postmortem: 14:10",
        "9 keyword.other.zone.postmortem: PST",
        "11 keyword.other.zone.postmortem: UTC",
        "13 constant.numeric.moment.postmortem: 14:20",
        "13 entity.name.tag.phase.postmortem: ESCALATED",
        "13 variable.other.owner.postmortem: @search-team",
      ]
    `);
  });
});

describe('elsewhere', () => {
  it('nothing has: before, after, beside', () => {
    expect(
      coloursOf(`# Outage at 14:05 UTC

Down from 14:05 to 14:30 UTC, see PAY-812.

## Timeline

Nothing yet.

## Root cause

- 14:05 UTC DETECTED by @kim
`),
    ).toEqual([]);
  });

  it('nothing in code, comments and links of a timeline', () => {
    expect(
      coloursOf(`## Timeline

\`\`\`
14:05 UTC DETECTED
\`\`\`

Run \`date -d 14:05\` and [the log](https://example.com/2026-03-05/PAY-812).

<!-- 14:05 UTC -->

## Next
`),
    ).toEqual([]);
  });

  it('nothing behind a heading in code or in the front matter', () => {
    expect(coloursOf('---\n# Timeline\nat: 14:05\n---\n\n14:05 UTC\n\n```\n## Timeline\n```\n\n14:05 UTC\n')).toEqual(
      [],
    );
  });

  it('a number or a word alone is no time', () => {
    expect(
      coloursOf('## Timeline\n\n- 3 of 14 hosts, version 1.20.3, UTF-8, 10:1 odds, resolved later, v2026\n'),
    ).toEqual([]);
  });
});
