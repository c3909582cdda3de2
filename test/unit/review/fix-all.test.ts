import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fixAll } from '../../../server/src/review/fix-all.ts';
import { document } from '../../../server/src/rules/example.ts';
import { defineRule, type Rule } from '../../../server/src/rules/rule.ts';
import type { Edit } from '../../../server/src/text/edit.ts';
import { readPostmortem } from '../rules/run-example.ts';

/** A rule that replaces each occurrence of a word. */
function replacing(code: string, from: string, to: string, safe = true): Rule {
  return defineRule({
    code,
    title: 'A word',
    severity: 'warning',
    what: 'A word.',
    why: 'A word.',
    how: 'A word.',
    fix: safe ? 'safe' : 'unsafe',
    examples: { bad: document(''), good: document(''), nearMisses: [] },
    *find({ postmortem }) {
      const { text } = postmortem.source;
      for (let at = text.indexOf(from); at >= 0; at = text.indexOf(from, at + from.length)) {
        const edit: Edit = { span: { start: at, end: at + from.length }, text: to };
        yield { span: edit.span, message: from, fixes: [{ title: `${from} to ${to}`, safe, edits: [edit] }] };
      }
    },
  });
}

function fixed(text: string, rules: readonly Rule[]): string {
  const options = { settings: [], now: undefined, workspace: { fileExists: () => undefined }, rules };
  return fixAll(text, readPostmortem, options).text;
}

describe('fixAll', () => {
  test('applies safe repairs and leaves the others', () => {
    expect(fixed('one two\n', [replacing('a/a', 'one', '1'), replacing('a/b', 'two', '2', false)])).toBe('1 two\n');
  });

  test('goes on while a repair makes room for the next one', () => {
    expect(fixed('a\n', [replacing('a/a', 'a', 'b'), replacing('a/b', 'b', 'c'), replacing('a/c', 'c', 'd')])).toBe(
      'd\n',
    );
  });

  test('of repairs that overlap the first one is applied and the next one on its result', () => {
    expect(fixed('abc\n', [replacing('a/a', 'ab', 'x'), replacing('a/b', 'bc', 'y')])).toBe('xc\n');
  });

  test('repairs that undo each other change nothing', () => {
    expect(fixed('a\n', [replacing('a/a', 'a', 'b'), replacing('a/b', 'b', 'a')])).toBe('a\n');
  });

  test('keeps line breaks and the byte order mark', () => {
    expect(fixed('\uFEFFa\r\nb\r\n', [replacing('a/a', 'b', '1\n2')])).toBe('\uFEFFa\r\n1\r\n2\r\n');
  });

  test('doing it twice changes nothing more', () => {
    const found = fc.stringMatching(/^[abc]{1,2}$/);
    const repaired = fc.stringMatching(/^[xyz\n]{0,3}$/);
    const given = fc.array(fc.tuple(found, repaired), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.stringMatching(/^\uFEFF?[abc \r\n]{0,20}$/), given, (text, pairs) => {
        const rules = pairs.map(([from, to], i) => replacing(`a/${i}`, from, to));
        const once = fixed(text, rules);
        expect(fixed(once, rules)).toBe(once);
        for (const [from] of pairs) expect(once).not.toContain(from);
      }),
      { numRuns: 150 },
    );
  });
});
