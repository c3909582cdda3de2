import { describe, expect, it } from 'vitest';
import { labelWords } from '../../../server/src/postmortem/label-words.ts';
import { readFacts } from '../../../server/src/postmortem/read-facts.ts';
import { factLabels } from '../../../server/src/postmortem/vocabulary/fact-labels.ts';
import { readParts } from './read-parts.ts';

/** `kind origin label = value`, the value as it stands in the text. */
function factsOf(text: string): readonly string[] {
  return readFacts(readParts(text)).map(
    ({ kind, origin, label, valueSpan }) =>
      `${kind} ${origin} ${label} = ${text.slice(valueSpan.start, valueSpan.end)}`,
  );
}

describe('facts behind labels', () => {
  it('are read from list items and lines in every form', () => {
    const text = [
      '# Payments stalled',
      '',
      'Severity: SEV-2',
      '**Status**: *final*',
      '__Authors:__ ana, bo',
      '',
      '## Summary',
      '',
      '- **Duration:** 2 hours, from 9:00 AM to 11:00 AM',
      '- Time to recovery: 279 minutes',
      '- **Duration** – about an hour',
      '- Start - 2031-04-05 10:00',
    ].join('\n');
    expect(factsOf(text)).toEqual([
      'severity label Severity = SEV-2',
      'status label Status = final',
      'author label Authors = ana, bo',
      'duration label Duration = 2 hours, from 9:00 AM to 11:00 AM',
      'time-to-recover label Time to recovery = 279 minutes',
      'duration label Duration = about an hour',
      'start label Start = 2031-04-05 10:00',
    ]);
  });

  it('are read one after the other from one line', () => {
    expect(factsOf('# Stall\n\n**Date:** 2031-04-05 | **Severity:** SEV-1 | **Owner:** ana\n\n## Summary\n')).toEqual([
      'date label Date = 2031-04-05',
      'severity label Severity = SEV-1',
      'owner label Owner = ana',
    ]);
    expect(factsOf('# Stall\n\n**Severity:** SEV-1 **Owner:** ana\n\n## Summary\n')).toEqual([
      'severity label Severity = SEV-1',
      'owner label Owner = ana',
    ]);
  });

  it('are read from below a heading that is a label', () => {
    const text = '# Stall\n\n## Severity\n\nSEV-2\n\n## Authors\n\n- ana\n- bo\n\n## Duration:\n\nIt lasted 3 hours.\n';
    expect(factsOf(text)).toEqual([
      'severity label Severity = SEV-2',
      'author label Authors = ana',
      'author label Authors = bo',
      'duration label Duration = It lasted 3 hours.',
    ]);
  });

  it('are read from within a heading', () => {
    expect(factsOf('# Stall\n\n##### Issue Summary: Duration: 2 hours (9:00 - 11:00, UTC)\n\nWords.\n')).toEqual([
      'duration label Duration = 2 hours (9:00 - 11:00, UTC)',
    ]);
  });

  it.each([
    ['Duración: 2 horas', 'duration'],
    ['Gravidade: alta', 'severity'],
    ['Durée de l’incident : 2 heures', 'duration'],
    ['Schweregrad: hoch', 'severity'],
    ['作成者：花子', 'author'],
    ['持续时间：2 小时', 'duration'],
  ])('are read in several languages: %s', (line, kind) => {
    expect(factsOf(`# Stall\n\n- ${line}\n\n## Summary\n`)).toEqual([
      expect.stringMatching(new RegExp(`^${kind} label`)),
    ]);
  });

  it.each([
    ['Outage started: 10:00 UTC', 'start'],
    ['Issue resolved at: 11:00 UTC', 'end'],
    ['Date/Time of the outage: May 5, 2031', 'date'],
    ['Overall incident duration: 2 h', 'duration'],
    ['Duration (total): 2 h', 'duration'],
  ])('may be put together of several words: %s', (line, kind) => {
    expect(factsOf(`# Stall\n\n- ${line}\n\n## Summary\n`)).toEqual([
      expect.stringMatching(new RegExp(`^${kind} label`)),
    ]);
  });

  it('tell a moment from a length of time', () => {
    expect(factsOf('# Stall\n\n## Stats\n\n- Detection time: 14:05 UTC\n- Resolution time: 45 minutes\n')).toEqual([
      'detected label Detection time = 14:05 UTC',
      'time-to-resolve label Resolution time = 45 minutes',
    ]);
  });

  it('belong to the incident, not to a task, a cause, an entry or a lesson', () => {
    const text =
      '# Stall\n\n## Timeline\n\n- 10:00 Owner: ana\n- Severity: raised\n\n## Root cause\n\nStatus: broken since 2030\n\n## Action items\n\n- Owner: bo\n\n| Task | Owner | Status |\n| --- | --- | --- |\n| Test | bo | open |\n\n## Lessons\n\nDate: none\n';
    expect(factsOf(text)).toEqual([]);
  });

  it('count in a timeline only as its total', () => {
    expect(factsOf('# Stall\n\n## Timeline\n\n- 10:00 Down\n- 12:00 Up\n\n**Total duration:** 2 h\n')).toEqual([
      'duration label Total duration = 2 h',
    ]);
  });

  it('with unknown labels count where labels are all there is', () => {
    expect(
      factsOf('# Stall\n\nCategory: queues\n\n## Summary\n\nNote: slow\n\n## Details\n\n- Region: west\n'),
    ).toEqual(['other label Category = queues', 'other label Region = west']);
  });

  it('with labels of everyday words need a number', () => {
    expect(
      factsOf('# Stall\n\n## Summary\n\n- End: users were angry\n- When: nobody knows\n- Data: all of it\n'),
    ).toEqual([]);
  });
});

describe('facts in tables', () => {
  it('are read beside their labels', () => {
    const text =
      '# Stall\n\n| Item | Value |\n| --- | --- |\n| **Duration** | 2 h |\n| Severity | `SEV-2` |\n| Cluster | west |\n\n## Summary\n';
    expect(factsOf(text)).toEqual([
      'duration table Duration = 2 h',
      'severity table Severity = SEV-2',
      'other table Cluster = west',
    ]);
  });

  it('are read below their labels', () => {
    const text =
      '# Stall\n\n| Severity | Time to detect | Total downtime |\n| --- | --- | --- |\n| 1 | 4 minutes | 2 hours |\n';
    expect(factsOf(text)).toEqual([
      'severity table Severity = 1',
      'time-to-detect table Time to detect = 4 minutes',
      'duration table Total downtime = 2 hours',
    ]);
  });

  it('are no columns of a log', () => {
    const text =
      '# Stall\n\n| Date | Status | Event |\n| --- | --- | --- |\n| May 5 | down | a |\n| May 6 | up | b |\n| May 7 | up | c |\n';
    expect(factsOf(text)).toEqual([]);
  });
});

describe('facts in front matter', () => {
  it('are its keys with plain values and lists', () => {
    const text =
      '---\ntitle: Stall\nstartTime: "2031-04-05T10:00:00Z"\nend_time: 2031-04-05 12:00\nauthors: [ana, bo]\nversion: 1.10\nnested: {a: 1}\n---\n\n# Stall\n';
    expect(factsOf(text)).toEqual([
      'start front-matter startTime = "2031-04-05T10:00:00Z"',
      'end front-matter end_time = 2031-04-05 12:00',
      'author front-matter authors = [ana, bo]',
      'other front-matter version = 1.10',
    ]);
  });
});

describe('facts in the title', () => {
  it('are number, severity and date', () => {
    expect(factsOf('# INC-204: SEV1 stall of April 5, 2031\n')).toEqual([
      'incident-id title  = INC-204',
      'severity title  = SEV1',
      'date title  = April 5, 2031',
    ]);
  });
});

describe('percentages of users', () => {
  it.each([
    ['About 45% of all our active users saw errors.', '45%'],
    ['A part of the users (roughly 12.5 %) saw errors.', '12.5 %'],
    ['Slow for 70 percent of customers.', '70 percent'],
    ['El 30% de los usuarios no pudo entrar.', '30%'],
    ['ユーザーの状況: 20%のユーザーが影響を受けた。', '20%'],
  ])('are read from %j', (sentence, value) => {
    expect(factsOf(`# Stall\n\n## Impact\n\n${sentence}\n`)).toEqual([`users-percent prose  = ${value}`]);
  });

  it.each([
    'A 300% increase in memory.',
    'A 75% drop in speed for users.',
    'Load rose to 95%.',
    'A 20% increase in users.',
  ])('are no other percentages: %j', (sentence) => {
    expect(factsOf(`# Stall\n\n## Impact\n\n${sentence}\n`)).toEqual([]);
  });

  it('are not read from the cause', () => {
    expect(factsOf('# Stall\n\n## Root cause\n\nThe flag was on for 10% of users.\n')).toEqual([]);
  });
});

it('spells the labels as they are looked up, each of one kind', () => {
  const seen = new Set<string>();
  for (const label of Object.values(factLabels).flat()) {
    expect(labelWords(label)).toBe(label);
    expect(seen).not.toContain(label);
    seen.add(label);
  }
});
