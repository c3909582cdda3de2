import { describe, expect, test } from 'vitest';
import { type ReviewOptions, review } from '../../../server/src/review/review.ts';
import type { Settings } from '../../../server/src/review/settings.ts';
import { document } from '../../../server/src/rules/example.ts';
import type { RuleFinding } from '../../../server/src/rules/finding.ts';
import { defineRule, type Rule, type RuleContext } from '../../../server/src/rules/rule.ts';
import { readPostmortem } from '../rules/run-example.ts';

/** A rule that finds each `x-mark` of the text. */
function marking(
  code: string,
  word: string,
  more: Partial<RuleFinding> = {},
  severity: Rule['severity'] = 'warning',
): Rule {
  return defineRule({
    code,
    title: 'A mark',
    severity,
    what: 'A mark.',
    why: 'A mark.',
    how: 'A mark.',
    examples: { bad: document(''), good: document(''), nearMisses: [] },
    *find({ postmortem }: RuleContext) {
      const { text } = postmortem.source;
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        yield { span: { start: at, end: at + word.length }, message: `${word} found`, ...more };
      }
    },
  });
}

const failing: Rule = {
  ...marking('sample/fails', ''),
  // biome-ignore lint/correctness/useYield: it fails before it finds anything
  *find() {
    throw new Error('out of luck');
  },
};

const rules = [
  marking('sample/red', 'red-mark'),
  marking('sample/blue', 'blue-mark'),
  marking('other/green', 'green-mark'),
];

function reviewed(text: string, settings: readonly Settings[] = [], given: readonly Rule[] = rules): readonly string[] {
  const postmortem = readPostmortem(text);
  const { findings } = review(postmortem, optionsWith(given, settings));
  return findings.map(
    (finding) => `${postmortem.source.lineAt(finding.span.start) + 1} ${finding.severity} ${finding.code}`,
  );
}

function optionsWith(given: readonly Rule[], settings: readonly Settings[] = []): ReviewOptions {
  return { settings, now: undefined, workspace: { fileExists: () => undefined }, rules: given };
}

describe('review', () => {
  test('findings stand in document order', () => {
    expect(reviewed('green-mark\nblue-mark red-mark\nred-mark\n')).toEqual([
      '1 warning other/green',
      '2 warning sample/blue',
      '2 warning sample/red',
      '3 warning sample/red',
    ]);
  });

  test('a file that is no postmortem has no findings', () => {
    const postmortem = readPostmortem('red-mark\n');
    const other = {
      ...postmortem,
      verdict: { postmortem: false, reason: 'setting', span: undefined, detail: '' },
    } as const;
    expect(review(other, optionsWith(rules)).findings).toEqual([]);
  });

  test('severities come from the settings', () => {
    const settings: Settings[] = [{ rules: { sample: { severity: 'error' }, 'other/green': { severity: 'off' } } }];
    expect(reviewed('red-mark green-mark\n', settings)).toEqual(['1 error sample/red']);
  });

  test('front matter has the last word', () => {
    const text =
      '---\npostmortem:\n  rules:\n    structure/missing-section: error\n    structure: off\n---\n# Outage\n';
    const postmortem = readPostmortem(text);
    const { findings } = review(postmortem, {
      ...optionsWith([]),
      settings: [{ rules: { structure: { severity: 'hint' } } }],
    });
    expect(findings).toEqual([]);
    const missing = marking('structure/missing-section', 'Outage');
    expect(reviewed(text, [{ rules: { structure: { severity: 'hint' } } }], [missing])).toEqual([
      '7 error structure/missing-section',
    ]);
  });

  test('a rule that fails costs only its own findings and is told once', () => {
    const postmortem = readPostmortem('red-mark\n');
    const { findings, failures } = review(postmortem, optionsWith([failing, ...rules]));
    expect(failures).toEqual([{ code: 'sample/fails', error: 'out of luck' }]);
    expect(findings.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      'hint review/rule-failed',
      'warning sample/red',
    ]);
  });

  test('a span outside the document counts as a failure of the rule', () => {
    const wild = marking('sample/wild', 'red-mark', { span: { start: 3, end: 9000 } });
    const { failures } = review(readPostmortem('red-mark\n'), optionsWith([wild]));
    expect(failures.map(({ code }) => code)).toEqual(['sample/wild']);
  });

  test('what a repair inserts has the line breaks of the document and stays behind its byte order mark', () => {
    const fix = { title: 'Add', safe: true, edits: [{ span: { start: 0, end: 0 }, text: 'a\nb\n' }] };
    const postmortem = readPostmortem('\uFEFFred-mark\r\nmore\r\n');
    const { findings } = review(postmortem, optionsWith([marking('sample/red', 'red-mark', { fixes: [fix] })]));
    expect(findings[0]?.fixes[0]?.edits).toEqual([{ span: { start: 1, end: 1 }, text: 'a\r\nb\r\n' }]);
  });
});

describe('suppressions', () => {
  test('hide the findings of a line', () => {
    expect(reviewed('red-mark <!-- postmortem-disable-line sample/red -->\nred-mark\n')).toEqual([
      '2 warning sample/red',
    ]);
  });

  test('hide the findings of the next line with text', () => {
    const text = '<!-- postmortem-disable-next-line sample/red -->\n\nred-mark\n\nred-mark\n';
    expect(reviewed(text)).toEqual(['5 warning sample/red']);
  });

  test('hide the findings of a block', () => {
    const text = [
      'red-mark',
      '',
      '<!-- postmortem-disable sample/red -->',
      '',
      'red-mark blue-mark',
      '',
      '<!-- postmortem-enable sample/red -->',
      '',
      'red-mark',
    ].join('\n');
    expect(reviewed(text)).toEqual(['1 warning sample/red', '5 warning sample/blue', '9 warning sample/red']);
  });

  test('hide the findings of the file, wherever they stand', () => {
    expect(reviewed('red-mark\n\n<!-- postmortem-disable-file sample -->\n\nblue-mark green-mark\n')).toEqual([
      '5 warning other/green',
    ]);
  });

  test('without a code hide everything', () => {
    expect(reviewed('<!-- postmortem-disable -->\n\nred-mark blue-mark green-mark\n')).toEqual([]);
  });

  test('take a reason', () => {
    expect(
      reviewed('red-mark blue-mark <!-- postmortem-disable-line sample/red, sample/blue -- seen by Kim -->\n'),
    ).toEqual([]);
  });

  test('are read from MDX comments', () => {
    expect(reviewed('red-mark {/* postmortem-disable-line sample/red */}\n')).toEqual([]);
  });

  test('do not count inside code', () => {
    expect(reviewed('```html\n<!-- postmortem-disable-file -->\n```\n\nred-mark\n')).toEqual(['5 warning sample/red']);
  });

  test('that hide nothing are a hint, for each code', () => {
    expect(reviewed('red-mark <!-- postmortem-disable-line sample/red sample/blue -->\n')).toEqual([
      '1 hint review/unused-suppression',
    ]);
  });

  test('of a rule that is off are not called unused', () => {
    const settings: Settings[] = [{ rules: { 'sample/red': { severity: 'off' } } }];
    expect(reviewed('red-mark <!-- postmortem-disable-line sample/red -->\n', settings)).toEqual([]);
  });

  test('of a rule that failed are not called unused', () => {
    expect(reviewed('x <!-- postmortem-disable-line sample/fails -->\n', [], [failing])).toEqual([
      '1 hint review/rule-failed',
    ]);
  });

  test.each([
    ['text\n<!-- postmortem-disable-line sample/red -->\nmore\n', 'text\nmore\n'],
    ['text <!-- postmortem-disable-line sample/red -->\n', 'text \n'],
    [
      'red-mark <!-- postmortem-disable-line sample/red, sample/blue -- why -->\n',
      'red-mark <!-- postmortem-disable-line sample/red -- why -->\n',
    ],
  ])('that hide nothing can be removed from %j', (text, expected) => {
    const { findings } = review(readPostmortem(text), optionsWith(rules));
    const [edit] = findings.find(({ code }) => code === 'review/unused-suppression')?.fixes[0]?.edits ?? [];
    expect(edit && text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end)).toBe(expected);
  });
});
