import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { isOfType } from '../../../server/src/review/settings.ts';
import { allRules } from '../../../server/src/rules/all-rules.ts';

const rulesFolder = new URL('../../../server/src/rules/', import.meta.url);

test('codes are unique', () => {
  const codes = allRules.map((rule) => rule.code);
  expect(codes.filter((code, i) => codes.indexOf(code) !== i)).toEqual([]);
});

describe.each(allRules.map((rule) => [rule.code, rule] as const))('%s', (code, rule) => {
  test('its code is its path', () => {
    expect(existsSync(fileURLToPath(new URL(`${code}.ts`, rulesFolder)))).toBe(true);
  });

  test('its texts are whole sentences and its title is a phrase', () => {
    for (const text of [rule.what, rule.why, rule.how]) expect(text).toMatch(/^[“`A-Z0-9].*[.?!]$/s);
    expect(rule.title).toMatch(/^[A-Z0-9“`].*[^.]$/);
  });

  test('it names a near miss', () => {
    expect(rule.examples.nearMisses.length).toBeGreaterThan(0);
  });

  test('the defaults of its options are of their type', () => {
    for (const option of Object.values(rule.options ?? {})) expect(isOfType(option.default, option)).toBe(true);
  });
});
