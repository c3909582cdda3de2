import { describe, expect, it } from 'vitest';
import { codeLenses } from '../../../server/src/features/code-lens.ts';
import { readReadingSettings } from '../../../server/src/features/reading-settings.ts';
import { read } from './marked-text.ts';

const all = readReadingSettings({}).codeLens;

/** One line for each lens: where it stands, what it says and what it opens. */
function lenses(text: string, settings = all): readonly string[] {
  const postmortem = read(text);
  const { source } = postmortem;
  const first = (start: number): string => source.slice(source.lineSpan(source.lineAt(start)));
  return codeLenses(postmortem, settings).map(
    ({ span, title, opens }) => `${first(span.start)}: ${title} → ${first(opens.start)}`,
  );
}

const text = `# Payments down

## Timeline (UTC)

- 2026-05-04 10:00 [start] Payments fail.
- 10:00 [detected] An alert fires.
- 11:15 [mitigated] Traffic is moved.
- 11:45 [resolved] All is well.

## Action items

- [ ] Alert earlier
- [ ] Document the switch
`;

describe('lenses', () => {
  it('tell the times above the title, the reach above the timeline, the owners above the action items', () => {
    expect(lenses(text)).toEqual([
      '# Payments down: 1 h 45 min · detected after 0 min · mitigated after 75 min · 4 entries → ## Timeline (UTC)',
      '## Timeline (UTC): 2026-05-04 10:00 to 11:45 UTC · time to acknowledge unknown → - 2026-05-04 10:00 [start] Payments fail.',
      '## Action items: 2 action items, none has an owner → - [ ] Alert earlier',
    ]);
  });

  it('mark with a question mark what is inferred', () => {
    const words = text.replace('[detected] ', '').replace('10:00 An alert', '10:05 An alert');
    expect(lenses(words)[0]).toContain('detected after 5 min?');
  });

  it('can be switched off one by one', () => {
    expect(lenses(text, { ...all, title: false, timeline: false })).toHaveLength(1);
    expect(lenses(text, { title: false, timeline: false, actions: false })).toEqual([]);
  });

  it.each([
    ['- [x] One (owner: Ana)\n- [x] Two\n', '2 action items, all done'],
    ['- [ ] One (owner: Ana)\n', '1 action item, each has an owner'],
    ['- [ ] One (owner: Ana)\n- [ ] Two\n', '2 action items, 1 without an owner'],
    ['- [x] One\n- [ ] Two\n', '2 action items, 1 done, 1 open without an owner'],
  ])('tell the state of the action items', (items, title) => {
    expect(lenses(`# Outage\n\n## Action items\n\n${items}`)[0]).toContain(`: ${title} →`);
  });

  it('say nothing where there is neither a timeline nor an action item', () => {
    expect(lenses('# Outage\n\n## Summary\n\nIt broke.\n')).toEqual([]);
  });

  it('say only how many entries there are where the entries tell no times', () => {
    expect(lenses('# Outage\n\n## Timeline\n\n- 10:00 One thing.\n- 10:05 Another thing.\n')[0]).toContain(
      ': 2 entries →',
    );
  });
});
