import { describe, expect, test } from 'vitest';
import { optionsOf, settingOf } from '../../../server/src/review/settings.ts';
import { findingSeverity, isAtLeast, ownSeverity } from '../../../server/src/review/severity.ts';
import { document } from '../../../server/src/rules/example.ts';
import { defineRule } from '../../../server/src/rules/rule.ts';

const rule = defineRule({
  code: 'sample/rule',
  title: 'A sample',
  severity: 'info',
  severityWhen: { final: 'warning', public: 'error' },
  what: 'Nothing.',
  why: 'Nothing.',
  how: 'Nothing.',
  options: {
    most: { type: 'integer', default: 3, minimum: 1, description: 'How many.' },
    words: { type: 'string-list', default: ['a'], description: 'Which.' },
  },
  examples: { bad: document(''), good: document(''), nearMisses: [] },
  *find() {},
});

describe('settingOf', () => {
  test('a code overrules its area in the same place', () => {
    const places = [
      { rules: { sample: { severity: 'error' as const }, 'sample/rule': { severity: 'hint' as const } } },
    ];
    expect(settingOf('sample/rule', places)).toEqual({ severity: 'hint' });
    expect(settingOf('sample/other', places)).toEqual({ severity: 'error' });
    expect(settingOf('other/rule', places)).toEqual({});
  });

  test('a later place overrules an earlier one, also by area alone', () => {
    const places = [
      { rules: { 'sample/rule': { severity: 'error' as const } } },
      { rules: { sample: { severity: 'off' as const } } },
    ];
    expect(settingOf('sample/rule', places)).toEqual({ severity: 'off' });
  });

  test('options of several places add up', () => {
    const places = [
      { rules: { 'sample/rule': { options: { most: 5 } } } },
      { rules: { 'sample/rule': { options: { words: ['b'] } } } },
    ];
    expect(settingOf('sample/rule', places)).toEqual({ options: { most: 5, words: ['b'] } });
  });
});

test('an option that is not set or does not fit has its default', () => {
  expect(optionsOf(rule, { options: { most: 0, words: ['b'] } })).toEqual({ most: 3, words: ['b'] });
});

test('the severity of a rule follows the status, and public before it', () => {
  expect(ownSeverity(rule, 'unknown', false)).toBe('info');
  expect(ownSeverity(rule, 'draft', false)).toBe('info');
  expect(ownSeverity(rule, 'final', false)).toBe('warning');
  expect(ownSeverity(rule, 'final', true)).toBe('error');
});

test.each([
  ['warning', undefined, undefined, 'warning'],
  ['warning', undefined, 'info', 'info'],
  ['warning', undefined, 'error', 'error'],
  ['warning', 'error', undefined, 'error'],
  ['warning', 'error', 'info', 'info'],
  ['warning', 'hint', 'info', 'hint'],
  ['warning', 'hint', 'error', 'hint'],
  ['warning', 'off', 'info', 'off'],
] as const)('own %s, set %s, of the finding %s: %s', (own, asSet, ofFinding, expected) => {
  expect(findingSeverity(own, asSet, ofFinding)).toBe(expected);
});

test('nothing is as loud as off', () => {
  expect(isAtLeast('error', 'off')).toBe(false);
  expect(isAtLeast('error', 'warning')).toBe(true);
  expect(isAtLeast('hint', 'info')).toBe(false);
});
