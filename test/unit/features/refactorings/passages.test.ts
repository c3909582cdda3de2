import { describe, expect, it } from 'vitest';
import { outcomeOf, refactor, titlesOf } from './refactor.ts';

const timeline = '## Timeline\n\nAll times are in UTC.\n\n- 08:00 Search stops.\n- 08:20 Search is back.\n';
const head = '# Search unavailable on 2024-05-02\n\n';

describe('making an action item', () => {
  const title = 'Make this an action item';
  const lessons = '## Lessons\n\n- We should alert on disk▮ usage.\n- Nothing else.\n\n';

  it('adds the item of a list behind the last action, in its form', () => {
    const marked = `${head}${lessons}## Action items\n\n1. [x] Buy a disk. Owner: Kim\n\n   Two, even.\n\nThanks!\n`;
    expect(outcomeOf(refactor(marked, 'action'), title)).toBe(
      `${head}${lessons.replace('▮', '')}## Action items\n\n1. [x] Buy a disk. Owner: Kim\n\n   Two, even.\n2. [ ] We should alert on disk usage.\n\nThanks!\n`,
    );
  });

  it('adds a row to a table', () => {
    const marked = `${head}${lessons}## Action items\n\n| Owner | Action | Due |\n| --- | --- | --- |\n| Kim | Buy a disk | 2024-06-01 |\n`;
    expect(outcomeOf(refactor(marked, 'action'), title)).toContain(
      '| Kim | Buy a disk | 2024-06-01 |\n|  | We should alert on disk usage. |  |\n',
    );
  });

  it('makes the section where there is none', () => {
    expect(outcomeOf(refactor(`${head}${lessons}`, 'action'), title)).toMatch(
      /## Action items\n\n- \[ \] We should alert on disk usage\.\n/i,
    );
  });

  it('takes selected words of a sentence', () => {
    const marked = `${head}## Lessons\n\nIt was slow: we «should page\nearlier» next time.\n\n## Action items\n\n* Buy a disk\n`;
    expect(outcomeOf(refactor(marked, 'action'), title)).toContain('* Buy a disk\n* should page earlier\n');
  });

  it('is not offered for what is an action or an entry already, nor in plain prose', () => {
    expect(refactor(`${head}## Action items\n\n- Buy a▮ disk\n`, 'action')).toEqual([]);
    expect(refactor(`${head}${timeline.replace('stops', 'sto▮ps')}`, 'action')).toEqual([]);
    expect(refactor(`${head}## Lessons\n\nIt was▮ slow.\n`, 'action')).toEqual([]);
  });
});

describe('moving to the timeline', () => {
  const title = 'Move to the timeline';

  it('moves an item that opens with a time to its place', () => {
    const marked = `${head}## Detection\n\nBy an alert.\n\n- **08:02 UTC:** An alert▮ pages.\n\n${timeline}`;
    expect(outcomeOf(refactor(marked, 'toTimeline'), title)).toBe(
      `${head}## Detection\n\nBy an alert.\n\n${timeline.replace('- 08:20', '- **08:02 UTC:** An alert pages.\n- 08:20')}`,
    );
  });

  it('writes the time of a sentence in front, in the form of the timeline', () => {
    const dotted = timeline.replace('08:00', '8:00 AM').replace('08:20', '8:20 AM');
    const marked = `${head}## Detection\n\n«Kim saw it at 10:25 CEST.»\n\nMore.\n\n${dotted}`;
    expect(outcomeOf(refactor(marked, 'toTimeline'), title)).toBe(
      `${head}## Detection\n\nMore.\n\n${dotted}- 10:25 AM CEST Kim saw it at 10:25 CEST.\n`.replace(
        'back.\n- 10:25',
        'back.\n- 10:25',
      ),
    );
  });

  it('adds a row to a table', () => {
    const table =
      '## Timeline\n\n| Time (UTC) | Event | Link |\n| --- | --- | --- |\n| 08:00 | Stops | – |\n| 08:20 | Back | – |\n';
    const marked = `${head}## Detection\n\n- 08:02 - An alert▮ pages.\n\n${table}`;
    expect(outcomeOf(refactor(marked, 'toTimeline'), title)).toContain(
      '| 08:00 | Stops | – |\n| 08:02 | An alert pages. |  |\n| 08:20 | Back | – |\n',
    );
  });

  it('says that a part of a sentence cannot be moved', () => {
    const marked = `${head}## Detection\n\nIt was «at 08:02 UTC that Kim saw» it.\n\n${timeline}`;
    expect(titlesOf(refactor(marked, 'toTimeline'))).toEqual([
      'Move to the timeline: Select a whole paragraph or item: a part of one cannot be moved.',
    ]);
  });

  it('is not offered without a time, without a timeline, nor for an entry', () => {
    expect(refactor(`${head}## Detection\n\n- An alert▮ paged.\n\n${timeline}`, 'toTimeline')).toEqual([]);
    expect(refactor(`${head}## Detection\n\n- At 08:02▮ UTC.\n`, 'toTimeline')).toEqual([]);
    expect(refactor(`${head}${timeline.replace('stops', 'sto▮ps')}`, 'toTimeline')).toEqual([]);
  });
});

describe('headings and HTML', () => {
  it('makes the selected bold lines headings', () => {
    const marked = `${head}**Summary**\n\nDown.\n\n«**Root cause**\n\nDisk.\n\n**Resolution**»\n\nBigger disk.\n`;
    const text = outcomeOf(refactor(marked, 'headings'), 'Make 2 lines headings');
    expect(text).toBe(`${head}**Summary**\n\nDown.\n\n## Root cause\n\nDisk.\n\n## Resolution\n\nBigger disk.\n`);
  });

  it('makes all bold lines headings at the cursor', () => {
    const marked = `${head}**Summary▮**\n\nDown.\n\n**Root cause**\n\nDisk.\n`;
    const text = outcomeOf(refactor(marked, 'headings'), 'Make 2 lines headings');
    expect(text).toBe(`${head}## Summary\n\nDown.\n\n## Root cause\n\nDisk.\n`);
  });

  it('converts HTML, with the line breaks of the document', () => {
    const marked =
      '<h1>Search outage</h1>\r\n<h2>Summary</h2>\r\n<p>Down▮.</p>\r\n<h2>Timeline</h2>\r\n<ul><li>08:00 UTC Stops</li></ul>\r\n';
    const text = outcomeOf(refactor(marked, 'markdown'), 'Convert the document to Markdown');
    expect(text).toBe('# Search outage\r\n\r\n## Summary\r\n\r\nDown.\r\n\r\n## Timeline\r\n\r\n- 08:00 UTC Stops\r\n');
  });
});
