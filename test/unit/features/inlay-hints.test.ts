import { describe, expect, it } from 'vitest';
import { inlayHints } from '../../../server/src/features/inlay-hints.ts';
import { type HintSettings, readReadingSettings } from '../../../server/src/features/reading-settings.ts';
import { applyEdits } from '../../../server/src/text/edit.ts';
import { everywhere, read, readMarked } from './marked-text.ts';

const standard = readReadingSettings({}).inlayHints;

/** The text with its hints in `‹…›`. */
function hinted(text: string, settings: Partial<HintSettings> = {}): string {
  const postmortem = read(text);
  const hints = inlayHints(postmortem, everywhere(postmortem), { ...standard, ...settings });
  return applyEdits(
    text,
    hints.map(({ at, label }) => ({ span: { start: at, end: at }, text: `‹${label}›` })),
  );
}

const text = `# Outage

## Timeline (UTC)

- 2026-05-04 22:53 A deploy begins.
- 23:00 [start] Search fails.
- 23:10 An alert fires.
- 00:15-00:20 Rolled back.
`;
const off = { elapsed: 'off', date: 'off', zone: 'off', phase: false } as const;

describe('hints', () => {
  it('tell elapsed time, the date where it changes, the zone once and inferred phases', () => {
    expect(hinted(text)).toMatchInlineSnapshot(`
      "# Outage

      ## Timeline (UTC)

      - 2026-05-04 22:53‹UTC›‹-7m› A deploy begins.‹trigger?›
      - 23:00‹+0m› [start] Search fails.
      - 23:10‹+10m› An alert fires.‹detected?›
      - ‹2026-05-05›00:15-00:20‹+1h 15m› Rolled back.‹mitigated?›
      "
    `);
  });

  it('can be switched off one by one', () => {
    expect(hinted(text, off)).toBe(text);
    expect(hinted(text, { ...off, elapsed: 'sinceStart' }).match(/‹.*?›/g)).toEqual([
      '‹-7m›',
      '‹+0m›',
      '‹+10m›',
      '‹+1h 15m›',
    ]);
    expect(hinted(text, { ...off, phase: true })).toContain('An alert fires.‹detected?›');
  });

  it('tell a phase at the entry that counts, not at each that could be it', () => {
    const again = text.replace('- 00:15', '- 23:20 Another alert fires.\n- 23:40 Rolled back in one region.\n- 00:15');
    expect(hinted(again, { ...off, phase: true }).match(/^.*‹.*$/gm)).toMatchInlineSnapshot(`
      [
        "- 2026-05-04 22:53 A deploy begins.‹trigger?›",
        "- 23:10 An alert fires.‹detected?›",
        "- 00:15-00:20 Rolled back.‹mitigated?›",
      ]
    `);
  });

  it('count from the entry before where that is wanted', () => {
    expect(hinted(text, { ...off, elapsed: 'sincePrevious' }).match(/‹.*?›/g)).toEqual(['‹+7m›', '‹+10m›', '‹+1h 5m›']);
  });

  it('stand at each entry where that is wanted', () => {
    expect(hinted(text, { ...off, date: 'always' }).match(/‹.*?›/g)).toEqual([
      '‹2026-05-04›',
      '‹2026-05-04›',
      '‹2026-05-05›',
    ]);
    expect(hinted(text, { ...off, zone: 'always' }).match(/‹.*?›/g)).toEqual(['‹UTC›', '‹UTC›', '‹UTC›', '‹UTC›']);
  });

  it('stand behind the end of a range', () => {
    expect(hinted(text, { ...off, zone: 'always' })).toContain('00:15-00:20‹UTC› Rolled back.');
  });

  it('stand in the cells of a table', () => {
    const table = `# Outage

## Timeline

| Time (UTC) | What |
| --- | --- |
| 2026-05-04 10:00 | [start] It breaks. |
| 10:05 | An alert fires. |
`;
    expect(hinted(table).split('\n').slice(-2)[0]).toBe('| 10:05‹+5m› | An alert fires.‹detected?› |');
  });

  it('do not repeat what relative times say', () => {
    expect(
      hinted('# Outage\n\n## Timeline\n\n- T+0m It breaks.\n- T+5m It is seen.\n', { ...off, elapsed: 'sinceStart' }),
    ).not.toContain('‹');
  });

  it('are given for the asked range only', () => {
    const { postmortem, spans } = readMarked(text.replace('- 23:10 An alert fires.', '⟦- 23:10 An alert fires.⟧'));
    const hints = inlayHints(postmortem, spans[0] ?? { start: 0, end: 0 }, standard);
    expect(hints.map(({ label }) => label)).toEqual(['+10m', 'detected?']);
  });

  it('write what they tell', () => {
    const postmortem = read(text);
    const hints = inlayHints(postmortem, everywhere(postmortem), standard);
    const written = applyEdits(
      text,
      hints.flatMap(({ edits }) => edits),
    );
    expect(written).toContain('- 2026-05-05 00:15-00:20 [mitigated] Rolled back.');
    expect(written).toContain('- 23:10 [detected] An alert fires.');
    expect(written).toContain('- 2026-05-04 22:53 UTC [trigger] A deploy begins.');
    expect(hinted(written, { ...off, phase: true })).not.toContain('‹detected');
  });

  it('say where a value comes from', () => {
    const postmortem = read(text);
    const tips = inlayHints(postmortem, everywhere(postmortem), standard).map(
      ({ kind, tooltip }) => `${kind}: ${tooltip}`,
    );
    expect(tips).toContain('date: Tuesday 2026-05-05, past midnight, the day after the entry above, line 5.');
    expect(tips).toContain('zone: UTC, from the heading of the timeline, line 3.');
    expect(tips).toContain('elapsed: Since the start at 23:00.');
  });

  it('are found in a long timeline without looking at all of it', () => {
    const lines = Array.from(
      { length: 9000 },
      (_, i) =>
        `- ${String(Math.floor(i / 400)).padStart(2, '0')}:${String(Math.floor((i % 400) / 7)).padStart(2, '0')} Event ${i}.`,
    );
    const postmortem = read(`# Outage\n\n## Timeline (UTC)\n\n${lines.join('\n')}\n`);
    const at = postmortem.source.text.indexOf('Event 8000');
    expect(inlayHints(postmortem, { start: at - 9, end: at }, standard).map(({ kind }) => kind)).toEqual(['elapsed']);
  });
});
