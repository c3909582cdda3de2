import { describe, expect, it } from 'vitest';
import { findFrontMatter } from '../../../server/src/markdown/front-matter-block.ts';
import type { FrontMatter } from '../../../server/src/postmortem/front-matter.ts';
import { readFrontMatter } from '../../../server/src/postmortem/read-front-matter.ts';

function read(text: string): FrontMatter {
  const block = findFrontMatter(text, 0);
  if (block === undefined) throw new Error('no front matter');
  return readFrontMatter(text, block);
}

/** Each key with its value as read and as it stands in the text. */
function entriesOf(text: string): readonly (readonly unknown[])[] {
  const slice = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
  return read(text).entries.map(({ key, keySpan, value, valueSpan }) => [key, slice(keySpan), value, slice(valueSpan)]);
}

describe('YAML front matter', () => {
  it('gives keys and values with the places where they stand', () => {
    const text = '---\ntitle: "Queue stalled"\nweight: 12\ndraft: false\nowners: [ana, bo]\n---\n\n# Queue\n';
    expect(entriesOf(text)).toEqual([
      ['title', 'title', 'Queue stalled', '"Queue stalled"'],
      ['weight', 'weight', 12, '12'],
      ['draft', 'draft', false, 'false'],
      ['owners', 'owners', ['ana', 'bo'], '[ana, bo]'],
    ]);
  });

  it('keeps places exact with Windows line breaks', () => {
    expect(entriesOf('---\r\ndate: 2031-04-05\r\nstatus: final\r\n---\r\n')).toEqual([
      ['date', 'date', '2031-04-05', '2031-04-05'],
      ['status', 'status', 'final', 'final'],
    ]);
  });

  it('reads nested keys and keys without a value', () => {
    const [nested, empty] = read('---\npostmortem:\n  profile: minimal\n  rules: {a: off}\nend-time:\n---\n').entries;
    expect(nested?.value).toEqual({ profile: 'minimal', rules: { a: 'off' } });
    expect(empty).toMatchObject({ key: 'end-time', value: null });
    expect(empty && empty.valueSpan.end - empty.valueSpan.start).toBe(0);
  });

  it('says where it is wrong and keeps what it could read', () => {
    const text = '---\ntitle: Queue\nowner: [ana\n---\n';
    const { error, entries } = read(text);
    expect(error?.message).toBeTruthy();
    expect(error?.span.start).toBeGreaterThan(text.indexOf('owner'));
    expect(entries[0]).toMatchObject({ key: 'title', value: 'Queue' });
  });

  it('says that a key stands twice', () => {
    expect(read('---\ntitle: a\ntitle: b\n---\n').error?.message).toContain('unique');
  });

  it('does not multiply what aliases repeat', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let i = 1; i < 12; i++)
      lines.push(
        `a${i}: &a${i} [${Array(10)
          .fill(`*a${i - 1}`)
          .join(', ')}]`,
      );
    const { entries } = read(`---\n${lines.join('\n')}\n---\n`);
    expect(entries[1]?.value).toHaveLength(10);
    const count = (value: unknown): number =>
      Array.isArray(value) ? value.reduce((sum, part) => sum + count(part), 1) : 1;
    expect(entries.reduce((sum, { value }) => sum + count(value), 0)).toBeLessThan(20_000);
  });

  it('reads nothing out of brackets without end', () => {
    const { entries, error } = read(`---\na: ${'['.repeat(19_000)}\n---\n`);
    expect(error?.message).toBeTruthy();
    expect(JSON.stringify(entries).length).toBeLessThan(1000);
  });
});

describe('TOML front matter', () => {
  it('gives keys and values with the places where they stand', () => {
    const text =
      '+++\ntitle = "Queue # stalled" # name\ndate = 2031-04-05\nowners = [\n  "ana", # lead\n  "bo",\n]\nid = 7\n+++\n';
    expect(entriesOf(text)).toEqual([
      ['title', 'title', 'Queue # stalled', '"Queue # stalled"'],
      ['date', 'date', '2031-04-05', '2031-04-05'],
      ['owners', 'owners', ['ana', 'bo'], '[\n  "ana", # lead\n  "bo",\n]'],
      ['id', 'id', 7, '7'],
    ]);
  });

  it('gives tables as values over their lines', () => {
    const text = '+++\ntitle = "Queue"\n[postmortem]\nprofile = "minimal"\n[postmortem.rules]\na = "off"\n+++\n';
    expect(entriesOf(text)[1]).toEqual([
      'postmortem',
      'postmortem',
      { profile: 'minimal', rules: { a: 'off' } },
      '[postmortem]\nprofile = "minimal"\n[postmortem.rules]\na = "off"',
    ]);
  });

  it('points at the line that is wrong', () => {
    const text = '+++\ntitle = "Queue"\ndate = 2031-13-45-\n+++\n';
    const { error } = read(text);
    expect(error && text.slice(error.span.start, error.span.end)).toBe('date = 2031-13-45-');
    expect(error?.message).not.toContain('\n');
  });
});

it('reads empty front matter', () => {
  expect(read('---\n---\ntext')).toMatchObject({ entries: [], error: undefined });
});
