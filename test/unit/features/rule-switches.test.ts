import { describe, expect, it } from 'vitest';
import { type CommentSyntax, hideInFile, hideInLine } from '../../../server/src/features/rule-switches.ts';
import type { Finding } from '../../../server/src/review/finding.ts';
import { review } from '../../../server/src/review/review.ts';
import { allRules } from '../../../server/src/rules/all-rules.ts';
import type { Edit } from '../../../server/src/text/edit.ts';
import { applyEdits } from '../../../server/src/text/edit.ts';
import { readAsPostmortem } from './refactorings/refactor.ts';

const options = { settings: [], now: undefined, workspace: { fileExists: () => undefined } };

function findingsOf(text: string): readonly Finding[] {
  return review(readAsPostmortem(text), options).findings;
}

/** Hides the first finding of a rule; answers the text and what is found then. */
function hide(text: string, code: string, edit: (finding: Finding) => Edit | undefined) {
  const finding = findingsOf(text).find((found) => found.code === code);
  const chosen = finding && edit(finding);
  if (chosen === undefined) return { text: undefined, codes: findingsOf(text).map((found) => found.code) };
  const hidden = applyEdits(text, [chosen]);
  return { text: hidden, codes: findingsOf(hidden).map((found) => found.code) };
}

const inLine = (text: string, code: string, syntax: CommentSyntax = 'html') =>
  hide(text, code, (finding) => hideInLine(readAsPostmortem(text), finding, syntax));
const inFile = (text: string, code: string, syntax: CommentSyntax = 'html') =>
  hide(text, code, () => hideInFile(readAsPostmortem(text), code, syntax));

const head = '# Search unavailable on 2024-05-02\n\n';
const disordered = `${head}## Timeline (UTC)\n\n- 08:20 Back.\n- 08:00 Search stops.\n- 08:02 A page.\n- 08:30 Done.\n`;
const code = 'timeline/out-of-order';
const comment = `<!-- postmortem-disable-line ${code} -->`;

describe('switching a rule off on a line', () => {
  it('hides the finding and adds none', () => {
    const before = findingsOf(disordered).map((finding) => finding.code);
    const { text, codes } = inLine(disordered, code);
    expect(text).toContain(` ${comment}\n`);
    expect(codes).toEqual(before.filter((one) => one !== code));
  });

  it('stands inside of the last cell of a table row', () => {
    const table = `${head}## Timeline\n\n| Time (UTC) | Event |\n| --- | --- |\n| 08:20 | Back |\n| 08:00 | Stops |\n| 08:02 | Page |\n| 08:30 | Done |\n`;
    const { text, codes } = inLine(table, code);
    expect(text).toMatch(/\| 08:\d\d \| \w+ <!-- postmortem-disable-line timeline\/out-of-order --> \|\n/);
    expect(codes).not.toContain(code);
  });

  it('stands before a hard line break', () => {
    const broken = disordered.replaceAll('.\n', '.\\\n  more\n');
    expect(inLine(broken, code).text).toContain(`. ${comment}\\\n`);
  });

  it('joins a comment that is there already', () => {
    const noted = disordered.replaceAll('.\n', '. <!-- postmortem-disable-line text/placeholder -- later -->\n');
    const { text, codes } = inLine(noted, code);
    expect(text).toContain('<!-- postmortem-disable-line text/placeholder timeline/out-of-order -- later -->');
    expect(codes).not.toContain(code);
  });

  it('is written for MDX where the document is MDX', () => {
    expect(inLine(disordered, code, 'mdx').text).toContain(` {/* postmortem-disable-line ${code} */}\n`);
  });

  it('is not possible in code', () => {
    const fenced = `${head}## Timeline (UTC)\n\n- 08:00 Stops.\n\n\`\`\`\n## Root cause\n\nDisk.\n`;
    const { text, codes } = inLine(fenced, 'structure/hidden-by-fence');
    expect(codes).toContain('structure/hidden-by-fence');
    expect(text).toBeUndefined();
  });
});

it('a comment about a heading stands above it, and is joined by the next one', () => {
  const text = `${head}##Summary\n\nDown.\n\n##Timeline\n\n- 08:00 UTC Stops.\n`;
  const above = inLine(text, 'structure/heading-space').text ?? '';
  expect(above).toContain('\n\n<!-- postmortem-disable-next-line structure/heading-space -->\n##Summary\n');
  const finding = findingsOf(text).find((found) => found.code === 'structure/heading-space');
  const moved = finding && {
    ...finding,
    code: 'text/placeholder',
    span: { start: above.indexOf('##Summary'), end: above.indexOf('##Summary') + 2 },
  };
  const edit = moved && hideInLine(readAsPostmortem(above), moved, 'html');
  expect(edit && applyEdits(above, [edit])).toContain('-next-line structure/heading-space text/placeholder -->');
});

describe('switching a rule off in a file', () => {
  it('puts a comment at the top', () => {
    const { text, codes } = inFile(disordered, code);
    expect(text).toBe(`<!-- postmortem-disable-file ${code} -->\n\n${disordered}`);
    expect(codes).not.toContain(code);
  });

  it('keeps front matter, byte order mark and line breaks', () => {
    const framed = `\uFEFF---\nowner: kim\n---\n\n${disordered}`.replaceAll('\n', '\r\n');
    const { text, codes } = inFile(framed, code);
    expect(text).toContain(
      `\uFEFF---\r\nowner: kim\r\n---\r\n\r\n<!-- postmortem-disable-file ${code} -->\r\n\r\n# Search`,
    );
    expect(codes).not.toContain(code);
    expect(inFile(`\uFEFF${disordered}`, code).text?.startsWith('\uFEFF<!--')).toBe(true);
  });

  it('joins a comment that is there already', () => {
    const { text } = inFile(`<!-- postmortem-disable-file text -->\n\n${disordered}`, code);
    expect(text).toContain(`<!-- postmortem-disable-file text ${code} -->\n`);
  });
});

describe('the bad example of every rule', () => {
  for (const { code: rule, examples } of allRules) {
    it(`${rule} can be switched off`, () => {
      const { text } = examples.bad;
      const postmortem = readAsPostmortem(text);
      const before = review(postmortem, options).findings;
      const finding = before.find((found) => found.code === rule);
      if (finding === undefined) return;
      const line = postmortem.source.lineAt(finding.span.start);
      const here = before.filter((found) => found.code === rule && postmortem.source.lineAt(found.span.start) === line);
      const left = before.filter((found) => !here.includes(found)).map((found) => found.code);
      const edits = [hideInLine(postmortem, finding, 'html'), hideInFile(postmortem, rule, 'html')];
      const [onLine, inWhole] = edits.map(
        (edit) => edit && findingsOf(applyEdits(text, [edit])).map((found) => found.code),
      );
      // Some words are no longer found once a comment stands behind them: then it hides nothing.
      if (onLine !== undefined) expect(onLine.filter((found) => found !== 'review/unused-suppression')).toEqual(left);
      expect(inWhole).not.toContain(rule);
    });
  }
});
