import { describe, expect, test } from 'vitest';
import { sortEntries } from '../../../server/src/edits/sort-entries.ts';
import { edited, readTimeline } from './read.ts';

function sorted(body: string, lineBreak?: string): string | undefined {
  const read = readTimeline(body, lineBreak);
  return edited(read, sortEntries(read.postmortem.source, read.timeline));
}

describe('moves whole entries', () => {
  test('with their children and continuation lines', () => {
    expect(
      sorted(`- 10:00 Errors begin
- 10:30 Fixed
  by a rollback

  > of the last release
- 10:10 Paged
  - by the monitor
    1. twice
- 10:20 Found`),
    ).toBe(`- 10:00 Errors begin
- 10:10 Paged
  - by the monitor
    1. twice
- 10:20 Found
- 10:30 Fixed
  by a rollback

  > of the last release`);
  });

  test('keeps the blank lines of a loose list where they are', () => {
    expect(
      sorted(`* 10:00 Errors begin

* 10:20 Found
* 10:10 Paged`),
    ).toBe(`* 10:00 Errors begin

* 10:10 Paged
* 10:20 Found`);
  });

  test('lets a numbered list count on', () => {
    expect(
      sorted(`1. 10:20 Found
2. 10:00 Errors begin
3. 10:10 Paged`),
    ).toBe(`1. 10:00 Errors begin
2. 10:10 Paged
3. 10:20 Found`);
  });

  test('moves the rows of a table', () => {
    expect(
      sorted(`| Time | Event |
| --- | --- |
| 10:00 | Errors begin |
| 10:20 | Found |
| 10:10 | Paged |`),
    ).toBe(`| Time | Event |
| --- | --- |
| 10:00 | Errors begin |
| 10:10 | Paged |
| 10:20 | Found |`);
  });

  test('moves headings with all that stands below them', () => {
    expect(
      sorted(`### 10:20

The cause is found.

- in the logs

### 10:00

Errors begin.

### 10:10

Somebody is paged.`),
    ).toBe(`### 10:00

Errors begin.

### 10:10

Somebody is paged.

### 10:20

The cause is found.

- in the logs`);
  });

  test('leaves the hard breaks of a paragraph at the ends of its lines', () => {
    expect(sorted('10:20 Found  \n10:00 Errors begin\\\n10:10 Paged')).toBe(
      '10:00 Errors begin  \n10:10 Paged\\\n10:20 Found',
    );
  });

  test('keeps the line breaks of the document', () => {
    expect(sorted('- 10:10 Paged\n- 10:00 Errors begin\n  in Oslo\n- 10:20 Found', '\r\n')).toBe(
      '- 10:00 Errors begin\r\n  in Oslo\r\n- 10:10 Paged\r\n- 10:20 Found',
    );
  });

  test('keeps the order of entries of the same time', () => {
    expect(
      sorted(`- 10:20 c
- 10:10 b
- 10:10 a
- 10:20 d`),
    ).toBe(`- 10:10 b
- 10:10 a
- 10:20 c
- 10:20 d`);
  });

  test('sorts over dates that the entries themselves name', () => {
    expect(
      sorted(`- 2024-03-13 09:00 Closed
- 2024-03-12 10:00 Errors begin
- 2024-03-12 10:10 Paged`),
    ).toBe(`- 2024-03-12 10:00 Errors begin
- 2024-03-12 10:10 Paged
- 2024-03-13 09:00 Closed`);
  });

  test('sorts the entries inside of an entry', () => {
    expect(
      sorted(`- 10:00 Search for the cause
  - 10:20 in the database
  - 10:10 in the network
- 10:30 Found`),
    ).toBe(`- 10:00 Search for the cause
  - 10:10 in the network
  - 10:20 in the database
- 10:30 Found`);
  });
});

describe('moves nothing', () => {
  test('that is in order', () => {
    expect(sorted('- 10:00 Errors begin\n- 10:10 Paged')).toBeUndefined();
  });

  test('that would take its date from another line', () => {
    expect(
      sorted(`- 2024-03-12 10:30 Found
- 10:10 Paged
- 2024-03-11 09:00 Deployed
- 2024-03-12 11:00 Closed`),
    ).toBeUndefined();
  });

  test('over a line that is no entry', () => {
    expect(
      sorted(`- 10:20 Found

Meanwhile in Oslo:

- 10:00 Errors begin`),
    ).toBeUndefined();
  });

  test('of a list with an entry that cannot be read', () => {
    expect(sorted('- 10:20 Found\n- 10:?? Paged\n- 10:00 Errors begin')).toBeUndefined();
  });
});
