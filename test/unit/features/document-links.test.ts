import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentLinks } from '../../../server/src/features/document-links.ts';
import { findMatches, readLinearPattern } from '../../../server/src/features/linear-pattern.ts';
import { readReadingSettings } from '../../../server/src/features/reading-settings.ts';
import { read } from './marked-text.ts';

function links(
  body: string,
  ...tickets: readonly { readonly pattern: string; readonly url: string }[]
): readonly string[] {
  const postmortem = read(`# Outage\n\n${body}`);
  const { tickets: known, problems } = readReadingSettings({ tickets });
  expect(problems).toEqual([]);
  return documentLinks(postmortem, known).map(({ span, target }) => `${postmortem.source.slice(span)} → ${target}`);
}

const ops = { pattern: '\\bOPS-(\\d+)\\b', url: 'https://tickets.example.com/browse/$0' };

describe('a ticket', () => {
  it('is linked in prose, lists, tables and headings', () => {
    const body = '## Follow-up of OPS-1\n\nSee OPS-22.\n\n- [ ] Do it (OPS-3)\n\n| Ticket |\n| --- |\n| OPS-4 |\n';
    expect(links(body, ops).map((link) => link.split(' ')[0])).toEqual(['OPS-1', 'OPS-22', 'OPS-3', 'OPS-4']);
  });

  it('puts groups into the address, escaped', () => {
    const issue = { pattern: '([\\w-]+/[\\w.-]+)#(\\d+)', url: 'https://code.example.com/$1/issues/$2' };
    expect(links('See shop/cart.js#12.\n', issue)).toEqual([
      'shop/cart.js#12 → https://code.example.com/shop/cart.js/issues/12',
    ]);
    const free = { pattern: 'T\\[[^\\]]+\\]', url: 'https://example.com/?q=$0' };
    expect(links('See T[a b&c].\n', free)).toEqual(['T[a b&c] → https://example.com/?q=T%5Ba%20b%26c%5D']);
  });

  it('is left alone in links, addresses, code and comments', () => {
    const body =
      '[OPS-1](https://example.com) https://example.com/OPS-2 <!-- OPS-3 -->\n\n```\nOPS-4\n```\n\n<!-- OPS-5 -->\n\nOPS-6\n';
    expect(links(body, ops).map((link) => link.split(' ')[0])).toEqual(['OPS-6']);
  });

  it('belongs to the first pattern that fits', () => {
    const any = { pattern: '[A-Z]+-\\d+', url: 'https://other.example.com/$0' };
    expect(links('OPS-1 and WEB-2\n', ops, any)).toEqual([
      'OPS-1 → https://tickets.example.com/browse/OPS-1',
      'WEB-2 → https://other.example.com/WEB-2',
    ]);
  });
});

describe('a setting that cannot be used', () => {
  it.each([
    [
      { pattern: '(', url: 'https://example.com' },
      /“tickets.0” is not used: the pattern “\(” cannot be used: a group is not closed\./,
    ],
    [{ pattern: '(?=a)b', url: 'https://example.com' }, /look-ahead and look-behind are not supported/],
    [{ pattern: '(a)\\1', url: 'https://example.com' }, /back references are not supported/],
    [{ pattern: 'a*', url: 'https://example.com' }, /matches the empty text/],
    [{ pattern: '(?:a{1000}){1000}', url: 'https://example.com' }, /too large/],
    [{ pattern: '(?:(?:(?:){9999}){9999}){9999}', url: 'https://example.com' }, /matches the empty text/],
    [{ pattern: '[z-a]', url: 'https://example.com' }, /not in order/],
    [{ pattern: '*', url: 'https://example.com' }, /nothing to repeat/],
    [{ pattern: 'a', url: 'javascript:alert(1)' }, /does not begin with http/],
    [{ pattern: 'a', url: 'https://example.com/$1' }, /no such group/],
    [{ pattern: 'a' }, /needs a “pattern” and a “url”/],
    ['OPS', /must be a table/],
  ])('is told in a sentence and costs nothing else: %j', (ticket, problem) => {
    const { tickets, problems } = readReadingSettings({ tickets: [ticket, ops] });
    expect(problems.join('\n')).toMatch(problem);
    expect(tickets).toHaveLength(1);
  });
});

describe('a pattern', () => {
  it.each([
    ['(?:a+)+$', `${'a'.repeat(50_000)}!`],
    ['(?:a|a)*b', 'a'.repeat(50_000)],
    ['(?:.*)*x', 'y'.repeat(20_000)],
  ])('that others never come back from finds nothing in good time: %s', (source, text) => {
    const pattern = readLinearPattern(source);
    if (typeof pattern === 'string') throw new Error(pattern);
    expect(findMatches(pattern, text)).toEqual([]);
  });

  const atom = fc.constantFrom(
    'a',
    'b',
    '-',
    '\\d',
    '\\w',
    '\\s',
    '.',
    '[ab]',
    '[^a]',
    '[a-c1-3_]',
    '(?:ab)',
    '(a|b)',
    '(b)',
    '\\b',
    '\\W',
    '\\.',
  );
  const part = fc
    .tuple(atom, fc.constantFrom('', '', '', '+', '*', '?', '{2}', '{1,3}', '+?', '*?', '{2,}'))
    .map(([what, times]) => (what === '\\b' ? what : what + times));
  const source = fc
    .array(fc.oneof({ weight: 6, arbitrary: part }, { weight: 1, arbitrary: fc.constant('|') }), {
      minLength: 1,
      maxLength: 6,
    })
    .map((parts) => parts.join(''));
  const subject = fc
    .array(fc.constantFrom('a', 'b', 'c', '1', '-', '.', ' ', '_', 'é'), { maxLength: 30 })
    .map((parts) => parts.join(''));

  it('finds what the expressions of JavaScript find', () => {
    fc.assert(
      fc.property(source, subject, (expression, text) => {
        const pattern = readLinearPattern(expression);
        const expected = new RegExp(expression, 'g');
        if (typeof pattern === 'string') {
          expect(new RegExp(`^(?:${expression})$`).test(''), pattern).toBe(true);
          return;
        }
        const found = findMatches(pattern, text).map(({ start, groups }) => [start, ...groups]);
        const wanted = [...text.matchAll(expected)]
          .filter(([whole]) => whole !== '')
          .map((match) => [match.index, ...match]);
        expect(found).toEqual(wanted);
      }),
      { numRuns: 2000 },
    );
  });
});
