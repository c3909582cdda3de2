import { describe, expect, test } from 'vitest';
import { soundText, workplace } from './run-cli.ts';

describe('postmortem inspect', () => {
  test('prints one object per file, postmortem or not', async () => {
    using place = workplace({ 'a.md': soundText, 'notes.md': '# Shopping\n\n- bread\n' });
    const { code, out } = await place.cli(['inspect', 'a.md', 'notes.md', '--format', 'json']);
    expect(code).toBe(0);
    const [first, second] = JSON.parse(out);
    expect(first).toMatchObject({
      schema: 1,
      file: 'a.md',
      postmortem: true,
      profile: 'minimal',
      title: 'Login failed for half of the users',
      window: { line: 5, start: '2024-05-02T08:00', end: '2024-05-02T08:30' },
      statedMinutes: 30,
      computedMinutes: 30,
    });
    const known = first.sections.filter((section: { kind: string }) => section.kind !== 'other');
    expect(known.map((section: { kind: string; line: number }) => `${section.line} ${section.kind}`)).toEqual([
      '3 summary',
      '7 timeline',
      '13 cause',
      '17 actions',
    ]);
    expect(first.timeline).toHaveLength(3);
    expect(first.timeline[1]).toMatchObject({
      line: 10,
      start: '2024-05-02T08:05',
      end: null,
      zone: 'UTC',
      instant: '2024-05-02T08:05:00Z',
      phase: 'detected',
      phaseFrom: 'words',
    });
    expect(first.metrics.detect).toMatchObject({ minutes: 5, from: 9, to: 10 });
    expect(first.actions).toMatchObject([
      { line: 19, owner: 'Kim Ito', due: '2024-07-01', done: false, ticket: 'OPS-7' },
    ]);
    expect(second).toMatchObject({ file: 'notes.md', postmortem: false });
  });

  test('says what is not known with null', async () => {
    using place = workplace({
      'a.md': '# Postmortem: printer on fire\n\n## Timeline\n\n- 10:00 Smoke.\n- 10:?? Fire.\n',
    });
    const [file] = JSON.parse((await place.cli(['inspect', 'a.md', '--format', 'json'])).out);
    expect(file).toMatchObject({ window: null, statedMinutes: null });
    expect(file.timeline).toMatchObject([
      { start: 'T10:00', zone: null, instant: null },
      { start: null, zone: null, instant: null },
    ]);
  });

  test('takes a zone for documents that name none', async () => {
    using place = workplace({
      'a.md': '# Postmortem: printer on fire\n\n## Timeline\n\n- 10:00 Smoke.\n- 10:05 Fire.\n',
    });
    const { out } = await place.cli(['inspect', 'a.md', '--format', 'json', '--zone', 'UTC']);
    expect(JSON.parse(out)[0].timeline[0].zone).toBe('UTC');
  });

  test('prints the same for people', async () => {
    using place = workplace({ 'a.md': soundText });
    const { out } = await place.cli(['inspect', 'a.md']);
    expect(out).toContain('a.md: a postmortem: ');
    expect(out).toContain('     10  2024-05-02T08:05 UTC  (detected?) An alert on failed logins');
  });
});
