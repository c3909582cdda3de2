import { describe, expect, it } from 'vitest';
import { switchOffInConfig } from '../../../server/src/features/rule-in-config.ts';
import { readConfigFile } from '../../../server/src/review/config-file.ts';
import { applyEdits } from '../../../server/src/text/edit.ts';

const code = 'timeline/out-of-order';

function switchedOff(text: string, syntax: 'yaml' | 'json'): string | undefined {
  const edit = switchOffInConfig(text, code, syntax);
  return edit && applyEdits(text, [edit]);
}

describe('switching a rule off in a settings file', () => {
  for (const [name, before, after] of [
    ['an empty file', '', `rules:\n  ${code}: off\n`],
    ['a comment alone', '# ours', `# ours\nrules:\n  ${code}: off\n`],
    ['other settings', 'zone: UTC\n', `zone: UTC\nrules:\n  ${code}: off\n`],
    [
      'other rules',
      'rules:\n    text: info # quiet\nzone: UTC\n',
      `rules:\n    ${code}: off\n    text: info # quiet\nzone: UTC\n`,
    ],
    ['the rule itself', `rules:\n  ${code}: error # loud\n`, `rules:\n  ${code}: off # loud\n`],
    ['options of the rule', `rules:\n  ${code}:\n    severity: error\n`, `rules:\n  ${code}:\n    severity: off\n`],
    ['rules in braces', 'rules: { text: info }\n', `rules: { ${code}: off, text: info }\n`],
    ['CRLF', 'zone: UTC\r\n', `zone: UTC\r\nrules:\r\n  ${code}: off\r\n`],
  ] as const) {
    it(`YAML with ${name}`, () => {
      expect(switchedOff(before, 'yaml')).toBe(after);
      expect(readConfigFile(after).settings.rules?.[code]?.severity).toBe('off');
    });
  }

  for (const before of [
    '{}',
    '{"zone": "UTC"}',
    '{\n  "rules": {\n    "text": "info"\n  }\n}\n',
    `{"rules": {"${code}": "error"}}`,
  ]) {
    it(`JSON: ${before.replace(/\s+/g, ' ')}`, () => {
      const after = switchedOff(before, 'json') ?? '';
      const { rules, ...others } = JSON.parse(after) as Record<string, Record<string, string>>;
      expect(rules).toMatchObject({ [code]: 'off' });
      expect(others).toEqual(Object.fromEntries(Object.entries(JSON.parse(before)).filter(([key]) => key !== 'rules')));
    });
  }

  it('leaves a file alone that it does not understand', () => {
    expect(switchedOff('rules: [', 'yaml')).toBeUndefined();
    expect(switchedOff('rules: all\n', 'yaml')).toBeUndefined();
    expect(switchedOff('- a\n', 'yaml')).toBeUndefined();
  });
});
