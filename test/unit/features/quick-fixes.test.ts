import { expect, it } from 'vitest';
import { findingsAt, quickFixes } from '../../../server/src/features/quick-fixes.ts';
import type { Finding } from '../../../server/src/review/finding.ts';
import type { Fix, Severity } from '../../../server/src/rules/finding.ts';

const fix = (title: string, safe = true): Fix => ({ title, safe, edits: [{ span: { start: 0, end: 0 }, text: 'x' }] });

function finding(code: string, severity: Severity, end: number, ...fixes: readonly Fix[]): Finding {
  return { code, severity, span: { start: 2, end }, message: code, related: [], fixes, tag: undefined };
}

it('prefers one fix at most: the safe and only answer to what matters most', () => {
  const fixes = quickFixes([
    finding('a', 'info', 3, fix('one')),
    finding('b', 'warning', 9, fix('two')),
    finding('c', 'warning', 5, fix('three')),
    finding('d', 'error', 5, fix('four', false)),
    finding('e', 'error', 5, fix('five'), fix('six')),
  ]);
  expect(fixes.map(({ fix: { title }, preferred }) => `${title}${preferred ? '!' : ''}`)).toEqual([
    'one',
    'two',
    'three!',
    'four',
    'five',
    'six',
  ]);
});

it('prefers none where each needs a look', () => {
  expect(quickFixes([finding('a', 'error', 4, fix('one', false))])).toMatchObject([{ preferred: false }]);
});

it('takes the findings that the selection touches', () => {
  const found = [finding('a', 'error', 4), finding('b', 'error', 8)];
  expect(findingsAt(found, { start: 4, end: 4 })).toHaveLength(2);
  expect(findingsAt(found, { start: 5, end: 9 })).toHaveLength(1);
  expect(findingsAt(found, { start: 9, end: 9 })).toHaveLength(0);
});
