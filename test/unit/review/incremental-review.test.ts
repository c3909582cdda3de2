import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Postmortem } from '../../../server/src/postmortem/postmortem.ts';
import { createPostmortemReader } from '../../../server/src/postmortem/postmortem-reader.ts';
import { review } from '../../../server/src/review/review.ts';

const folders = ['../../samples', '../../fixtures/reading'].map((folder) => join(import.meta.dirname, folder));
const samples = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => !name.endsWith('.snap'))
    .map((name) => readFileSync(join(folder, name), 'utf8')),
);

const clock = (i: number): string =>
  `${String(9 + Math.floor(i / 60)).padStart(2, '0')}:${String(i % 60).padStart(2, '0')}`;
const happenings = ['An alert fires', 'The engineer on call looks at `api-1`', 'Traffic is moved', 'It is fixed TBD'];
const lines = (count: number, line: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n');
const happening = (i: number): string => `${happenings[i % happenings.length]}, step ${i % 9}, seen at ${clock(i)}`;

/** Timelines so long that they are read in several parts. */
const long = [
  `# Outage of the API\n\nStatus: Final\nDate: 2024-05-14\n\n## Timeline\n\nAll times are in UTC.\n\n${lines(150, (i) => `- ${clock(i)} ${happening(i)}`)}\n\n## Root cause\n\nThe engineer was careless. <!-- why? -->\n`,
  `# Outage of the API\n\n## Timeline\n\n| Time (PDT) | What |\n| --- | --- |\n${lines(90, (i) => `| ${clock(i)} | ${happening(i)} |`)}\n\n## Resolution\n\nA host, 10.1.2.3, was restarted at 10:05.\n`,
  `# Outage of the API\n\n## Timeline\n\n${lines(120, (i) => `* **2024-05-${i < 60 ? 14 : 15} ${clock(i % 60)}** - ${happening(i)}\n  and [more](https://example.com/${i}) on 2024-05-14`)}\n`,
  `# Outage of the API\n\n## Timeline\n\n${lines(180, (i) => `- 10:0${i % 2} The same is written again and again`)}\n\n## Impact\n\nMail a.berg@shop.test, call +49 30 1234 5678.\n`,
];

const pieces = [
  ...[
    '\n',
    '\n\n',
    '\n- ',
    '\n## Timeline\n\n',
    '\n## Action items\n\n- [ ] ',
    '- 10:05 UTC ',
    '| 10:05 | ',
    '10:05 ',
    '2024-05-13 ',
  ],
  ...[
    'x',
    ' ',
    '`',
    '```\n',
    '<!-- ',
    '-->',
    '<b>',
    '[x](',
    ')',
    'TBD ',
    'UTC',
    'PST',
    '**',
    '> ',
    '# ',
    '---\n',
    'Ã©',
    '“',
    '0',
    '12',
  ],
];

const edits = fc.array(fc.tuple(fc.nat(), fc.nat(40), fc.constantFrom(...pieces, '')), { minLength: 1, maxLength: 5 });

function reviewOf(postmortem: Postmortem): unknown {
  const workspace = { fileExists: (): undefined => undefined };
  const { findings, failures } = review(postmortem, {
    settings: [{ public: true }],
    now: { epochSeconds: Date.UTC(2024, 5, 1) / 1000 },
    workspace,
  });
  return { findings, failures };
}

/** Everything that was read, as plain data. */
function modelOf({ source, ...model }: Postmortem): unknown {
  return { ...model, lineCount: source.lineCount, lineBreak: source.lineBreak };
}

/** Edits that change what is said of all entries, one after the other. */
const reaching: readonly (readonly [from: string, to: string])[] = [
  ['Date: 2024-05-14', 'Date: 2024-05-15'],
  ['All times are in UTC.', 'All times are in PST.'],
  ['- 09:00', '- 08:00'],
  ['## Timeline\n', ''],
  [
    'The engineer was careless.',
    'This was a human error. Describe the impact, then remove this section before you publish.',
  ],
  ['# Outage of the API\n', '# Outage of the API\n\n## Timeline\n'],
  ['- 10:00 An alert fires', '<!-- - 10:00 An alert fires'],
  ['## Root cause', '--> 10:05\n\n## Impact\n\nMany users. Caused by a human error.\n\n## Root cause'],
  ['# Outage of the API\n\n## Timeline\n', '# Outage of the API\n\n## Root cause\n'],
];

const context = { path: '2024-05-14-outage.md', isPostmortem: true, zone: undefined };

describe('after edits the model and the findings are those of a document that is read for the first time', () => {
  test.each([
    ['in samples', samples, 60],
    ['in long timelines', long, 25],
  ] as const)('%s', (_, documents, numRuns) => {
    fc.assert(
      fc.property(fc.constantFrom(...documents), edits, (start, changes) => {
        const reader = createPostmortemReader();
        let text = start;
        reviewOf(reader.read(text, context));
        for (const [at, length, insert] of changes) {
          const from = at % (text.length + 1);
          text = text.slice(0, from) + insert + text.slice(from + length);
          const edited = reader.read(text, context);
          const fresh = createPostmortemReader().read(text, context);
          expect(modelOf(edited)).toEqual(modelOf(fresh));
          expect(reviewOf(edited)).toEqual(reviewOf(fresh));
        }
      }),
      { numRuns },
    );
  });

  test.each(reaching.map(([from, to], i) => [from, to, i]))('that reach far: %j becomes %j', (_from, _to, last) => {
    const reader = createPostmortemReader();
    let [text = ''] = long;
    reviewOf(reader.read(text, context));
    for (const [from, to] of reaching.slice(0, last + 1)) {
      expect(text).toContain(from);
      text = text.replace(from, to);
      const edited = reader.read(text, context);
      const fresh = createPostmortemReader().read(text, context);
      expect(modelOf(edited)).toEqual(modelOf(fresh));
      expect(reviewOf(edited)).toEqual(reviewOf(fresh));
    }
  });

  test('the entries before an edit are the same objects', () => {
    const reader = createPostmortemReader();
    const [text = ''] = long;
    const at = text.indexOf('10:40');
    const before = reader.read(text, context).timelines[0]?.entries ?? [];
    const after = reader.read(`${text.slice(0, at)}10:40 x${text.slice(at + 5)}`, context).timelines[0]?.entries ?? [];
    const kept = after.filter((entry, i) => entry === before[i]);
    expect(kept.length).toBeGreaterThan(50);
    expect(kept.length).toBeLessThan(after.length);
  });
});
