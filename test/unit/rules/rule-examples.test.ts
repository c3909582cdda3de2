import { describe, expect, test } from 'vitest';
import { review } from '../../../server/src/review/review.ts';
import { allRules } from '../../../server/src/rules/all-rules.ts';
import type { Example } from '../../../server/src/rules/example.ts';
import type { Rule } from '../../../server/src/rules/rule.ts';
import { applyEdits } from '../../../server/src/text/edit.ts';
import { isLoud, readPostmortem, reviewExample, reviewOptions, toLine, withStatus } from './run-example.ts';

function linesOf(example: Example, rule: Rule, code: string | undefined): readonly string[] {
  const { findings } = reviewExample(example, rule);
  const postmortem = readPostmortem(withStatus(example.text, example.setting.status));
  return findings.filter((finding) => code === undefined || finding.code === code).map((it) => toLine(it, postmortem));
}

function expectOnlyItsFinding(example: Example, rule: Rule): void {
  const { findings, failures } = reviewExample(example, rule);
  expect(failures).toEqual([]);
  expect(linesOf(example, rule, rule.code), example.text).toHaveLength(1);
  const welcome = [rule.code, ...(rule.examples.badAlsoFinds ?? [])];
  const others = findings.filter((finding) => isLoud(finding) && !welcome.includes(finding.code));
  expect(
    others.map((finding) => `${finding.code}: ${finding.message}`),
    example.text,
  ).toEqual([]);
}

function expectSilence(example: Example, rule: Rule): void {
  expect(reviewExample(example, rule).failures).toEqual([]);
  expect(linesOf(example, rule, rule.code), example.text).toEqual([]);
}

/** How often each code is found; a repair may not raise any of them. */
function counts(codes: readonly string[]): ReadonlyMap<string, number> {
  const result = new Map<string, number>();
  for (const code of codes) result.set(code, (result.get(code) ?? 0) + 1);
  return result;
}

function expectRepair(example: Example, rule: Rule): void {
  const before = reviewExample(example, rule).findings;
  const fixes = before.find((finding) => finding.code === rule.code)?.fixes ?? [];
  expect(fixes.length, 'the finding of the bad example has a fix').toBeGreaterThan(0);
  const text = withStatus(example.text, example.setting.status);
  for (const fix of fixes) {
    const repaired = applyEdits(text, fix.edits);
    const after = review(readPostmortem(repaired), reviewOptions(example, rule)).findings;
    const left = counts(after.map((finding) => finding.code));
    const had = counts(before.map((finding) => finding.code));
    expect(left.get(rule.code) ?? 0, `“${fix.title}” leaves the finding in\n${repaired}`).toBe(0);
    const added = after.filter((finding) => (left.get(finding.code) ?? 0) > (had.get(finding.code) ?? 0));
    expect(
      added.map((finding) => `${finding.code}: ${finding.message}`),
      `“${fix.title}” adds to\n${repaired}`,
    ).toEqual([]);
  }
}

for (const rule of allRules) {
  describe(rule.code, () => {
    const { bad, good, nearMisses, alsoBad = [] } = rule.examples;
    for (const [i, example] of [bad, ...alsoBad].entries()) {
      test(`finds bad example ${i + 1} and nothing else`, () => expectOnlyItsFinding(example, rule));
    }
    test('is silent on the good example', () => expectSilence(good, rule));
    for (const [i, example] of nearMisses.entries()) {
      test(`is silent on near miss ${i + 1}`, () => expectSilence(example, rule));
    }
    if (rule.fix) {
      for (const [i, example] of [bad, ...alsoBad].entries()) {
        test(`repairs bad example ${i + 1} and adds no finding`, () => expectRepair(example, rule));
      }
    }
  });
}
