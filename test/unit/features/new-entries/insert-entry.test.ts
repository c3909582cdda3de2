import { describe, expect, it, test } from 'vitest';
import { insertEntryNow } from '../../../../server/src/features/insert-entry.ts';
import type { WritingContext } from '../../../../server/src/features/new-entries/write-entries.ts';
import { applyEdits } from '../../../../server/src/text/edit.ts';
import { readZone } from '../../../../server/src/time/zone-text.ts';
import { marked, read } from '../marked-text.ts';

const now = Date.UTC(2026, 2, 5, 14, 7, 30) / 1000;

/** The text after an entry was inserted at `‸`, with `‸` where the author goes on. */
function inserted(source: string, at = now, ownZone = 'Europe/Berlin'): string {
  const { text, cursor } = marked(source);
  const context: WritingContext = { postmortem: read(text), read, ownZone: readZone(ownZone, 0)?.zone };
  const result = insertEntryNow(context, cursor, at);
  if (result.kind === 'refused') return result.reason;
  const { edit, words } = result;
  const after = applyEdits(text, [edit]);
  const place = edit.span.start + words.start;
  return `${after.slice(0, place)}‸${after.slice(place)}`;
}

describe('an entry with the current time', () => {
  it('stands behind the entry at the cursor', () => {
    expect(inserted('## Timeline (UTC)\n\n- 2026-03-05 13:50 Search‸ stops\n- 13:55 Alert\n')).toBe(
      '## Timeline (UTC)\n\n- 2026-03-05 13:50 Search stops\n- 14:07 ‸\n- 13:55 Alert\n',
    );
  });

  it('takes the blank line at the cursor', () => {
    expect(
      inserted('## Timeline (UTC)\n\n- 2026-03-05 13:40 Search stops\n- 13:50 Alert\n‸\n\n## Root cause\n\nx\n'),
    ).toBe('## Timeline (UTC)\n\n- 2026-03-05 13:40 Search stops\n- 13:50 Alert\n- 14:07 ‸\n\n## Root cause\n\nx\n');
  });

  it('takes an open marker at the cursor', () => {
    expect(inserted('## Timeline (UTC)\n\n* 2026-03-05 13:50 Search stops\n* ‸\n')).toBe(
      '## Timeline (UTC)\n\n* 2026-03-05 13:50 Search stops\n* 2026-03-05 14:07 ‸\n',
    );
  });

  it('goes to the end of the timeline from elsewhere', () => {
    expect(inserted('# Outage‸\n\n## Timeline (UTC)\n\n- 2026-03-05 13:50 Search stops\n\n## Root cause\n\nx\n')).toBe(
      '# Outage\n\n## Timeline (UTC)\n\n- 2026-03-05 13:50 Search stops\n- 2026-03-05 14:07 ‸\n\n## Root cause\n\nx\n',
    );
  });

  it('goes to the top of a log that begins with the newest', () => {
    expect(
      inserted('# Outage‸\n\n## Timeline (UTC)\n\n- 2026-03-05 13:55 Up\n- 13:50 Worse\n- 13:40 Down\n- 13:30 Alert\n'),
    ).toMatch(/- (?:2026-03-05 )?14:07 ‸\n- 2026-03-05 13:55 Up\n/);
  });
});

test.each([
  ['- **13:50** – Search stops', '- **14:07** – ‸'],
  ['- 13:50 UTC: Search stops', '- 14:07 UTC: ‸'],
  ['1. 1:50 PM - Search stops', '2. 2:07 PM - ‸'],
  ['- [ ] `13:50:09` Search stops', '- [ ] `14:07:30` ‸'],
  ['- 2026-03-05T13:50:09Z Search stops', '- 2026-03-05T14:07:30Z ‸'],
  ['- 5 Mar 2026, 13:50 - Search stops', '- 5 Mar 2026, 14:07 - ‸'],
  ['13:50 — Search stops', '14:07 — ‸'],
])('has the form of its neighbours: %s', (entry, expected) => {
  const text = `## Timeline (UTC) 2026-03-05\n\n${entry}‸\n`;
  expect(inserted(text).trimEnd().split('\n').at(-1)).toBe(expected);
});

test('a row of a table has its columns', () => {
  expect(
    inserted('## Timeline 2026-03-05\n\n| Time (UTC) | Who | Event |\n| --- | --- | --- |\n| 13:50 | Kim | Alert‸ |\n'),
  ).toBe(
    '## Timeline 2026-03-05\n\n| Time (UTC) | Who | Event |\n| --- | --- | --- |\n| 13:50 | Kim | Alert |\n| 14:07 |  | ‸ |\n',
  );
});

test('a date in a column of its own is written there', () => {
  expect(
    inserted('## Timeline (UTC)\n\n| Date | Time | Event |\n| --- | --- | --- |\n| 04.03.2026 | 23:50 | Alert‸ |\n'),
  ).toContain('\n| 05.03.2026 | 14:07 | ‸ |\n');
});

test('the clock is that of the zone of the timeline', () => {
  expect(inserted('## Timeline (all times PST)\n\n- 2026-03-05 05:50 Search stops‸\n')).toContain(
    '\n- 2026-03-05 06:07 ‸',
  );
  expect(inserted('## Timeline\n\n- 2026-03-05 14:50 CET Search stops‸\n')).toContain('\n- 2026-03-05 15:07 CET ‸');
});

test('among entries without a zone it is the clock of the author', () => {
  expect(inserted('## Timeline\n\n- 14:50 Search stops‸\n')).toContain('\n- 15:07 ‸');
});

test('the date is written where the day would be read wrong', () => {
  expect(inserted('## Timeline (UTC)\n\n- 2026-03-03 13:50 Search stops‸\n')).toContain('\n- 2026-03-05 14:07 ‸');
  const midnight = Date.UTC(2026, 2, 6, 0, 10) / 1000;
  expect(inserted('## Timeline (UTC) 2026-03-05\n\n- 23:50 Search stops‸\n', midnight)).toContain('\n- 00:10 ‸');
});

test('no entry below gets another day: the new one goes to the end then', () => {
  expect(inserted('## Timeline (UTC)\n\n- 2026-03-03 13:50 Search stops‸\n- 13:55 Alert\n')).toBe(
    '## Timeline (UTC)\n\n- 2026-03-03 13:50 Search stops\n- 13:55 Alert\n- 2026-03-05 14:07 ‸\n',
  );
});

test('the first entry of a timeline says date and zone unless the heading does', () => {
  expect(inserted('# Outage\n\n## Timeline\n‸\n## Root cause\n\nx\n')).toBe(
    '# Outage\n\n## Timeline\n\n- 2026-03-05 14:07 UTC ‸\n\n## Root cause\n\nx\n',
  );
  expect(inserted('# Outage\n\n## Timeline (CET)\n\n<!-- What happened when -->\n‸')).toBe(
    '# Outage\n\n## Timeline (CET)\n\n<!-- What happened when -->\n\n- 2026-03-05 15:07 ‸\n',
  );
});

test('line breaks stay those of the document', () => {
  expect(inserted('## Timeline (UTC)\r\n\r\n- 2026-03-05 13:50 Search stops‸\r\n')).toBe(
    '## Timeline (UTC)\r\n\r\n- 2026-03-05 13:50 Search stops\r\n- 2026-03-05 14:07 ‸\r\n',
  );
});

test('without a timeline nothing is inserted', () => {
  expect(inserted('# Outage\n\n## Root cause\n\nx‸\n')).toBe('no-timeline');
});
