import { describe, expect, it } from 'vitest';
import { outcomeOf, readAsPostmortem, refactor, titlesOf } from './refactor.ts';

const head = '# Search unavailable on 2024-05-02\n\n## Summary\n\nSearch was down.\n\n';

/** What must stay the same whatever is rewritten: when each thing happened. */
function happenings(text: string): readonly string[] {
  return readAsPostmortem(text)
    .timelines.flatMap(({ entries }) => entries)
    .map(({ reading, end, text: words }) => {
      const at = reading.kind === 'instant' ? reading.epochSeconds : `${reading.kind} ${reading.clock?.hour}`;
      return `${at} ${end?.kind === 'instant' ? end.epochSeconds : ''} ${words}`;
    })
    .sort();
}

describe('sorting', () => {
  const list = `${head}## Timeline (UTC)\n\n- 08:20 Search is back.\n  - Cache was cold.\n- 08:00 Search stops▮.\n- 08:02 An alert pages.\n`;

  it('moves whole entries with their children', () => {
    expect(outcomeOf(refactor(list, 'sort'), 'Sort the timeline by time')).toBe(
      `${head}## Timeline (UTC)\n\n- 08:00 Search stops.\n- 08:02 An alert pages.\n- 08:20 Search is back.\n  - Cache was cold.\n`,
    );
  });

  it('keeps the line breaks of the document', () => {
    const sorted = outcomeOf(refactor(list.replaceAll('\n', '\r\n'), 'sort'), 'Sort the timeline by time');
    expect(sorted.replaceAll('\r\n', '')).not.toContain('\n');
  });

  it('sorts the selected entries only', () => {
    const marked = `${head}## Timeline (UTC)\n\n- 08:00 Search stops.\n- «08:04 Second.\n- 08:02 First.»\n- 08:01 Misplaced.\n- 08:20 Back.\n`;
    expect(outcomeOf(refactor(marked, 'sort'), 'Sort 2 entries by time')).toContain(
      '- 08:00 Search stops.\n- 08:02 First.\n- 08:04 Second.\n- 08:01 Misplaced.\n',
    );
  });

  it('is not offered where the entries are in order, nor elsewhere', () => {
    expect(refactor(`${head}## Timeline\n\n- 08:00 One▮.\n- 08:02 Two.\n`, 'sort')).toEqual([]);
    expect(refactor(list.replace('▮', '').replace('down.', 'down▮.'), 'sort')).toEqual([]);
  });

  it('says why it cannot be done', () => {
    const marked = `${head}## Timeline (UTC)\n\n- 08:20 Back▮.\n- 08:?? Unknown.\n- 08:02 First.\n`;
    expect(titlesOf(refactor(marked, 'sort'))).toEqual([
      'Sort the timeline by time: Not every entry has a time that can be read.',
    ]);
  });
});

describe('converting to another zone', () => {
  const utc = `${head}## Timeline (UTC)\n\n- 08:00 Search stops▮.\n- 23:30 Search is back.\n`;

  it('offers UTC, the own zone and those of the document', () => {
    const marked = `${head}## Timeline\n\n- 08:00 PDT (17:00 CEST) Search stops▮.\n`;
    expect(titlesOf(refactor(marked, 'zone', 'Asia/Tokyo'))).toEqual([
      'Convert the timeline to UTC',
      'Convert the timeline to Asia/Tokyo',
      'Convert the timeline to CEST',
    ]);
  });

  it('writes the date where the day changes, and names the zone in the heading', () => {
    expect(outcomeOf(refactor(utc, 'zone', 'Europe/Berlin'), 'Convert the timeline to Europe/Berlin')).toBe(
      `${head}## Timeline (Europe/Berlin)\n\n- 10:00 Search stops.\n- 2024-05-03 01:30 Search is back.\n`,
    );
  });

  for (const [name, marked] of Object.entries({
    'a zone in the heading': utc,
    'a zone in every entry': `${head}## Timeline\n\n- **08:00 PDT** Search stops▮.\n- **08:30–09:15 PDT** Nothing works.\n`,
    'a zone in a lead-in': `${head}## Timeline\n\nAll times are in PDT.\n\n- 8:00 AM Search stops▮.\n- 9:15 PM Search is back.\n`,
    'a zone in a column': `${head}## Timeline\n\n| Time (UTC) | Event |\n| --- | --- |\n| 08:00 | Search stops▮. |\n| 23:15 | Search is back. |\n`,
    'a zone from elsewhere': `# Search outage on 2024-05-02\n\nAll times in this document are in UTC.\n\n## Timeline\n\n- 08:00 Search stops▮.\n- 09:00 Search is back.\n`,
    'dated entries': `${head}## Timeline (UTC)\n\n- 2024-05-02 08:00 Search stops▮.\n- 2024-05-02 23:00 Search is back.\n- 2024-05-03 00:10 All clear.\n`,
    'selected entries': `${head}## Timeline\n\n- 08:00 UTC Search stops.\n- «08:10 UTC Page.\n- 08:20 UTC Fix.»\n- 08:30 UTC Done.\n`,
    'selected entries without a zone': `${head}## Timeline (UTC)\n\n- 08:00 Search stops.\n- «08:10 Page.\n- 08:20 Fix.»\n- 08:30 Done.\n`,
  })) {
    it(`keeps every moment: ${name}`, () => {
      const before = happenings(marked.replace(/[▮«»]/g, ''));
      expect(before.length).toBeGreaterThan(1);
      for (const zone of ['Europe/Berlin', 'Asia/Kolkata', 'America/Los_Angeles']) {
        const outcome = refactor(marked, 'zone', zone).find(({ title }) => title.endsWith(zone));
        expect(outcome).toMatchObject({ refused: undefined });
        expect(happenings(outcome?.text ?? '')).toEqual(before);
      }
    });
  }

  it('says what is missing', () => {
    expect(titlesOf(refactor(`${head}## Timeline\n\n- 08:00 Search stops▮.\n`, 'zone'))).toEqual([
      'Convert the timeline to UTC: The zone of the times is not known: name it in the heading of the timeline.',
    ]);
  });
});

describe('the clock', () => {
  it('is written with AM and PM, and back', () => {
    const marked = `${head}## Timeline (UTC)\n\n- 08:00 Search stops▮.\n- 12:05–13:30 Nothing works.\n- 00:15 All clear.\n`;
    const half = outcomeOf(refactor(marked, 'clock'), 'Write the timeline with the 12-hour clock');
    expect(half).toContain('- 8:00 AM Search stops.\n- 12:05 PM–1:30 PM Nothing works.\n- 12:15 AM All clear.\n');
    expect(happenings(half)).toEqual(happenings(marked.replace('▮', '')));
    const back = outcomeOf(
      refactor(half.replace('stops', 'sto▮ps'), 'clock'),
      'Write the timeline with the 24-hour clock',
    );
    expect(back).toBe(marked.replace('▮', ''));
  });

  it('is not guessed', () => {
    const marked = `${head}## Timeline (UTC)\n\n- 1:03 Search stops▮.\n- 1:05 PM Search is back.\n- 25:10 All clear.\n`;
    expect(refactor(marked, 'clock').every(({ refused }) => refused !== undefined)).toBe(true);
  });
});

describe('writing dates out', () => {
  it('dates every entry in the form of the one that has a date', () => {
    const marked = `${head}## Timeline (UTC)\n\n- 2 May 2024, 23:50 Search stops▮.\n- 00:10 A page.\n- 00:20 Back.\n`;
    const written = outcomeOf(refactor(marked, 'dates'), 'Write the date into every entry of the timeline');
    expect(written).toContain(
      '- 2 May 2024, 23:50 Search stops.\n- 3 May 2024 00:10 A page.\n- 3 May 2024 00:20 Back.\n',
    );
    expect(happenings(written)).toEqual(happenings(marked.replace('▮', '')));
  });

  it('needs a date', () => {
    const marked = '# Search down\n\n## Timeline (UTC)\n\n- 08:00 Search stops▮.\n- 08:10 Back.\n';
    expect(titlesOf(refactor(marked, 'dates'))).toEqual([
      'Write the date into every entry of the timeline: The date is not known: write it before the first entry.',
    ]);
  });
});

describe('list and table', () => {
  it('makes a list a table', () => {
    const marked = `${head}## Timeline\n\nAll times are in UTC.\n\n- **08:00** Search | stops▮.\n- 08:02 - An alert\n  pages.\n- 08:20 Search is back.\n\nDone.\n`;
    const table = outcomeOf(refactor(marked, 'table'), 'Make the timeline a table');
    expect(table).toContain(
      'All times are in UTC.\n\n| Time | Event |\n| --- | --- |\n| 08:00 | Search \\| stops. |\n| 08:02 | An alert pages. |\n| 08:20 | Search is back. |\n\nDone.\n',
    );
  });

  it('makes a table a list, with what its other columns say', () => {
    const marked = `${head}## Timeline\n\n| Time (UTC) | Phase | Event | Who |\n| --- | --- | --- | --- |\n| 08:00 | | Search stops▮. | |\n| 08:02 | Detected | An alert pages. | Kim |\n\nDone.\n`;
    const list = outcomeOf(refactor(marked, 'list'), 'Make the timeline a list');
    expect(list).toContain(
      '## Timeline\n\n- 08:00 UTC Search stops.\n- 08:02 UTC **Detected:** An alert pages. (Who: Kim)\n\nDone.\n',
    );
    const marks = readAsPostmortem(list).timelines[0]?.entries[1]?.phases;
    expect(marks).toMatchObject([{ phase: 'detected', from: 'mark' }]);
  });

  it('joins the columns of date and time', () => {
    const marked = `${head}## Timeline\n\n| Date | Time (UTC) | Event |\n| --- | --- | --- |\n| 2024-05-02 | 08:00 | Search stops▮. |\n| 2024-05-03 | 08:02 | An alert pages. |\n`;
    const list = outcomeOf(refactor(marked, 'list'), 'Make the timeline a list');
    expect(list).toContain('- 2024-05-02 08:00 UTC Search stops.\n- 2024-05-03 08:02 UTC An alert pages.\n');
    expect(happenings(list)).toEqual(happenings(marked.replace('▮', '')));
  });

  it('does not squeeze children into a row', () => {
    const marked = `${head}## Timeline\n\n- 08:00 Search stops▮.\n  - One\n  - Two\n- 08:20 Back.\n`;
    expect(refactor(marked, 'table').map(({ refused }) => refused === undefined)).toEqual([false]);
  });

  it('changes nothing but the timeline', () => {
    const marked = `${head}## Timeline\n\nIntro\n- 08:00 Search stops▮.\n- 08:20 Back.\nTail of the item\n\n## Cause\n\nDisk.\n`;
    const [outcome] = refactor(marked, 'table');
    expect(outcome?.text?.startsWith(`${head}## Timeline\n\nIntro\n`)).toBe(true);
    expect(outcome?.text?.endsWith('\n\n## Cause\n\nDisk.\n')).toBe(true);
    expect(readAsPostmortem(outcome?.text ?? '').timelines[0]?.entries.map(({ text }) => text)).toEqual([
      'Search stops.',
      'Back. Tail of the item',
    ]);
  });
});
