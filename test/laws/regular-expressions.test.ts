import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dividesInManyWays, type Expression, literalsBelow, literalsIn } from './regular-expressions.ts';

const source = join(import.meta.dirname, '../../server/src');

describe('the reader of regular expressions', () => {
  test('finds literals among divisions, strings, comments and templates', () => {
    const code = `a = b / c / d; // no /x/
return /x[/]+/u.test("/no/") ? \`\${/y\\/z/g} / \${{ q: q / 2 }}/\` : [/w/];`;
    expect(literalsIn(code).map(({ pattern, flags }) => `${pattern} ${flags}`)).toEqual(['x[/]+ u', 'y\\/z g', 'w ']);
  });

  test.each([
    '(a+)+',
    '(?:(?:a|b+)c)+',
    '(?:a{2,})*',
    '(?:a+-a+)*',
    '(?:-a+a?)*',
    '(?:[^)]*,)+',
    '(?:a|b+)*c',
    '(?:a|-b+)*c',
    '(?:[^>]|"[^"]*")*',
    '(?<n>a*)+',
  ])('sees the many ways of %s', (pattern) => {
    expect(dividesInManyWays({ pattern, flags: '' })).toBe(true);
  });

  test.each([
    '(?:ab)+c*',
    '[(a+)]+',
    '(?:a{1,3}\\s)+',
    '(?:a+|b){0,4}',
    '\\(a+\\)+',
    '(?=a+)b+',
    '(?:\\s*x)*',
    '(?:-[a-z]+)*',
    '(?:[\\w-]+\\.)*',
    '(?:[A-Z][a-z]*)+',
    '(?:[^>"]|"[^"]*")*',
  ])('sees the one way of %s', (pattern) => {
    expect(dividesInManyWays({ pattern, flags: '' })).toBe(false);
  });

  test('knows that case makes a difference', () => {
    expect(dividesInManyWays({ pattern: '(?:[A-Z][a-z]*)+', flags: 'i' })).toBe(true);
  });
});

describe('regular expressions', () => {
  const built = new Map<string, Expression>();
  const original = globalThis.RegExp;

  beforeAll(() => {
    globalThis.RegExp = new Proxy(original, {
      construct(target, args: [string | RegExp, string?]) {
        const pattern = typeof args[0] === 'string' ? args[0] : args[0].source;
        built.set(pattern, { pattern, flags: args[1] ?? '' });
        return Reflect.construct(target, args);
      },
    });
  });

  afterAll(() => {
    globalThis.RegExp = original;
  });

  test('written as literals divide no text in many ways', () => {
    const literals = literalsBelow(source);
    expect(literals.length).toBeGreaterThan(300);
    expect(literals.filter(dividesInManyWays)).toEqual([]);
  });

  test('built from vocabularies divide no text in many ways', async () => {
    const { allRules } = await import('../../server/src/rules/all-rules.ts');
    const { createPostmortemReader } = await import('../../server/src/postmortem/postmortem-reader.ts');
    const { review } = await import('../../server/src/review/review.ts');
    const reader = createPostmortemReader();
    for (const { examples } of allRules) {
      const postmortem = reader.read(examples.bad.text, { path: 'a.md', isPostmortem: true, zone: undefined });
      review(postmortem, { settings: [], now: { epochSeconds: 0 }, workspace: { fileExists: () => undefined } });
    }
    expect(built.size).toBeGreaterThan(20);
    expect([...built.values()].filter(dividesInManyWays)).toEqual([]);
  });
});
