import { describe, expect, it } from 'vitest';
import { condense } from '../../../server/src/render/picture/condense.ts';
import { layoutPicture } from '../../../server/src/render/picture/layout.ts';
import { litEntry } from '../../../server/src/render/picture/lit-entry.ts';
import type { Picture } from '../../../server/src/render/picture/picture.ts';
import { type PicturePart, widestPan } from '../../../server/src/render/picture/picture-part.ts';
import { pictureSvg } from '../../../server/src/render/picture/picture-svg.ts';
import { pictureOf, withTimeline } from './read-document.ts';

const whole: PicturePart = { width: 900, zoom: 1, pan: 0 };
const view = { offset: 0, zone: 'UTC', rows: 16, lit: undefined };

function clock(minutes: number): string {
  const all = Math.floor(minutes);
  return `${String(Math.floor(all / 60) % 24).padStart(2, '0')}:${String(all % 60).padStart(2, '0')}`;
}

function manyEntries(count: number, ...more: readonly string[]): Picture {
  const notes = Array.from({ length: count }, (_, i) => `- ${clock((i * 1200) / count)} UTC Note ${i} of the shift`);
  return pictureOf(withTimeline(...notes, ...more));
}

function countOf({ timelines }: Picture): number {
  return timelines.reduce(
    (sum, { entries }) => sum + entries.reduce((all, { crowd }) => all + (crowd?.count ?? 1), 0),
    0,
  );
}

function piecesOf({ timelines }: Picture): number {
  return timelines.reduce((sum, { entries }) => sum + entries.length, 0);
}

describe('condense', () => {
  it('leaves short timelines alone', () => {
    const few = manyEntries(300);
    expect(condense(few, whole).timelines).toEqual(few.timelines);
  });

  it.each([1, 3, 20, 400])('keeps the number of entries and few pieces at a zoom of %i', (zoom) => {
    const many = manyEntries(9000);
    const condensed = condense(many, { width: 900, zoom, pan: widestPan({ width: 900, zoom }) / 2 });
    expect(countOf(condensed)).toBe(9000);
    expect(piecesOf(condensed)).toBeLessThan(500);
    expect(JSON.stringify(condensed).length).toBeLessThan(80_000);
  });

  it.each([1, 3, 20, 400])('draws the part that is seen like the whole picture at a zoom of %i', (zoom) => {
    const many = manyEntries(9000, '- 20:10 UTC [detected] An alert fires.', '- 20:12–20:40 UTC It is looked into.');
    const part = { width: 900, zoom, pan: widestPan({ width: 900, zoom }) * 0.4 };
    const marksIn = (picture: Picture) => {
      const layout = layoutPicture(picture, { ...view, ...part });
      expect(layout.isCoarse).toBe(false);
      return layout.lanes.flatMap(({ marks }) =>
        marks.map(({ x, count, label }) => [x, count, label?.clock, label?.row]),
      );
    };
    expect(marksIn(condense(many, part))).toEqual(marksIn(many));
  });

  it('is found too coarse where another part is seen', () => {
    const condensed = condense(manyEntries(9000), whole);
    const isCoarse = (part: PicturePart): boolean => layoutPicture(condensed, { ...view, ...part }).isCoarse;
    expect(isCoarse(whole)).toBe(false);
    expect(isCoarse({ ...whole, width: 500 })).toBe(false);
    expect(isCoarse({ ...whole, zoom: 4, pan: 700 })).toBe(true);
  });

  it('is exact a little beside what is seen', () => {
    const part = { width: 900, zoom: 20, pan: 4000 };
    const condensed = condense(manyEntries(9000), part);
    expect(layoutPicture(condensed, { ...view, ...part, pan: 4200 }).isCoarse).toBe(false);
    expect(layoutPicture(condensed, { ...view, ...part, pan: 9000 }).isCoarse).toBe(true);
  });

  it('says in words what is seen of a mark for several', () => {
    const layout = layoutPicture(condense(manyEntries(9000), whole), { ...view, ...whole });
    const { markup } = pictureSvg(layout, { marks: 'buttons', offset: 0, zone: 'UTC', lit: undefined });
    expect(markup).toContain('aria-label="Timeline, 9000 entries, times in UTC"');
    const labels = layout.lanes.flatMap(({ marks }) =>
      marks.flatMap(({ label, count }) => (count > 1 ? (label ?? []) : [])),
    );
    expect(labels.length).toBeGreaterThan(3);
    for (const { clock: time, text } of labels) expect(markup).toContain(`, ${time} ${text.replace(/…$/, '')}`);
  });

  it('keeps what the author marks, and says how loud the findings of the others are', () => {
    const many = manyEntries(9000, '- 20:10 UTC [resolved] The queue is empty.', '- 20:05 UTC A note out of order.');
    const [timeline] = condense(many, whole).timelines;
    expect(timeline?.entries).toContainEqual(
      expect.objectContaining({ phase: 'resolved', text: 'The queue is empty.' }),
    );
    const loud = timeline?.entries.filter(({ severity }) => severity === 'warning' || severity === 'error');
    expect(loud?.length).toBeGreaterThan(0);
  });
});

describe('litEntry', () => {
  const three = pictureOf(withTimeline('- 10:00 UTC A', '- 10:05 UTC B', '  more of B', '- 10:10 UTC C'));
  const [a = 0, b = 0, c = 0] = three.timelines[0]?.entries.map(({ line }) => line) ?? [];

  it('is the entry that the cursor stands in', () => {
    expect([a, b, b + 1, c].map((line) => litEntry(three, line))).toEqual([a, b, b, c]);
  });

  it('is none above the timeline, and none further below it', () => {
    expect(litEntry(three, a - 1)).toBeUndefined();
    expect(litEntry(three, c + 10)).toBeUndefined();
    expect(litEntry(three, undefined)).toBeUndefined();
  });

  it('is the one that stands for the entry', () => {
    const many = manyEntries(9000);
    const condensed = condense(many, whole);
    const line = many.timelines[0]?.entries[4321]?.line ?? 0;
    const lit = condensed.timelines[0]?.entries.find((entry) => entry.line === litEntry(condensed, line));
    expect(lit?.crowd?.lines[0]).toBeLessThanOrEqual(line);
    expect(lit?.crowd?.lines[1]).toBeGreaterThanOrEqual(line);
  });
});
