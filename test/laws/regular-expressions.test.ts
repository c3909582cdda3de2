import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { literalsBelow, literalsIn, nestsRepeats } from './regular-expressions.ts';

const source = join(import.meta.dirname, '../../server/src');

describe('the reader of regular expressions', () => {
  test('finds literals among divisions, strings and templates', () => {
    const code = 'const a = b / c / d;\nreturn /x[/]+/u.test("/no/") ? `${/y\\/z/g} / ${q / 2}/` : [/w/];';
    expect(literalsIn(code)).toEqual(['x[/]+', 'y\\/z', 'w']);
  });

  test.each(['(a+)+', '(?:\\s*x)*', '(?:(?:a|b+)c)+', '([^)]*,)+', '(?:a{2,})*'])('sees that %s nests', (pattern) => {
    expect(nestsRepeats(pattern)).toBe(true);
  });

  test.each([
    '(?:ab)+c*',
    '[(a+)]+',
    '(?:a{1,3}\\s)+',
    '(?:a+|b){0,4}',
    '\\(a+\\)+',
    '(?=a+)b+',
  ])('sees that %s does not', (pattern) => {
    expect(nestsRepeats(pattern)).toBe(false);
  });
});

describe('regular expressions', () => {
  const built = new Set<string>();
  const original = globalThis.RegExp;

  beforeAll(() => {
    globalThis.RegExp = new Proxy(original, {
      construct(target, args: [string | RegExp, string?]) {
        built.add(typeof args[0] === 'string' ? args[0] : args[0].source);
        return Reflect.construct(target, args);
      },
    });
  });

  afterAll(() => {
    globalThis.RegExp = original;
  });

  test('written as literals repeat nothing that repeats', () => {
    const literals = literalsBelow(source);
    expect(literals.length).toBeGreaterThan(300);
    expect(literals.filter(({ pattern }) => nestsRepeats(pattern))).toEqual([]);
  });

  test('built from vocabularies repeat nothing that repeats', async () => {
    const { allRules } = await import('../../server/src/rules/all-rules.ts');
    const { createPostmortemReader } = await import('../../server/src/postmortem/postmortem-reader.ts');
    const { review } = await import('../../server/src/review/review.ts');
    const reader = createPostmortemReader();
    for (const { examples } of allRules) {
      const postmortem = reader.read(examples.bad.text, { path: 'a.md', isPostmortem: true, zone: undefined });
      review(postmortem, { settings: [], now: { epochSeconds: 0 }, workspace: { fileExists: () => undefined } });
    }
    expect(built.size).toBeGreaterThan(20);
    expect([...built].filter(nestsRepeats)).toEqual([]);
  });
});
