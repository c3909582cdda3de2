import { expect, test } from 'vitest';
import { readImport } from '../../../../server/src/features/import/read-import.ts';
import type { WritingContext } from '../../../../server/src/features/new-entries/write-entries.ts';
import { importContext, importedEntries } from '../../../../server/src/features/paste-timeline.ts';
import { applyEdits } from '../../../../server/src/text/edit.ts';
import { read } from '../marked-text.ts';

const today = { year: 2027, month: 1, day: 1 };

/** The text after the log entries of these times were imported. */
function imported(text: string, ...times: readonly string[]): string | undefined {
  const context: WritingContext = { postmortem: read(text), read, ownZone: undefined };
  const log_entries = times.map((created_at) => ({ type: 'trigger_log_entry', summary: 'Imported.', created_at }));
  const result = readImport(JSON.stringify({ log_entries }), importContext(context, 0, today));
  const added = result.kind === 'read' ? importedEntries(context, 0, result.imported) : undefined;
  return added && applyEdits(text, added.edits);
}

const timeline = '## Timeline (UTC)\n\n- 2026-03-05 08:00 Slow\n- 08:20 Worse\n- 08:40 Fast\n\n## Root cause\n\nx\n';

test('entries go where their times belong', () => {
  expect(imported(timeline, '2026-03-05T08:30:00Z', '2026-03-05T08:10:00Z', '2026-03-05T08:50:00Z')).toBe(
    '## Timeline (UTC)\n\n- 2026-03-05 08:00 Slow\n- 08:10 Imported.\n- 08:20 Worse\n- 08:30 Imported.\n- 08:40 Fast\n- 08:50 Imported.\n\n## Root cause\n\nx\n',
  );
});

test('an entry of the same time comes behind those that are there', () => {
  expect(imported(timeline, '2026-03-05T08:20:00Z')).toContain('- 08:20 Worse\n- 08:20 Imported.\n- 08:40 Fast\n');
});

test('with other line breaks too', () => {
  expect(imported(timeline.replaceAll('\n', '\r\n'), '2026-03-05T08:10:00Z')).toBe(
    timeline.replace('- 08:20', '- 08:10 Imported.\n- 08:20').replaceAll('\n', '\r\n'),
  );
});

test('rows of a table', () => {
  const table = '## Timeline 2026-03-05\n\n| Time (UTC) | Event |\n| --- | --- |\n| 08:00 | Slow |\n| 08:20 | Fast |\n';
  expect(imported(table, '2026-03-05T08:10:00Z')).toBe(table.replace('| 08:20', '| 08:10 | Imported. |\n| 08:20'));
});

test('an entry of an earlier day keeps the dates of those that are there', () => {
  const found = imported(timeline, '2026-03-04T23:50:00Z') ?? '';
  const entries = read(found).timelines.flatMap(({ entries }) => entries);
  expect(
    entries.map(
      ({ reading }) => `${reading.date?.value.day} ${found.slice(reading.clock?.span.start, reading.clock?.span.end)}`,
    ),
  ).toEqual(expect.arrayContaining(['4 23:50', '5 08:00', '5 08:20', '5 08:40']));
});

test('a timeline that is in no order gets them at its end', () => {
  const unsorted = '## Timeline (UTC)\n\n- 2026-03-05 08:20 Worse\n- 2026-03-05 08:00 Slow\n- 2026-03-05 08:40 Fast\n';
  expect(imported(unsorted, '2026-03-05T08:10:00Z')).toMatch(/08:40 Fast\n- (?:2026-03-05 )?08:10 Imported\.\n$/);
});

test('a log that begins with the newest gets them at its top', () => {
  const log = '## Timeline (UTC)\n\n- 2026-03-05 11:00 Up\n- 2026-03-05 10:30 Worse\n- 2026-03-05 10:10 Down\n';
  expect(imported(log, '2026-03-05T11:10:00Z')).toMatch(/\n\n- 2026-03-05 11:10 Imported\.\n- 2026-03-05 11:00 Up\n/);
});
