import { describe, expect, it } from 'vitest';
import { completionsAt } from '../../../../server/src/features/completion/complete.ts';
import type { Completion, KnownNames } from '../../../../server/src/features/completion/completion.ts';
import type { Postmortem } from '../../../../server/src/postmortem/postmortem.ts';
import { googleSre } from '../../../../server/src/profiles/google-sre.ts';
import { readAsPostmortem, withSelection } from '../refactorings/refactor.ts';

const nobody: KnownNames = { owners: [], services: [], severities: [], statuses: [] };

interface Around {
  readonly names?: Partial<KnownNames>;
  readonly now?: string;
  readonly ownZone?: string;
}

function at(marked: string, { names = {}, now = '2024-05-02T08:31:00Z', ownZone }: Around = {}): readonly Completion[] {
  const { text, selection } = withSelection(marked);
  return completionsAt({
    postmortem: readAsPostmortem(text),
    profile: googleSre,
    offset: selection.start,
    now: { epochSeconds: Date.parse(now) / 1000 },
    ownZone,
    names: { ...nobody, ...names },
    read: (version): Postmortem => readAsPostmortem(version),
  });
}

/** What the first completion of the kind makes of the text. */
function completed(marked: string, kind: Completion['kind'], around?: Around): string | undefined {
  const { text } = withSelection(marked);
  const found = at(marked, around).find((completion) => completion.kind === kind);
  return found && text.slice(0, found.span.start) + found.text + text.slice(found.span.end);
}

const labels = (found: readonly Completion[]) => found.map(({ label }) => label);
const head = '# Search unavailable on 2024-05-02\n\n';
const timeline = (entries: string) => `${head}## Timeline (UTC)\n\n${entries}\n\n## Root cause\n\nDisk.\n`;

describe('sections', () => {
  it('are those of the form that are missing, with what to write there', () => {
    const found = at(`${head}## Summary\n\nDown.\n\n▮\n`).filter(({ kind }) => kind === 'section');
    expect(labels(found)).toContain('## Impact');
    expect(labels(found)).not.toContain('## Summary');
    expect(found[0]?.documentation).not.toBe('');
    expect(completed(`${head}## Summary\n\nDown.\n\n## Im▮\n`, 'section')).toMatch(
      /## \w[\w ]+\n\n<!-- To write: [^>]+ -->\n$/,
    );
  });

  it('keep the depth that is typed, and stay out of prose, code and comments', () => {
    expect(at(`${head}### ▮\n`)[0]?.text.startsWith('### ')).toBe(true);
    expect(at(`${head}Search ▮ was down.\n`)).toEqual([]);
    expect(at(`${head}\`\`\`\n▮\n\`\`\`\n`)).toEqual([]);
    expect(at(`${head}<!--\n▮\n-->\n`)).toEqual([]);
  });
});

describe('an entry of a timeline', () => {
  it('has the time of now in the clock, zone and marks of the others', () => {
    const berlin = `${head}## Timeline\n\n- **10:00 CEST** – Search stops.\n- **10:20 CEST** – Still down.\n▮\n`;
    expect(completed(berlin, 'entry')).toContain('- **10:31 CEST** – \n');
    expect(completed(timeline('- 8:00 AM Search stops.\n- ▮'), 'entry')).toContain(
      '- 8:00 AM Search stops.\n- 8:31 AM \n',
    );
  });

  it('writes the date when the day is another one', () => {
    expect(completed(timeline('- 08:00 Search stops.\n- ▮'), 'entry', { now: '2024-05-02T23:00:00Z' })).toContain(
      '- 23:00 ',
    );
    expect(at(timeline('- 08:00 Search stops.\n- ▮'), { now: '2024-05-09T09:00:00Z' })[1]?.text).toContain(
      '2024-05-09 09:00',
    );
  });

  it('offers the next plausible time first once the incident is over', () => {
    const later = { now: '2024-06-01T12:00:00Z' };
    const found = at(timeline('- 08:00 Search stops.\n- 08:10 A page.\n- 08:20 Back.\n- ▮'), later);
    expect(found.filter(({ kind }) => kind === 'entry').map(({ detail, text }) => `${detail} ${text}`)).toEqual([
      'next - 08:30 ',
      'now - 2024-06-01 12:00 ',
    ]);
  });

  it('is a row in a table', () => {
    const table = timeline('| Time | Event |\n| --- | --- |\n| 08:00 | Search stops. |\n| ▮');
    const [entry] = at(table);
    expect(entry?.text).toBe('| 08:31 |  |');
    expect(entry?.stops).toEqual([{ span: { start: 10, end: 10 }, kept: false }]);
  });

  it('opens an empty timeline', () => {
    expect(completed(`${head}## Timeline\n\n▮\n`, 'entry')).toContain('- 2024-05-02 08:31 UTC \n');
  });

  it('is not offered elsewhere', () => {
    expect(
      at(`${head}## Root cause\n\n- ▮\n\n## Timeline (UTC)\n\n- 08:00 Stops.\n`).some(({ kind }) => kind === 'entry'),
    ).toBe(false);
    expect(at(timeline('- 08:00 Search st▮ops.')).some(({ kind }) => kind === 'entry')).toBe(false);
  });
});

describe('behind the time of an entry', () => {
  it('stand the marks of phases, those that are missing', () => {
    const found = at(timeline('- 08:00 **Start:** Search stops.\n- 08:02 det▮'));
    expect(labels(found)).toContain('Detected:');
    expect(labels(found)).not.toContain('Start:');
    expect(found[0]?.kind).toBe('phase');
  });

  it('stand marks in brackets where the others do, or where one is typed', () => {
    const bracketed = timeline('- 08:00 [start] Search stops.\n- 08:02 d▮');
    expect(completed(bracketed, 'phase')).toContain('- 08:02 [detected] \n');
    expect(completed(timeline('- 08:00 Search stops.\n- 08:02 [▮] A page.'), 'phase')).toContain(
      '- 08:02 [start] A page.\n',
    );
  });

  it('stand zones where none is named', () => {
    const found = at(`${head}## Timeline\n\n- 08:00 CEST Search stops.\n- 08:02 C▮\n`, { ownZone: 'Asia/Tokyo' });
    expect(labels(found.filter(({ kind }) => kind === 'zone'))).toEqual(['CEST', 'UTC', 'Asia/Tokyo']);
    expect(at(timeline('- 08:02 UTC A▮')).some(({ kind }) => kind === 'zone')).toBe(false);
  });
});

describe('values', () => {
  it('are severities of the scale in use', () => {
    expect(labels(at(`${head}Severity: ▮\n`))).toEqual(['SEV-1', 'SEV-2', 'SEV-3', 'SEV-4']);
    expect(labels(at(`${head}**Severity:** P▮\n`, { names: { severities: ['P2'] } }))).toEqual([
      'P2',
      'P1',
      'P3',
      'P4',
    ]);
    expect(completed(`${head}Severity: SEV▮\n`, 'value')).toBe(`${head}Severity: SEV-1\n`);
  });

  it('are statuses, owners and services', () => {
    expect(labels(at(`${head}- Status: ▮\n`))).toContain('In review');
    const names = { owners: ['Kim Ito'], services: ['search-api'] };
    expect(labels(at(`${head}Owner: ▮\n`, { names }))).toEqual(['Kim Ito']);
    expect(labels(at(`${head}Service: sea▮\n`, { names }))).toEqual(['search-api']);
  });

  it('stand in the cell beside the label', () => {
    const table = `${head}| Field | Value |\n| --- | --- |\n| Severity | ▮ |\n`;
    expect(completed(table, 'value')).toContain('| Severity | SEV-1 |');
  });
});

describe('an action item', () => {
  it('has an owner and a due date, in the form of the others', () => {
    expect(completed(`${head}## Action items\n\n▮\n`, 'action')).toContain(
      '- [ ] what. Owner: name. Due: 2024-05-16\n',
    );
    const bracketed = `${head}## Action items\n\n* Buy a disk (owner: Kim, due: 2024-06-01)\n* ▮\n`;
    expect(completed(bracketed, 'action')).toContain('* what (owner: name, due: 2024-05-16)\n');
    const table = `${head}## Action items\n\n| Action | Owner | Due | Ticket |\n| --- | --- | --- | --- |\n| Buy a disk | Kim | 2024-06-01 | OPS-1 |\n▮\n`;
    expect(completed(table, 'action')).toContain('\n| what | name | 2024-05-16 |  |\n');
  });

  it('marks what is to be filled in', () => {
    const [item] = at(`${head}## Action items\n\n▮\n`);
    expect(item?.stops.map(({ span, kept }) => `${item.text.slice(span.start, span.end)} ${kept}`)).toEqual([
      'what false',
      'name false',
      '2024-05-16 true',
    ]);
  });

  it('knows owners and dates', () => {
    const names = { owners: ['Tom Reed'] };
    const item = (rest: string) => `${head}## Action items\n\n- Buy a disk. Owner: Kim Ito\n- Sell a disk. ${rest}\n`;
    expect(labels(at(item('Owner: ▮'), { names }))).toEqual(['Kim Ito', 'Tom Reed']);
    expect(labels(at(item('@▮'), { names }))).toEqual(['Kim Ito', 'Tom Reed']);
    expect(labels(at(item('Due: ▮')))).toContain('2024-05-09');
    const table = `${head}## Action items\n\n| Action | Owner | Due |\n| --- | --- | --- |\n| Buy a disk | Kim | |\n| Sell a disk | ▮ | |\n`;
    expect(labels(at(table, { names }))).toEqual(['Kim', 'Tom Reed']);
  });
});

describe('front matter', () => {
  it('knows keys that are not there yet', () => {
    const found = at(`---\ntitle: Search\n▮\n---\n\n${head}`);
    expect(labels(found)).toContain('severity');
    expect(labels(found)).not.toContain('title');
    expect(completed(`---\ntitle: Search\nsev▮\n---\n\n${head}`, 'key')).toContain('\ndate: \n');
  });

  it('knows values', () => {
    expect(labels(at(`---\nprofile: ▮\n---\n\n${head}`))).toContain('google-sre');
    expect(labels(at(`---\npostmortem: t▮\n---\n\n${head}`))).toEqual(['true', 'false']);
    expect(completed(`+++\nseverity = ▮\n+++\n\n${head}`, 'value')).toContain('severity = "SEV-1"');
  });
});

it('nothing is offered in a file that is no postmortem', () => {
  const { text, selection } = withSelection('# Shopping\n\n▮');
  const postmortem = {
    ...readAsPostmortem(text),
    verdict: { postmortem: false, reason: 'not-enough', span: undefined, detail: '' } as const,
  };
  const context = {
    profile: googleSre,
    offset: selection.start,
    now: { epochSeconds: 0 },
    ownZone: undefined,
    names: nobody,
  };
  expect(completionsAt({ ...context, postmortem, read: readAsPostmortem })).toEqual([]);
});
