import { describe, expect, it } from 'vitest';
import { continueEntries } from '../../../server/src/features/continue-entries.ts';
import { formatEdits } from '../../../server/src/features/formatting/format.ts';
import { applyEdits } from '../../../server/src/text/edit.ts';
import { readAsPostmortem, withSelection } from './refactorings/refactor.ts';

const head = '# Search unavailable on 2024-05-02\n\nSome   prose,  left\nalone.\n\n';

function format(text: string): string {
  return applyEdits(text, formatEdits(readAsPostmortem(text), [{ start: 0, end: text.length }]));
}

describe('formatting', () => {
  it('fills columns up and keeps their alignment', () => {
    expect(format(`${head}|Time|Event|n|\n|:-|---|-:|\n|08:00|Stops \\| down|1|\n| 08:02 | 復旧 | 12 |\n`)).toBe(
      `${head}| Time  | Event         |   n |\n| :---- | ------------- | --: |\n| 08:00 | Stops \\| down |   1 |\n| 08:02 | 復旧          |  12 |\n`,
    );
  });

  it('does not fill up to a cell that is very long', () => {
    const long = 'Search stops answering. '.repeat(5).trim();
    expect(format(`${head}|Time|Event|\n|-|-|\n|08:00|${long}|\n|08:02|Back|\n`)).toContain('| 08:02 | Back |\n');
  });

  it('gives the entries of a timeline one bullet and one blank', () => {
    const text = `${head}## Timeline (UTC)\n\n- 08:00   Search stops.\n*  08:02 A page.\n- 08:20 Back.\n\n## Lessons\n\n* One   two\n`;
    expect(format(text)).toBe(
      `${head}## Timeline (UTC)\n\n- 08:00 Search stops.\n- 08:02 A page.\n- 08:20 Back.\n\n## Lessons\n\n* One   two\n`,
    );
  });

  for (const [name, text] of Object.entries({
    prose: `${head}One  two.\n\n* a\n- b\n`,
    code: `${head}\`\`\`\n|a|b|\n|-|-|\n\`\`\`\n`,
    'a table that is laid out': `${head}| a   | b   |\n| --- | --- |\n| 1   | 2   |\n`,
  })) {
    it(`leaves ${name} alone`, () => expect(format(text)).toBe(text));
  }

  it('changes nothing the second time, and keeps line breaks', () => {
    const text =
      `${head}## Timeline\n\n> |Time (UTC)|Event|\n> |-|-|\n> |08:00|Stops|\n\n|a|b|\n|-|-|\n|1|2|3|\n`.replaceAll(
        '\n',
        '\r\n',
      );
    const once = format(text);
    expect(once).not.toBe(text);
    expect(format(once)).toBe(once);
    expect(once.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('is confined to what is asked for', () => {
    const text = `${head}|a|b|\n|-|-|\n|1|2|\n|3|4|\n`;
    const start = text.indexOf('|1|');
    const formatted = applyEdits(text, formatEdits(readAsPostmortem(text), [{ start, end: start + 5 }]));
    expect(formatted).toBe(`${head}|a|b|\n|-|-|\n| 1   | 2   |\n|3|4|\n`);
  });
});

describe('Enter in a timeline', () => {
  const entered = (marked: string): string => {
    const { text, selection } = withSelection(marked);
    return applyEdits(text, continueEntries(readAsPostmortem(text), selection.start));
  };
  const list = (rest: string) => `${head}## Timeline (UTC)\n\n- 08:00 Search stops.\n${rest}\n## Lessons\n`;

  it('opens the next entry', () => {
    expect(entered(list('- 08:02 A page.\n▮\n'))).toBe(list('- 08:02 A page.\n- \n'));
    expect(entered(list('- 08:02 A page.\n  ▮\n'))).toBe(list('- 08:02 A page.\n- \n'));
    expect(entered(`${head}## Timeline (UTC)\n\n3. 08:00 Stops.\n▮\n`)).toContain('3. 08:00 Stops.\n4. \n');
    const table = `${head}## Timeline (UTC)\n\n| Time | Event |\n| --- | --- |\n| 08:00 | Stops |\n`;
    expect(entered(`${table}▮\n`)).toBe(`${table}|  |  |\n`);
  });

  it('takes back a marker that was left empty', () => {
    expect(entered(list('- \n▮\n'))).toBe(list('\n\n'));
  });

  it('does nothing elsewhere', () => {
    for (const text of [list('- 08:02 A\n▮page.\n'), `${head}## Lessons\n\n- One\n▮\n`, `${head}▮\n`]) {
      expect(entered(text)).toBe(withSelection(text).text);
    }
  });
});
