import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { soundText, workplace } from './run-cli.ts';

/** A safe repair is due: the space after the marks of a heading. */
const broken = soundText.replace('## Timeline', '##Timeline');
const only = ['--rule', 'structure/heading-space=error'];

describe('--fix', () => {
  test('writes what is safe and reports what is left', async () => {
    using place = workplace({ 'a.md': broken });
    expect((await place.cli(['check', 'a.md', ...only])).code).toBe(1);
    const { code, out } = await place.cli(['check', 'a.md', '--fix', ...only]);
    expect(readFileSync(join(place.folder, 'a.md'), 'utf8')).toBe(soundText);
    expect(out).toContain('1 repaired.');
    expect(code).toBe(0);
  });

  test('a second run changes nothing', async () => {
    using place = workplace({ 'a.md': broken });
    await place.cli(['check', 'a.md', '--fix']);
    const { out } = await place.cli(['check', 'a.md', '--fix', '--format', 'json']);
    expect(JSON.parse(out).repaired).toEqual([]);
  });

  test('keeps line breaks and the byte order mark', async () => {
    const windows = (text: string): string => `\uFEFF${text.replaceAll('\n', '\r\n')}`;
    using place = workplace({ 'a.md': windows(broken) });
    await place.cli(['check', 'a.md', '--fix', ...only]);
    expect(readFileSync(join(place.folder, 'a.md'), 'utf8')).toBe(windows(soundText));
  });

  test('names the repairs in JSON', async () => {
    using place = workplace({ 'a.md': broken });
    const { out } = await place.cli(['check', 'a.md', '--fix', '--format', 'json']);
    expect(JSON.parse(out).repaired).toMatchObject([{ file: 'a.md', code: 'structure/heading-space' }]);
  });

  test('of standard input prints the repaired text, and the report beside it', async () => {
    using place = workplace({});
    const { out, err } = await place.cli(['check', '--stdin', '--fix', ...only], { stdin: broken });
    expect(out).toBe(soundText);
    expect(err).toContain('1 repaired.');
  });

  test('leaves text that is not UTF-8 as it is and says so', async () => {
    const bytes = Buffer.from(broken.replace('Login', 'Caf\u00E9'), 'latin1');
    using place = workplace({ 'a.md': bytes });
    const { code, err } = await place.cli(['check', 'a.md', '--fix', ...only]);
    expect(readFileSync(join(place.folder, 'a.md'))).toEqual(bytes);
    expect(err).toContain('a.md is not repaired: it is not UTF-8 text. Save it as UTF-8 first.');
    expect(code).toBe(2);
  });

  test('touches no file that is no postmortem', async () => {
    using place = workplace({});
    const notes = '#Shopping\n\n- bread\n';
    writeFileSync(join(place.folder, 'notes.md'), notes);
    await place.cli(['check', '.', '--fix']);
    expect(readFileSync(join(place.folder, 'notes.md'), 'utf8')).toBe(notes);
  });
});

test('--fix-dry-run shows the difference and writes nothing', async () => {
  using place = workplace({ 'a.md': broken });
  const { code, out } = await place.cli(['check', 'a.md', '--fix-dry-run', ...only]);
  expect(out).toContain('--- a.md\n+++ a.md\n');
  expect(out).toContain('-##Timeline\n+## Timeline\n');
  expect(readFileSync(join(place.folder, 'a.md'), 'utf8')).toBe(broken);
  expect(code).toBe(1);
});
