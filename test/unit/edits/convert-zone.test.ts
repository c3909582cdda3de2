import { describe, expect, test } from 'vitest';
import { convertEntry, convertTimeline, localAt } from '../../../server/src/edits/convert-zone.ts';
import { datedNeighbour, insertDate } from '../../../server/src/edits/insert-date.ts';
import { nameZone } from '../../../server/src/edits/name-zone.ts';
import { type Zone, zoneOfLabel } from '../../../server/src/time/zone.ts';
import { edited, readTimeline } from './read.ts';

const utc = zone('UTC');
const berlin: Zone = { label: 'Europe/Berlin', kind: 'iana', offset: undefined };

function zone(label: string): Zone {
  const found = zoneOfLabel(label);
  if (found === undefined) throw new Error(label);
  return found;
}

function converted(body: string, to: Zone, label?: string): string | undefined {
  const read = readTimeline(body);
  return edited(read, convertTimeline(read.postmortem.source, read.timeline, to, label));
}

describe('a timeline in another zone', () => {
  test('keeps the form of its times and names the zone where it was named', () => {
    expect(converted('All times are in PST.\n\n- 9:05 AM Begins\n- 11:30 AM–1:10 PM Search', utc)).toBe(
      'All times are in UTC.\n\n- 5:05 PM Begins\n- 7:30 PM–9:10 PM Search',
    );
  });

  test('writes the date where the day is another one', () => {
    expect(converted('- 16:10 PST Begins\n- 17:00 PST Ends', utc)).toBe(
      '- 2024-03-13 00:10 UTC Begins\n- 2024-03-13 01:00 UTC Ends',
    );
  });

  test('changes dates in their own form', () => {
    expect(converted('- March 11th, 2024, 23:30 UTC Begins\n- March 12th, 2024, 00:10 UTC Ends', berlin, 'CET')).toBe(
      '- March 12th, 2024, 00:30 CET Begins\n- March 12th, 2024, 01:10 CET Ends',
    );
  });

  test('leaves the same moment in brackets alone', () => {
    expect(converted('- 10:00 UTC (11:00 CET) Begins\n- 10:30 UTC Ends', zone('CET'))).toBe(
      '- 11:00 CET (11:00 CET) Begins\n- 11:30 CET Ends',
    );
  });

  test('is not made of times whose instant is not known', () => {
    expect(converted('- 10:00 Begins\n- 10:30 Ends', utc)).toBeUndefined();
    expect(converted('- 10:00 IST Begins\n- 10:30 IST Ends', utc)).toBeUndefined();
  });
});

test('one entry is converted by itself', () => {
  const read = readTimeline('- 10:00 CET Begins\n- 09:30 UTC Ends');
  const entry = read.timeline.entries[0];
  if (entry === undefined) throw new Error('no entry');
  expect(edited(read, convertEntry(read.postmortem.source, entry, utc)?.edits)).toBe(
    '- 09:00 UTC Begins\n- 09:30 UTC Ends',
  );
});

test('a place follows its seasons', () => {
  const seconds = Date.UTC(2024, 6, 1, 12) / 1000;
  expect([localAt(berlin, seconds)?.hour, localAt(zone('PT'), seconds)?.hour, localAt(zone('CST'), seconds)]).toEqual([
    14,
    5,
    undefined,
  ]);
});

test('a date is written in the form of the one above', () => {
  const read = readTimeline('- March 12th, 2024 23:50 Begins\n- [00:10] Ends');
  const { entries } = read.timeline;
  const [, last] = entries;
  const day = last?.reading.date?.value;
  if (last === undefined || day === undefined) throw new Error('no date');
  const edit = insertDate(read.postmortem.source, last.reading, day, datedNeighbour(entries, 1));
  expect(edited(read, edit && [edit])).toBe('- March 12th, 2024 23:50 Begins\n- [March 13th, 2024 00:10] Ends');
});

test('a zone is named in the heading', () => {
  const { text, postmortem, timeline } = readTimeline('- 10:00 Begins');
  const edit = nameZone(postmortem, timeline, 'UTC');
  expect(edit && text.slice(0, edit.span.start).endsWith('## Timeline')).toBe(true);
  expect(edit?.text).toBe(' (UTC)');
});
