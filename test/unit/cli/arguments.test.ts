import { describe, expect, test } from 'vitest';
import { readArguments } from '../../../server/src/cli/arguments.ts';
import { workplace } from './run-cli.ts';

describe('wrong use is told in a sentence', () => {
  test.each([
    [[], 'Say what to do: `postmortem check`, `postmortem inspect` or `postmortem render`.'],
    [['chek', 'a.md'], 'There is no command “chek”. Did you mean “check”?'],
    [['check'], 'Name at least one file, folder or glob, or use --stdin.'],
    [['check', '--stdin', 'a.md'], 'Give files or --stdin, not both.'],
    [['check', 'a.md', '--format', 'xml'], '--format is one of text, json, sarif, github, not “xml”.'],
    [['check', 'a.md', '--zone', 'Mars'], '“Mars” is no time zone: write UTC, +02:00 or Europe/Berlin.'],
    [['inspect', 'a.md', '--format', 'sarif'], '--format is one of text, json, not “sarif”.'],
    [['check', 'a.md', '--fix', '--fix-dry-run'], 'Use --fix or --fix-dry-run, not both.'],
    [
      ['check', 'a.md', '--rule', 'structure/mising-section=off'],
      'There is no rule or area “structure/mising-section”. Did you mean “structure/missing-section”?',
    ],
    [
      ['check', 'a.md', '--rule', 'structure=loud'],
      '--rule structure is one of error, warning, info, hint, off, not “loud”.',
    ],
    [['check', 'a.md', '--fail-on', 'always'], '--fail-on is one of error, warning, info, hint, never, not “always”.'],
  ])('%j', (argv, message) => {
    expect(readArguments(argv)).toEqual({ command: 'wrong-use', message });
  });

  test.each([[['check', '--colour']], [['check', 'a.md', '--config']]])('%j', (argv) => {
    const args = readArguments(argv);
    expect(args).toMatchObject({ command: 'wrong-use', message: expect.stringContaining(argv.at(-1) ?? '') });
  });

  test.each(['UTC', '+02:00', 'Europe/Berlin', 'PST'])('%s is a zone', (zone) => {
    expect(readArguments(['check', 'a.md', '--zone', zone])).toMatchObject({ command: 'check', zone });
  });

  test('with exit code 2', async () => {
    using place = workplace({});
    expect(await place.cli(['check'])).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('postmortem --help'),
    });
  });
});

test.each([
  [['--help']],
  [['help', 'check']],
  [['check', '--help']],
  [['inspect', '-h']],
  [['--version']],
])('%j answers on standard output', async (argv) => {
  using place = workplace({});
  const { code, out, err } = await place.cli(argv);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/^(Usage: postmortem |\d+\.\d+\.\d+)/);
});
