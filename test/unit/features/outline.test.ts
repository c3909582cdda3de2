import { describe, expect, it } from 'vitest';
import { type OutlineItem, outline } from '../../../server/src/features/outline.ts';
import { contains } from '../../../server/src/text/span.ts';
import { read } from './marked-text.ts';

function lines(items: readonly OutlineItem[], depth = 0): readonly string[] {
  return items.flatMap(({ kind, name, detail, children }) => [
    `${'  '.repeat(depth)}${kind} ${name}${detail === '' ? '' : ` (${detail})`}`,
    ...lines(children, depth + 1),
  ]);
}

const text = `# Payments down

**Impact:** All customers.

## Timeline (UTC)

### 2026-05-04

- 10:00 [start] Payments fail.
- 10:05 - 10:20 An **alert** fires.

| Time | What |
| --- | --- |
| 11:45 | [resolved] All is well. |

## Action items

- [x] Alert earlier (owner: Ana, due: 2026-06-01)
- [ ] ${'Document '.repeat(20)}
`;

describe('the outline', () => {
  it('shows sections, entries with time and phase, action items with their state', () => {
    expect(`\n${lines(outline(read(text))).join('\n')}\n`).toMatchInlineSnapshot(`
      "
      section Payments down
        section Impact (impact)
        section Timeline (UTC) (timeline)
          entry 10:00 start Payments fail. (start)
          entry 10:05 - 10:20 An alert fires. (detected)
          entry 11:45 resolved All is well. (resolved)
        section Action items (actions)
          action Alert earlier (done, Ana, due 2026-06-01)
          action Document Document Document Document Document Document Document Document Document Document Document… (open)
      "
    `);
  });

  it.each([
    ['Markdown', text],
    ['carriage returns', text.replaceAll('\n', '\r\n')],
    ['headings as entries', '## Timeline\n\n### 2026-05-04 10:00\n\nDown.\n\n### 10:30\n\nUp.\n'],
    ['HTML', '<h2>Timeline</h2>\n<ul><li>10:00 Down</li><li>10:30 Up</li></ul>\n'],
    ['a title in front matter', '---\ntitle: Outage\n---\n\n**Timeline**\n\n10:00 Down\n\n10:30 Up\n'],
  ])('keeps selections within ranges and never an empty name: %s', (_, source) => {
    const check = (items: readonly OutlineItem[]): void => {
      for (const { name, span, selection, children } of items) {
        expect(name).not.toBe('');
        expect(contains(span, selection)).toBe(true);
        check(children);
      }
    };
    const items = outline(read(source));
    expect(items.length).toBeGreaterThan(0);
    check(items);
  });

  it('shows an entry that is a heading once', () => {
    const items = outline(read('# Outage\n\n## Timeline\n\n### 2026-05-04 10:00\n\nDown.\n\n### 10:30\n\nUp.\n'));
    expect(lines(items).filter((line) => line.includes('10:30'))).toEqual(['    entry 10:30 Up.']);
  });
});
