import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../server/src/review/finding.ts';
import { fixAll } from '../../../server/src/review/fix-all.ts';
import { ruleFailed } from '../../../server/src/review/own-findings.ts';
import { type ReviewOptions, review } from '../../../server/src/review/review.ts';
import { allRules } from '../../../server/src/rules/all-rules.ts';
import { document } from '../../../server/src/rules/example.ts';
import type { Fix } from '../../../server/src/rules/finding.ts';
import { defineRule } from '../../../server/src/rules/rule.ts';
import { applyEdits } from '../../../server/src/text/edit.ts';
import { isLoud, readPostmortem, reviewOptions, withStatus } from './run-example.ts';

/** A document with everything that its review needs. */
interface Sample {
  readonly name: string;
  readonly text: string;
  readonly options: ReviewOptions;
}

const now = { epochSeconds: Date.UTC(2026, 0, 1) / 1000 };
const plainOptions: ReviewOptions = { settings: [], now, workspace: { fileExists: () => undefined } };

function filesIn(folder: string): readonly Sample[] {
  const path = join(import.meta.dirname, '../..', folder);
  return readdirSync(path)
    .filter((name) => !name.endsWith('.snap'))
    .map((name) => ({
      name: `${folder}/${name}`,
      text: readFileSync(join(path, name), 'utf8'),
      options: plainOptions,
    }));
}

/** Examples that differ in nothing stand for each other. */
function examplesOfRules(): readonly Sample[] {
  const samples = new Map<string, Sample>();
  for (const rule of allRules) {
    const { bad, good, nearMisses, alsoBad = [] } = rule.examples;
    [bad, ...alsoBad, good, ...nearMisses].forEach((example, i) => {
      const text = withStatus(example.text, example.setting.status);
      const options = reviewOptions(example, rule);
      const key = JSON.stringify([text, options.settings, options.now, example.setting.files]);
      if (!samples.has(key)) samples.set(key, { name: `${rule.code} ${i + 1}`, text, options });
    });
  }
  return [...samples.values()];
}

const samples = [...filesIn('samples'), ...filesIn('fixtures/reading'), ...examplesOfRules()].map((sample) => ({
  ...sample,
  text: sample.text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'),
}));

function findingsIn(text: string, options: ReviewOptions): readonly Finding[] {
  const { findings, failures } = review(readPostmortem(text), options);
  expect(failures).toEqual([]);
  return findings;
}

interface Repair {
  readonly sample: Sample;
  readonly code: string;
  readonly fix: Fix;
  readonly before: readonly Finding[];
}

function repairsOf(sample: Sample): readonly Repair[] {
  const before = findingsIn(sample.text, sample.options);
  return before.flatMap(({ code, fixes }) => fixes.map((fix) => ({ sample, code, fix, before })));
}

const repairs = samples.flatMap(repairsOf);

/** `heading-typo of samples/notes.md: Rename it` */
function told({ sample, code, fix }: Repair): string {
  return `${code} in ${sample.name}: ${fix.title}`;
}

function loudCodes(findings: readonly Finding[]): readonly string[] {
  return findings.filter(isLoud).map(({ code }) => code);
}

/** What `after` has more often than `before`. */
function added(before: readonly string[], after: readonly string[]): readonly string[] {
  const count = (codes: readonly string[], code: string): number => codes.filter((other) => other === code).length;
  return [...new Set(after)].filter((code) => count(after, code) > count(before, code));
}

/**
 * What becomes readable can disagree with the rest, and so can one of several values that an author may choose.
 * Only repairs that need a look do that; none of them is applied unasked.
 */
const bringsToLight: Readonly<Record<string, readonly string[]>> = {
  'structure/hidden-by-fence': ['structure/missing-section'],
  'timeline/impossible-time': ['timeline/out-of-order'],
  'timeline/zone-season': ['timeline/zone-conversion'],
  'timeline/ambiguous-zone': ['timeline/zone-conversion'],
  'timeline/missing-phase': ['timeline/outside-window'],
  'duration/window-mismatch': ['duration/mismatch'],
};

const withReturns = (text: string): string => text.replaceAll('\n', '\r\n');

describe('every repair', () => {
  test('there are some of each rule that promises them', () => {
    const promised = allRules.filter((rule) => rule.fix !== undefined).map(({ code }) => code);
    const seen = new Set(repairs.map(({ code }) => code));
    expect(promised.filter((code) => !seen.has(code))).toEqual([]);
  });

  test('is as safe as its rule promises', () => {
    const promise = new Map(allRules.map((rule) => [rule.code, rule.fix]));
    const broken = repairs.filter(
      ({ code, fix }) => promise.get(code) === undefined || (fix.safe && promise.get(code) === 'unsafe'),
    );
    expect(broken.map(told)).toEqual([]);
  });

  test('changes something, in edits that stand inside the document and never overlap', () => {
    for (const repair of repairs) {
      const { text } = repair.sample;
      const edits = [...repair.fix.edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
      let from = 0;
      for (const { span } of edits) {
        expect(span.start, told(repair)).toBeGreaterThanOrEqual(from);
        expect(span.end, told(repair)).toBeGreaterThanOrEqual(span.start);
        from = span.end;
      }
      expect(from, told(repair)).toBeLessThanOrEqual(text.length);
      expect(applyEdits(text, edits), told(repair)).not.toBe(text);
    }
  });

  test('adds no warning and no error but those that it brings to light', () => {
    const worse = repairs.flatMap((repair) => {
      const after = findingsIn(applyEdits(repair.sample.text, repair.fix.edits), repair.sample.options);
      const light = repair.fix.safe ? [] : (bringsToLight[repair.code] ?? []);
      const more = added(loudCodes(repair.before), loudCodes(after)).filter((code) => !light.includes(code));
      return more.length > 0 ? [`${told(repair)} adds ${more.join(', ')}`] : [];
    });
    expect(worse).toEqual([]);
  });

  test('does the same with other line breaks and behind a byte order mark', () => {
    const different = samples.flatMap((sample) => {
      const own = repairs.filter((repair) => repair.sample === sample);
      if (own.length === 0) return [];
      const expected = own.map(({ fix }) => applyEdits(sample.text, fix.edits));
      return [
        { how: 'CRLF', change: withReturns },
        { how: 'a byte order mark', change: (text: string) => `\uFEFF${text}` },
      ].flatMap(({ how, change }) => {
        const text = change(sample.text);
        const fixes = findingsIn(text, sample.options).flatMap((finding) => finding.fixes);
        const results = fixes.map(({ edits }) => applyEdits(text, edits));
        return own.flatMap((repair, i) =>
          results[i] === change(expected[i] ?? '') ? [] : [`${told(repair)} with ${how}`],
        );
      });
    });
    expect(different).toEqual([]);
  });
});

describe('repairing all', () => {
  const repairable = samples.filter((sample) => repairs.some((repair) => repair.sample === sample && repair.fix.safe));

  test('leaves nothing to do for a second run, and adds no warning and no error', () => {
    for (const { name, text, options } of repairable) {
      const once = fixAll(text, readPostmortem, options).text;
      expect(fixAll(once, readPostmortem, options).text, name).toBe(once);
      expect(added(loudCodes(findingsIn(text, options)), loudCodes(findingsIn(once, options))), name).toEqual([]);
    }
  });
});

test('a rule that throws costs only itself', () => {
  const failing = defineRule({
    code: 'sample/fails',
    title: 'Fails',
    severity: 'warning',
    what: 'Fails.',
    why: 'Fails.',
    how: 'Fails.',
    examples: { bad: document(''), good: document(''), nearMisses: [] },
    find() {
      throw new Error('out of luck');
    },
  });
  const half = Math.floor(allRules.length / 2);
  const rules = [...allRules.slice(0, half), failing, ...allRules.slice(half)];
  for (const { text, options } of filesIn('fixtures/reading')) {
    const postmortem = readPostmortem(text);
    const { findings, failures } = review(postmortem, { ...options, rules });
    expect(failures).toEqual([{ code: 'sample/fails', error: 'out of luck' }]);
    expect(findings.filter(({ code }) => code !== ruleFailed.code)).toEqual(review(postmortem, options).findings);
  }
});
