import { describe, expect, it } from 'vitest';
import { layoutPicture, type PictureView } from '../../../server/src/render/picture/layout.ts';
import { widestPan } from '../../../server/src/render/picture/picture-part.ts';
import { pictureSvg } from '../../../server/src/render/picture/picture-svg.ts';
import { pictureOf, withTimeline } from './read-document.ts';

const outage = withTimeline(
  '- 09:48 UTC [trigger] The job is moved.',
  '- 10:00 UTC [start] Payments fail.',
  '- 10:04 UTC [detected] An alert fires.',
  '- 10:09 UTC [acknowledged] Ada takes the page.',
  '- 10:31 UTC [diagnosed] The certificate has expired.',
  '- 10:40–10:52 UTC A new one is installed.',
  '- 10:52 UTC [mitigated] Payments go through.',
  '- 11:05 UTC [resolved] The queue is empty.',
);

const view: PictureView = { width: 800, zoom: 1, pan: 0, offset: 0, zone: 'UTC', rows: 16, lit: undefined };

describe('readPicture', () => {
  const picture = pictureOf(outage, 'Europe/Berlin');

  it('names the stretches between the phases', () => {
    const bands = picture.timelines[0]?.bands.map(({ kind, from, to, inferred }) => [kind, (to - from) / 60, inferred]);
    expect(bands).toEqual([
      ['lead-up', 12, false],
      ['undetected', 4, false],
      ['unanswered', 5, false],
      ['investigating', 22, false],
      ['repairing', 21, false],
      ['recovering', 13, false],
    ]);
  });

  it('says that a stretch is inferred where only words tell of its end', () => {
    const inferred = pictureOf(withTimeline('- 10:00 UTC [start] It begins.', '- 10:04 UTC An alert fires.'));
    expect(inferred.timelines[0]?.bands).toMatchObject([{ kind: 'undetected', inferred: true }]);
  });

  it('leaves the tag of the phase out of the words', () => {
    expect(picture.timelines[0]?.entries[1]).toMatchObject({ text: 'Payments fail.', phase: 'start' });
  });

  it('offers the zone of the document and that of the reader', () => {
    expect(picture.zones).toEqual([
      { label: 'UTC', offset: 0 },
      { label: 'Europe/Berlin', offset: 7200 },
    ]);
  });

  it('puts findings on the entries that they are about', () => {
    const wrong = pictureOf(withTimeline('- 10:00 UTC A', '- 10:20 UTC B', '- 10:10 UTC C', '- 10:30 UTC D'));
    const marked = wrong.timelines[0]?.entries.filter(({ severity }) => severity === 'warning' || severity === 'error');
    expect(marked?.map(({ text }) => text)).toEqual(['C']);
  });

  it('keeps what has no readable time apart', () => {
    const { timelines } = pictureOf(withTimeline('- 10:00 UTC A', '- 25:61 UTC B', '- 10:10 UTC C'));
    expect(timelines[0]?.unplaced).toMatchObject([{ text: 'B' }]);
    expect(timelines[0]?.entries).toHaveLength(2);
  });

  it('draws a log from its oldest to its newest entry', () => {
    const { timelines } = pictureOf(withTimeline('- 11:00 UTC C', '- 10:30 UTC B', '- 10:00 UTC A'));
    expect(timelines[0]?.entries.map(({ text }) => text)).toEqual(['A', 'B', 'C']);
  });

  it('counts an axis of relative times from the start', () => {
    const relative = pictureOf(withTimeline('- T+0m It begins.', '- T+5m An alert fires.', '- T+30m It ends.'));
    expect(relative.timelines[0]?.axis).toBe('relative');
    const svg = pictureSvg(layoutPicture(relative, view), still).markup;
    expect(svg).toContain('T+10m');
    expect(svg).toContain('since the start');
  });
});

const still = { marks: 'plain', offset: 0, zone: 'UTC', lit: undefined } as const;

describe('layoutPicture', () => {
  const picture = pictureOf(outage);

  it.each([240, 360, 620, 1400])('keeps labels apart and inside at a width of %i', (width) => {
    const { lanes } = layoutPicture(picture, { ...view, width });
    const labels = lanes.flatMap(({ marks }) => marks.flatMap(({ label }) => label ?? []));
    expect(labels.length).toBeGreaterThan(4);
    for (const label of labels) {
      expect(label.left).toBeGreaterThanOrEqual(0);
      expect(label.left + label.width).toBeLessThanOrEqual(width);
      const inRow = labels.filter((other) => other !== label && other.y === label.y);
      for (const other of inRow) {
        expect(other.left >= label.left + label.width || label.left >= other.left + other.width).toBe(true);
      }
    }
  });

  it('cuts labels behind a word, so that they can be spoken', () => {
    const { lanes } = layoutPicture(picture, { ...view, width: 240 });
    const texts = lanes.flatMap(({ marks }) => marks.flatMap(({ label }) => label?.text ?? []));
    expect(texts.filter((text) => text.endsWith('…')).length).toBeGreaterThan(2);
    for (const text of texts) {
      const isBehindWord = picture.timelines[0]?.entries.some(
        (entry) => entry.text === text || /^[ .]/.test(entry.text.slice(text.length - 1)),
      );
      expect(isBehindWord, text).toBe(true);
    }
  });

  it('makes a list of the labels where it is narrow', () => {
    const { lanes } = layoutPicture(picture, { ...view, width: 320 });
    const labels = lanes.flatMap(({ marks }) => marks.flatMap(({ label }) => label ?? []));
    expect(new Set(labels.map(({ left }) => left)).size).toBe(1);
    expect(pictureSvg(layoutPicture(picture, { ...view, width: 320 }), still).markup).not.toContain('pm-leader');
  });

  it('draws a gap only in timelines that go on behind it', () => {
    const ended = pictureOf(
      `${withTimeline('- 10:00 UTC A', '- 10:05 UTC B', '- 10:10 UTC C')}\n## Timeline of support\n\n- 10:02 UTC D\n- 10:12 UTC E\n- 18:12 UTC F\n`,
    );
    const { lanes } = layoutPicture(ended, view);
    expect(lanes.map(({ gaps }) => gaps.map(({ from, to }) => (to - from) / 60))).toEqual([[], [480]]);
    expect(pictureSvg(layoutPicture(ended, view), still).markup).toContain('>8 h</text>');
  });

  it('keeps the direction of right-to-left words within a label', () => {
    const arabic = pictureOf(withTimeline('- 10:00 UTC بدأت المدفوعات تفشل.', '- 10:05 UTC B'));
    expect(pictureSvg(layoutPicture(arabic, view), still).markup).toContain('\u2068بدأت المدفوعات تفشل.\u2069');
  });

  it('reads from top to bottom in the order of time', () => {
    const { lanes } = layoutPicture(picture, view);
    const labels = lanes.flatMap(({ marks }) => marks.flatMap(({ label, x }) => (label ? [{ ...label, x }] : [])));
    const overlapping = labels.flatMap((a) =>
      labels.filter((b) => b.x > a.x && b.left < a.left + a.width).map((b) => [a, b] as const),
    );
    expect(overlapping.length).toBeGreaterThan(0);
    for (const [earlier, later] of overlapping) expect(earlier.y).toBeLessThan(later.y);
  });

  it('labels the entry under the cursor whatever else is there', () => {
    const many = pictureOf(withTimeline(...Array.from({ length: 200 }, (_, i) => `- ${clock(i)} UTC Note ${i}`)));
    const line = many.timelines[0]?.entries[101]?.line;
    const { lanes } = layoutPicture(many, { ...view, lit: line });
    const lit = lanes[0]?.marks.find(({ entries }) => entries.some((entry) => entry.line === line));
    expect(lit?.label).toBeDefined();
  });

  it.each([500, 9000])('stands for all of %i entries with few marks', (count) => {
    const many = pictureOf(withTimeline(...Array.from({ length: count }, (_, i) => `- ${clock(i / 8)} UTC Note ${i}`)));
    const { lanes } = layoutPicture(many, view);
    const marks = lanes[0]?.marks ?? [];
    expect(marks.length).toBeLessThan(200);
    expect(marks.reduce((sum, { entries }) => sum + entries.length, 0)).toBe(count);
  });

  it('shows single entries again when zoomed', () => {
    const many = pictureOf(withTimeline(...Array.from({ length: 500 }, (_, i) => `- ${clock(i)} UTC Note ${i}`)));
    const zoom = 60;
    const { lanes } = layoutPicture(many, { ...view, zoom, pan: widestPan({ width: view.width, zoom }) / 2 });
    expect(lanes[0]?.marks.length).toBeGreaterThan(3);
    expect(lanes[0]?.marks.every(({ entries }) => entries.length === 1)).toBe(true);
  });

  it('draws a long quiet gap short and says so', () => {
    const quiet = pictureOf(
      withTimeline(
        '- 10:00 UTC A',
        '- 10:10 UTC B',
        '- 10:20 UTC C',
        '- 10:25 UTC D',
        '- 20:25 UTC E',
        '- 20:30 UTC F',
      ),
    );
    const { lanes } = layoutPicture(quiet, view);
    const [gap] = lanes[0]?.gaps ?? [];
    expect(gap && (gap.to - gap.from) / 3600).toBe(10);
    expect(gap && gap.right - gap.left).toBeLessThan(80);
    expect(pictureSvg(layoutPicture(quiet, view), still).markup).toContain('>10 h</text>');
  });

  it('draws times that are evenly apart in full', () => {
    const even = pictureOf(withTimeline('- 10:00 UTC A', '- 11:00 UTC B', '- 12:00 UTC C', '- 13:00 UTC D'));
    expect(layoutPicture(even, view).lanes[0]?.gaps).toEqual([]);
  });

  it('puts ticks on round times of the zone that is shown', () => {
    const { axes } = layoutPicture(picture, { ...view, offset: 5.5 * 3600, zone: 'Asia/Kolkata' });
    expect(axes[0]?.ticks.map(({ label }) => label)).toEqual(expect.arrayContaining(['15:30', '16:00', '16:30']));
    expect(axes[0]?.ticks[0]?.day).toBe('Tue 14 May 2024 · Asia/Kolkata');
  });

  it('shows several timelines under each other on one axis', () => {
    const two = pictureOf(
      `${outage}\n## Customer timeline\n\n- 10:10 UTC The first customer calls.\n- 10:55 UTC Customers confirm.\n- 11:30 UTC All tickets are answered.\n`,
    );
    const { lanes, axes } = layoutPicture(two, view);
    expect(lanes.map(({ name }) => name)).toEqual(['Timeline', 'Customer timeline']);
    expect(axes).toHaveLength(1);
  });

  it('draws one single entry', () => {
    const one = pictureOf(withTimeline('- 10:00 UTC A', ''));
    const { lanes, height } = layoutPicture(one, view);
    expect(lanes.flatMap(({ marks }) => marks)).toHaveLength(1);
    expect(Number.isFinite(height)).toBe(true);
  });
});

describe('pictureSvg', () => {
  it('is well-formed and escapes what the document says', () => {
    const picture = pictureOf(withTimeline('- 10:00 UTC A < B & "so" on <script>x</script>', '- 10:05 UTC B'));
    const { markup } = pictureSvg(layoutPicture(picture, view), { ...still, marks: 'buttons' });
    expect(markup).not.toContain('<script');
    expect(markup).toContain('A &lt; B &amp; ');
    expect(unclosedElements(markup)).toEqual([]);
  });

  it('says in words what a mark stands for', () => {
    const picture = pictureOf(outage);
    const { markup } = pictureSvg(layoutPicture(picture, view), { ...still, marks: 'buttons' });
    expect(markup).toContain('aria-label="Tue 14 May 2024, 10:04 Detected: An alert fires."');
    expect(markup).toContain('aria-label="Timeline, 8 entries, times in UTC"');
  });
});

function clock(minutes: number): string {
  const all = Math.floor(minutes);
  return `${String(Math.floor(all / 60) % 24).padStart(2, '0')}:${String(all % 60).padStart(2, '0')}`;
}

/** Names of elements that are opened and never closed, or the other way round. */
function unclosedElements(markup: string): readonly string[] {
  const open: string[] = [];
  for (const [, closing, name = '', own] of markup.matchAll(/<(\/?)([\w-]+)(?:[^>"]|"[^"]*")*?(\/?)>/g)) {
    if (own === '/') continue;
    if (closing === '') open.push(name);
    else if (open.pop() !== name) return [...open, `/${name}`];
  }
  return open;
}
