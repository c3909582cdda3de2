import { describe, expect, test } from 'vitest';
import { readConfigFile } from '../../../server/src/review/config-file.ts';

describe('readConfigFile', () => {
  test('reads every setting of a YAML file', () => {
    const { settings, problems } = readConfigFile(`
profile: google-sre
zone: UTC
public: true
files:
  include: [ops/**, "**/pm-*.md"]
  exclude: drafts/**
rules:
  structure: warning
  structure/missing-section: off
`);
    expect(problems).toEqual([]);
    expect(settings).toEqual({
      profile: 'google-sre',
      zone: 'UTC',
      public: true,
      include: ['ops/**', '**/pm-*.md'],
      exclude: ['drafts/**'],
      rules: { structure: { severity: 'warning' }, 'structure/missing-section': { severity: 'off' } },
    });
  });

  test('reads JSON', () => {
    const { settings, problems } = readConfigFile(
      '{"$schema": "x.json", "rules": {"structure": {"severity": "error"}}}',
    );
    expect(problems).toEqual([]);
    expect(settings.rules).toEqual({ structure: { severity: 'error' } });
  });

  test('an empty file says nothing', () => {
    expect(readConfigFile('# later\n')).toEqual({ settings: {}, problems: [] });
  });

  test('names the place of a misspelt rule and the rule that is meant, and keeps the rest', () => {
    const { settings, problems } = readConfigFile('zone: UTC\nrules:\n  structure/mising-section: off\n');
    expect(problems).toEqual([
      {
        line: 3,
        column: 3,
        message: 'There is no rule or area “structure/mising-section”. Did you mean “structure/missing-section”?',
      },
    ]);
    expect(settings).toEqual({ zone: 'UTC', rules: {} });
  });

  test.each([
    ['publc: true', '“publc” means nothing here. Did you mean “public”?'],
    ['zone: Mars', '“Mars” is no time zone: write UTC, +02:00 or Europe/Berlin.'],
    ['public: maybe', '“public” must be `true` or `false`, not “maybe”.'],
    ['rules: off', '“rules” must be a table of keys and values, not “off”.'],
    [
      'rules:\n  structure: loud',
      '“rules.structure” must be one of “error”, “warning”, “info”, “hint”, “off”, not “loud”.',
    ],
    ['- a\n- b', 'The file must be a table of keys and values, not a list.'],
    ['profiles:\n  - title: Ours', 'A profile needs a “name”.'],
  ])('%j is told in a sentence', (text, message) => {
    expect(readConfigFile(text).problems.map((problem) => problem.message)).toContain(message);
  });

  test('a file that is not YAML gives one problem with its place and no settings', () => {
    const { settings, problems } = readConfigFile('rules:\n  a: [1, 2\nzone: "x\n');
    expect(settings).toEqual({});
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toMatch(/^Not readable: .*\.$/);
    expect(problems[0]?.line).toBeGreaterThan(1);
  });

  test('aliases that multiply are refused, not expanded', () => {
    const doubled = Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`).join('\n');
    const { problems } = readConfigFile(`a0: &a0 [x, x]\n${doubled}\n`);
    expect(problems[0]?.message).toMatch(/^Not readable/);
  });

  test('reads a profile of the user with its defaults', () => {
    const { settings, problems } = readConfigFile(`
profiles:
  - name: ours
    sections:
      - heading: What went boom
        kind: summary
        names: [Boom]
        guidance: Tell it short.
      - Follow-ups
    actions: { owner: true }
    limits: { publishedWithinDays: 3 }
`);
    expect(problems).toEqual([]);
    expect(settings.profiles).toEqual([
      {
        name: 'ours',
        title: 'ours',
        description: '',
        sections: [
          {
            kind: 'summary',
            heading: 'What went boom',
            names: ['boom'],
            required: true,
            label: false,
            guidance: 'Tell it short.',
            labels: [],
          },
          { kind: 'other', heading: 'Follow-ups', names: [], required: true, label: false, guidance: '', labels: [] },
        ],
        facts: [],
        phases: [],
        actions: { owner: true, due: false, ticket: false },
        limits: { publishedWithinDays: 3 },
      },
    ]);
  });
});
