import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lackingText, soundText, workplace } from './run-cli.ts';

const lacking = 'structure/missing-section';
/** The other rules are tested elsewhere; here one is enough. */
const onlyMissing = ['--rule', `${lacking}=warning`];

function codesIn(json: string): readonly string[] {
  const report: { findings: { file: string; code: string }[] } = JSON.parse(json);
  return report.findings.filter(({ code }) => code === lacking).map(({ file, code }) => `${file} ${code}`);
}

describe('postmortem check', () => {
  test('a sound postmortem is passed with exit code 0', async () => {
    using place = workplace({ 'a.md': soundText });
    const { code, out } = await place.cli(['check', 'a.md', '--fail-on', 'warning']);
    expect(out).toContain('1 postmortem.');
    expect(code).toBe(0);
  });

  test('prints the place, the severity, the message, the code, the line and its repair', async () => {
    using place = workplace({ 'a.md': lackingText });
    const { out, code } = await place.cli(['check', 'a.md', ...onlyMissing]);
    expect(out).toContain(`a.md:1:3: warning: No “Root cause” section.`);
    expect(out).toContain(`[${lacking}]\n  1 | # Login failed for half of the users\n    |   ^^^^`);
    expect(out).toContain('  repair: Insert the section “Root cause”\n');
    expect(code).toBe(0);
  });

  test.each([
    ['error', 'warning', 0],
    ['warning', 'warning', 1],
    ['warning', 'error', 1],
    ['info', 'warning', 1],
    ['never', 'error', 0],
  ])('with --fail-on %s a finding of severity %s gives exit code %i', async (failOn, severity, expected) => {
    using place = workplace({ 'a.md': lackingText });
    const { code } = await place.cli(['check', 'a.md', '--rule', `${lacking}=${severity}`, '--fail-on', failOn]);
    expect(code).toBe(expected);
  });

  test('prints JSON of schema 1 with 1-based places', async () => {
    using place = workplace({ 'a.md': lackingText, 'notes.md': '# Shopping\n\n- bread\n' });
    const { out } = await place.cli(['check', '.', '--format', 'json']);
    const report = JSON.parse(out);
    expect(report).toMatchObject({ schema: 1, files: 2, postmortems: 1 });
    expect(report.findings.find((finding: { code: string }) => finding.code === lacking)).toMatchObject({
      file: 'a.md',
      line: 1,
      column: 3,
      endLine: 1,
      endColumn: 37,
      severity: 'warning',
      fixes: ['Insert the section “Root cause”'],
    });
  });

  test('prints annotations for GitHub with escaped messages', async () => {
    using place = workplace({ 'a,b.md': lackingText });
    const { out } = await place.cli(['check', 'a,b.md', '--format', 'github', ...onlyMissing]);
    expect(out).toContain(
      '::warning file=a%2Cb.md,line=1,col=3,endLine=1,endColumn=37,title=structure/missing-section::No ',
    );
  });

  test('colours are for terminals', async () => {
    using place = workplace({ 'a.md': lackingText });
    expect((await place.cli(['check', 'a.md'])).out).not.toContain('\u001B');
    expect((await place.cli(['check', 'a.md'], { colours: true })).out).toContain('\u001B[');
  });

  test('control characters of a document do not reach the terminal', async () => {
    using place = workplace({ 'a.md': lackingText.replace('# Login', '# \u001B[2JLogin') });
    expect((await place.cli(['check', 'a.md'])).out).not.toContain('\u001B');
  });

  test('--quiet prints what counts and no summary', async () => {
    using place = workplace({ 'a.md': lackingText });
    expect(await place.cli(['check', 'a.md', '-q', ...onlyMissing])).toMatchObject({ out: '', code: 0 });
    const { out } = await place.cli(['check', 'a.md', '-q', '--rule', `${lacking}=error`]);
    expect(out).toMatch(/^a\.md:1:3: error: .*\n.*\n.*\n {2}repair: .*\n$/);
  });
});

describe('files', () => {
  const text = lackingText;

  test('a folder is searched for the known extensions, without hidden folders and packages', async () => {
    using place = workplace({
      'in/a.md': text,
      'in/b.markdown': text,
      'in/c.mdx': text,
      'in/d.qmd': text,
      'in/e.html.md.erb': text,
      'in/f.txt': text,
      'in/g.rst': text,
      'in/README': text,
      'in/.hidden/h.md': text,
      'in/node_modules/p/i.md': text,
      'out/j.md': text,
    });
    const { out } = await place.cli(['check', 'in', '--format', 'json']);
    expect(codesIn(out).map((line) => line.split(' ')[0])).toEqual([
      'in/a.md',
      'in/b.markdown',
      'in/c.mdx',
      'in/d.qmd',
      'in/e.html.md.erb',
      'in/f.txt',
    ]);
  });

  test('a named file is read whatever it is called', async () => {
    using place = workplace({ POSTMORTEM: text });
    expect(codesIn((await place.cli(['check', 'POSTMORTEM', '--format', 'json'])).out)).toHaveLength(1);
  });

  test('globs are understood without a shell', async () => {
    using place = workplace({ '2023/a.md': text, '2024/b.md': text, '2024/c.txt': text });
    const { out } = await place.cli(['check', '2024/*.md', '--format', 'json']);
    expect(codesIn(out)).toEqual([`2024/b.md ${lacking}`]);
    expect(codesIn((await place.cli(['check', '**/*.{md,txt}', '--format', 'json'])).out)).toHaveLength(3);
  });

  test('a file that is named twice is read once', async () => {
    using place = workplace({ 'a.md': text });
    expect(codesIn((await place.cli(['check', 'a.md', '.', '--format', 'json'])).out)).toHaveLength(1);
  });

  test('what cannot be read is told in a sentence with exit code 2, and the rest is reviewed', async () => {
    using place = workplace({ 'a.md': text, 'b.md': Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0) });
    const { code, out, err } = await place.cli(['check', 'a.md', 'b.md', 'c.md', 'd/*.md', '--format', 'json']);
    expect(code).toBe(2);
    expect(err).toContain('b.md is not text but binary.\n');
    expect(err).toContain('c.md does not exist.\n');
    expect(err).toContain('d/*.md fits no file.\n');
    expect(codesIn(out)).toEqual([`a.md ${lacking}`]);
  });

  test('a file that is too long is told in a sentence', async () => {
    using place = workplace({ 'a.md': text, 'b.md': `${text}${' '.repeat(8_000_000)}` });
    const { code, out, err } = await place.cli(['check', '.', '--format', 'json']);
    expect(code).toBe(2);
    expect(err).toMatch(
      /^postmortem: b\.md is not checked\. This file has 8\d+ characters; files of more than 8000000 are not read\.$/m,
    );
    expect(codesIn(out)).toEqual([`a.md ${lacking}`]);
  });

  test('text that is not UTF-8 is read, but not written', async () => {
    using place = workplace({ 'a.md': Buffer.from(text.replace('Login', 'Café'), 'latin1') });
    expect(codesIn((await place.cli(['check', 'a.md', '--format', 'json'])).out)).toHaveLength(1);
  });

  test('standard input is reported under its name', async () => {
    using place = workplace({});
    const { out } = await place.cli(['check', '--stdin-filename', 'x/a.md', '--format', 'json'], { stdin: text });
    expect(codesIn(out)).toEqual([`x/a.md ${lacking}`]);
    expect((await place.cli(['check', '--stdin'], { stdin: text })).out).toContain('<stdin>:1:3:');
  });
});

describe('settings', () => {
  test('the nearest file upwards applies', async () => {
    using place = workplace({
      '.postmortem.yaml': `rules:\n  ${lacking}: error\n`,
      'a.md': lackingText,
      'quiet/.postmortem.json': `{"rules": {"structure": "off"}}`,
      'quiet/deep/b.md': lackingText,
    });
    const { out, code } = await place.cli(['check', '.', '--format', 'json']);
    expect(codesIn(out)).toEqual([`a.md ${lacking}`]);
    expect(code).toBe(1);
  });

  test('--config takes the place of the nearest file, --rule overrules both', async () => {
    using place = workplace({
      '.postmortem.yaml': `rules:\n  ${lacking}: off\n`,
      'other.yaml': `rules:\n  ${lacking}: error\n`,
      'a.md': lackingText,
    });
    expect((await place.cli(['check', 'a.md', '--config', 'other.yaml'])).code).toBe(1);
    expect((await place.cli(['check', 'a.md', '--config', 'other.yaml', '--rule', `${lacking}=off`])).code).toBe(0);
    expect((await place.cli(['check', 'a.md', '--config', 'gone.yaml'])).code).toBe(2);
  });

  test('globs of the file decide what is a postmortem', async () => {
    using place = workplace({
      '.postmortem.yaml': 'files:\n  include: [log/**]\n  exclude: [log/old/**]\n',
      'log/a.md': '# Printer on fire\n',
      'log/old/b.md': lackingText,
    });
    const { postmortems } = JSON.parse((await place.cli(['check', 'log', '--format', 'json'])).out);
    expect(postmortems).toBe(1);
  });

  test('what is wrong in the file is told with its place and exit code 2', async () => {
    using place = workplace({ '.postmortem.yaml': 'zone: UTC\nrulez: {}\n', 'a.md': soundText });
    const { code, err } = await place.cli(['check', 'a.md']);
    expect(code).toBe(2);
    expect(err).toContain('.postmortem.yaml:2:1: “rulez” means nothing here. Did you mean “rules”?');
  });

  test('a profile of the user is held against the document', async () => {
    using place = workplace({
      '.postmortem.yaml': 'profile: ours\nprofiles:\n  - name: ours\n    sections: [Weather]\n',
      'a.md': soundText,
    });
    const { out } = await place.cli(['check', 'a.md']);
    expect(out).toContain('warning: No “Weather” section.');
  });

  test('an unknown profile is told', async () => {
    using place = workplace({ 'a.md': soundText });
    expect(await place.cli(['check', 'a.md', '--profile', 'nobodys'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('There is no profile “nobodys”.'),
    });
  });
});

describe('baseline', () => {
  test('passes over what it knows, wherever it has moved to, and tells what is new', async () => {
    using place = workplace({ 'old/a.md': lackingText, 'old/b.md': soundText });
    expect((await place.cli(['check', 'old', '--write-baseline', 'known.json', ...onlyMissing])).code).toBe(0);
    const again = ['check', 'old', '--baseline', 'known.json', '--format', 'json', ...onlyMissing];
    expect(codesIn((await place.cli(again)).out)).toEqual([]);

    const { writeFileSync } = await import('node:fs');
    writeFileSync(join(place.folder, 'old/a.md'), `<!-- moved down -->\n\n${lackingText}`);
    writeFileSync(join(place.folder, 'old/b.md'), lackingText);
    expect(codesIn((await place.cli(again)).out)).toEqual([`old/b.md ${lacking}`]);
  });

  test('a known finding is passed over as often as it is known', async () => {
    using place = workplace({ 'a.md': lackingText });
    await place.cli(['check', 'a.md', '--write-baseline', 'known.json', ...onlyMissing]);
    const { writeFileSync } = await import('node:fs');
    writeFileSync(join(place.folder, 'a.md'), lackingText.replace(/## Action items[^#]*/, ''));
    const { out } = await place.cli(['check', 'a.md', '--baseline', 'known.json', '--format', 'json', ...onlyMissing]);
    expect(codesIn(out)).toHaveLength(1);
  });

  test.each([
    ['gone.json', 'gone.json does not exist.'],
    ['text.json', 'text.json is not JSON.'],
    ['other.json', 'other.json is not a baseline: write one with --write-baseline.'],
  ])('%s is refused', async (path, sentence) => {
    using place = workplace({ 'a.md': soundText, 'text.json': 'hello', 'other.json': '{"findings": 3}' });
    const { code, err } = await place.cli(['check', 'a.md', '--baseline', path]);
    expect({ code, err }).toEqual({ code: 2, err: `postmortem: ${sentence}\n` });
  });
});

test('nothing is written where nothing is repaired', async () => {
  using place = workplace({ 'a.md': soundText });
  await place.cli(['check', 'a.md', '--fix']);
  expect(readFileSync(join(place.folder, 'a.md'), 'utf8')).toBe(soundText);
});
