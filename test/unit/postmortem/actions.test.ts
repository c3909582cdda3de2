import { describe, expect, it } from 'vitest';
import { MarkdownReader } from '../../../server/src/markdown/markdown-reader.ts';
import type { ActionItem, ActionList } from '../../../server/src/postmortem/action-item.ts';
import { readActions } from '../../../server/src/postmortem/read-actions.ts';
import { readSections } from '../../../server/src/postmortem/read-sections.ts';

function listsIn(text: string): readonly ActionList[] {
  const { blocks, sections } = readSections(text, new MarkdownReader().read(text).blocks);
  return readActions({ text, blocks, sections, timelines: [] });
}

function itemsIn(text: string): readonly ActionItem[] {
  return listsIn(text).flatMap((list) => list.items);
}

function textsIn(text: string): readonly string[] {
  return itemsIn(text).map((item) => item.text);
}

const head = '# Carts lost\n\n## Summary\n\nCarts were lost.\n\n';

describe('behind the words', () => {
  it.each([
    ['Bound the buffer — Maya Lind — 2024-11-01', 'Bound the buffer', 'Maya Lind'],
    ['Bound the buffer - @maya, 2024-11-01', 'Bound the buffer', '@maya'],
    ['Bound the buffer (Maya, 1 November 2024)', 'Bound the buffer', 'Maya'],
    ['Bound the buffer (Maya, by 2024-11-01)', 'Bound the buffer', 'Maya'],
    ['Limitar a fila (Ana, até 2024-11-01)', 'Limitar a fila', 'Ana'],
  ])('a name and a day say who does it and until when: %s', (line, text, owner) => {
    const [item] = itemsIn(`${head}## Action items\n\n- ${line}\n`);
    expect([item?.text, item?.owner?.value, item?.due?.value]).toEqual([
      text,
      owner,
      { year: 2024, month: 11, day: 1 },
    ]);
  });

  it('a name in brackets says who does it', () => {
    const items = itemsIn(
      `${head}## Action items\n\n- Bound the buffer (Jan)\n- Watch its length (Maya L.)\n- Move it (EU)\n`,
    );
    expect(items.map(({ owner }) => owner?.value)).toEqual(['Jan', 'Maya L.', undefined]);
  });

  it('a struck item with what became of it behind is done', () => {
    expect(itemsIn(`${head}## Action items\n\n- ~~Bound the buffer~~ done\n`)[0]?.done).toBe(true);
  });

  it('other words stay what they are', () => {
    const [item] = itemsIn(`${head}## Action items\n\n- Move to Postgres - Oslo first, then Bergen\n`);
    expect([item?.text, item?.owner]).toEqual(['Move to Postgres - Oslo first, then Bergen', undefined]);
  });
});

describe('where items stand', () => {
  it('reads the items of a list, not what leads to them or follows', () => {
    const text = `${head}## Action items\n\nTo prevent this, the following measures will be taken:\n\n- Bound the buffer\n- Watch its length\n\nThese steps will keep carts safe.\n`;
    expect(textsIn(text)).toEqual(['Bound the buffer', 'Watch its length']);
  });

  it('counts leaves and leaves out labels', () => {
    const text = `${head}### Corrective and preventative measures:\n- **Improvements:**\n  - Bound the buffer\n  - Watch its length\n- Tasks:\n  1. Write the runbook\n- Rehearse the failover\n`;
    expect(textsIn(text)).toEqual([
      'Bound the buffer',
      'Watch its length',
      'Write the runbook',
      'Rehearse the failover',
    ]);
  });

  it('keeps a parent that says itself what to do', () => {
    const text = `${head}## Action items\n\n- Carts must be written to two regions. [Maya]\n  - The spare region was empty\n- [ ] Rehearse the failover\n  - at least in spring\n`;
    expect(textsIn(text)).toEqual(['Carts must be written to two regions.', 'Rehearse the failover']);
  });

  it('reads lines of their own in bare text', () => {
    const text =
      'Carts lost\n\nIssue Summary\nCarts were lost.\n\nCorrective and Preventative Measures\n\nBetter limits: Bound the buffer.\nBetter alerts: Watch its length.\nTraining: Rehearse the failover.\n';
    expect(textsIn(text)).toEqual([
      'Better limits: Bound the buffer.',
      'Better alerts: Watch its length.',
      'Training: Rehearse the failover.',
    ]);
  });

  it('reads a wrapped paragraph as one item and leaves out a reference', () => {
    const text = `${head}## Corrective actions\n\nThe buffer has to be bounded, so that\na burst of carts waits and none of\nthem is lost.\n\nSee the full change in the cart repository.\n`;
    expect(textsIn(text)).toEqual([
      'The buffer has to be bounded, so that a burst of carts waits and none of them is lost.',
    ]);
  });

  it('reads sub-headings over prose as items, and over lists as groups', () => {
    const text = `${head}## Action items\n\n#### 1. Bound the buffer\n\nOwner: Maya\n\nIt grows without end.\n\n#### 2. Watch its length\n\nNobody saw it.\n\n### Long term\n\n- Write to two regions\n`;
    const items = itemsIn(text);
    expect(items.map((item) => item.text)).toEqual([
      '1. Bound the buffer',
      '2. Watch its length',
      'Write to two regions',
    ]);
    expect(items[0]?.owner?.value).toBe('Maya');
  });

  it('reads names in bold with what they mean below', () => {
    const text = `${head}## Action items\n\n1. **Bound the buffer**\nWe plan to bound it in steps:\n\n- first the carts\n- then the orders\n\n2. **Watch its length**\nNobody saw it.\n`;
    expect(textsIn(text)).toEqual(['Bound the buffer', 'Watch its length']);
  });

  it('reads HTML lists, also with the tags the wrong way round', () => {
    const text =
      '<h1>Carts lost</h1>\n<h2>Issue Summary</h2>\n<p>Carts were lost.</p>\n<h2>Corrective and Preventive Measures</h2>\n<li>\n<ul>Bound the buffer.</ul>\n<ul>Watch its length.</ul>\n';
    expect(textsIn(text)).toEqual(['Bound the buffer.', 'Watch its length.']);
  });

  it('reads lines that are indented like code', () => {
    const text = `${head}## Action items\n\n    - Bound the buffer\n    - Watch its length\n`;
    expect(textsIn(text)).toEqual(['Bound the buffer', 'Watch its length']);
  });

  it('reads tables elsewhere only with the columns of actions, and tasks in lessons', () => {
    const text = `${head}## Resolution\n\n| Step | Minutes |\n|---|---|\n| Restart | 5 |\n\n| Task | Owner | Due |\n|---|---|---|\n| Bound the buffer | Maya | 2031-04-01 |\n\n## Lessons learned\n\n- Limits help\n- [ ] Watch the length\n`;
    expect(textsIn(text)).toEqual(['Bound the buffer', 'Watch the length']);
  });

  it('reads a list that a sentence announces where no section does', () => {
    const text = `${head}## Root cause\n\nA full buffer.\n\nTo avoid this in the future, these steps will be taken:\n\n- Bound the buffer\n- Watch its length\n`;
    expect(textsIn(text)).toEqual(['Bound the buffer', 'Watch its length']);
  });

  it('takes sections below for foreign where their name says so', () => {
    const text = `${head}# Action items\n\n- Bound the buffer\n\n## Conclusion\n\n- Carts are dear to us\n`;
    expect(textsIn(text)).toEqual(['Bound the buffer']);
  });

  it('knows when there are none', () => {
    expect(textsIn(`${head}## Action items\n\nNone\n`)).toEqual([]);
    expect(textsIn(`${head}## Action items\n\n-\n`)).toEqual([]);
    expect(textsIn(head)).toEqual([]);
  });

  it('tells section, form and lines', () => {
    const [list] = listsIn(`${head}## Action items\n\n- Bound the buffer\n`);
    expect(list).toMatchObject({ form: 'list', section: 2 });
    expect(list?.items[0]?.line).toBe(8);
  });
});

describe('what an item tells', () => {
  const only = (line: string): ActionItem | undefined => itemsIn(`${head}## Action items\n\n${line}\n`)[0];

  it.each([
    ['- Bound the buffer (owner: Ana)', 'Ana'],
    ['- Bound the buffer (owner: Ana Roth, due 2031-09-01)', 'Ana Roth'],
    ['- Bound the buffer. Owner: Ana, by 2031-09-01', 'Ana'],
    ['- Bound the buffer. Owner: @maya', '@maya'],
    ['- [Ana] Bound the buffer', 'Ana'],
    ['- Bound the buffer [Ana Lima]', 'Ana Lima'],
    ['- Bound the buffer @maya', '@maya'],
    ['- Bound the buffer (assigned to Maya Lind)', 'Maya Lind'],
    ['- Bound the buffer\n  - Owner: Maya', 'Maya'],
    ['- Limitar el búfer (responsable: Ana)', 'Ana'],
    ['- バッファを制限する（担当: 田中）', '田中'],
  ])('owner in %s', (line, owner) => {
    expect(only(line)?.owner?.value).toBe(owner);
  });

  it.each([
    ['- Bound the buffer by 2031-09-01', { year: 2031, month: 9, day: 1 }],
    ['- Bound the buffer (due by Sep 1, 2031).', { year: 2031, month: 9, day: 1 }],
    ['- Bound the buffer. Due: 1 September 2031.', { year: 2031, month: 9, day: 1 }],
    ['- バッファを制限する（期限: 2031-09-01）', { year: 2031, month: 9, day: 1 }],
    ['- Bound the buffer - ETA: 2 weeks', undefined],
    ['- Bound the buffer by the end of the quarter', undefined],
  ])('due date in %s', (line, due) => {
    expect(only(line)?.due?.value).toEqual(due);
  });

  it.each([
    ['- Bound the buffer [#4711](https://github.com/acme/carts/issues/4711)', '#4711'],
    ['- Bound the buffer (see #4711)', '#4711'],
    ['- Bound the buffer. Tracking: `CART-12`.', 'CART-12'],
    ['- Bound the buffer <https://github.com/acme/carts/pull/12>', 'https://github.com/acme/carts/pull/12'],
    ['- Write UTF-8 only, as #1 says', undefined],
  ])('ticket in %s', (line, ticket) => {
    expect(only(line)?.ticket?.value).toBe(ticket);
  });

  it.each([
    ['- [x] Bound the buffer', true, 'done'],
    ['- [ ] Bound the buffer', false, 'open'],
    ['- ✅ Bound the buffer', true, '✅'],
    ['- Bound the buffer (done)', true, 'done'],
    ['- Bound the buffer **TODO**', false, 'TODO'],
    ['- Bound the buffer - DONE in the spring release', true, 'DONE'],
    ['- ~~Bound the buffer~~', true, 'done'],
    ['- Bound the buffer', false, undefined],
  ])('state of %s', (line, done, state) => {
    const item = only(line);
    expect(item?.done).toBe(done);
    expect(item?.state?.value).toBe(state);
  });

  it('takes the state from the heading above', () => {
    const text = `${head}## Action items\n\n### Immediate (done)\n\n- Bound the buffer\n\n### Later\n\n- Watch its length\n`;
    expect(itemsIn(text).map((item) => item.done)).toEqual([true, false]);
  });

  it.each([
    ['- [P1] Bound the buffer', 'P1', undefined],
    ['- (high) Bound the buffer', 'high', undefined],
    ['- [prevent] Bound the buffer', undefined, 'prevent'],
  ])('priority and type in %s', (line, priority, type) => {
    expect(only(line)?.priority?.value).toBe(priority);
    expect(only(line)?.type?.value).toBe(type);
  });

  it('leaves the words without what stands around them', () => {
    for (const line of [
      '- [ ] [P1] Bound the buffer (owner: Ana, due: 2031-09-01)',
      '- **Bound the buffer** [#4711](https://github.com/acme/carts/issues/4711)',
      '- Bound the buffer (due by 2031-09-01).',
      '- ✅ Bound the buffer @maya',
    ]) {
      expect(only(line)?.text).toBe('Bound the buffer');
    }
  });

  it('points at its words in the document', () => {
    const text = `${head}## Action items\r\n\r\n- [P1] Bound the *buffer* @maya\r\n`;
    const [item] = itemsIn(text);
    expect(item && text.slice(item.textSpan.start, item.textSpan.end)).toBe('Bound the *buffer*');
    expect(item?.owner && text.slice(item.owner.span.start, item.owner.span.end)).toBe('@maya');
  });

  it('reads rows by the names of their columns', () => {
    const text = `${head}## アクションアイテム\n\n| # | 種別 | 対策 | 担当 | 期限 | 状態 |\n|---|---|---|---|---|---|\n| 1 | 予防 | バッファを制限 | 田中 | 2031-04-06 | **完了** |\n| 2 | 検知 | 長さを監視 | 鈴木 | 2031-04-20 | TODO |\n`;
    expect(
      itemsIn(text).map(({ text: words, type, owner, due, done }) => [
        words,
        type?.value,
        owner?.value,
        due?.value.day,
        done,
      ]),
    ).toEqual([
      ['バッファを制限', '予防', '田中', 6, true],
      ['長さを監視', '検知', '鈴木', 20, false],
    ]);
  });
});

describe('hostile text', () => {
  it('answers for lists that never end', () => {
    const text = `${head}## Action items\n\n${'- '.repeat(60)}deep\n\n- ${'['.repeat(5000)}\n- ${'Owner: '.repeat(2000)}\n- ${'(('.repeat(3000)}\n`;
    expect(listsIn(text).length).toBeGreaterThan(0);
  });
});
