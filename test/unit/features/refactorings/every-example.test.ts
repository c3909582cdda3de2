import { describe, expect, it } from 'vitest';
import { allRefactorings, refactoringsAt } from '../../../../server/src/features/refactorings/all-refactorings.ts';
import type { TimelineEntry } from '../../../../server/src/postmortem/timeline.ts';
import { allRules } from '../../../../server/src/rules/all-rules.ts';
import { applyEdits, type Edit } from '../../../../server/src/text/edit.ts';
import { readAsPostmortem } from './refactor.ts';

/** Each timeline once: most examples differ in another section. */
const texts = [
  ...new Map(
    allRules.flatMap(({ examples: { bad, good, nearMisses, alsoBad = [] } }) =>
      [bad, good, ...nearMisses, ...alsoBad].map(({ text }) => [timelineIn(text), text] as const),
    ),
  ).values(),
];

function timelineIn(text: string): string {
  return /## Timeline[\s\S]*?(?=\n## |$)/.exec(text)?.[0] ?? text;
}

function when({ reading, end }: TimelineEntry): string {
  const of = (one: typeof reading | undefined): string => {
    if (one === undefined) return '';
    if (one.kind === 'instant') return String(one.epochSeconds);
    return `${one.clock?.hour}:${one.clock?.minute}`;
  };
  return `${of(reading)} ${of(end)}`;
}

/** When everything happened, as far as it is known, in no order. */
function moments(text: string): readonly string[] {
  return readAsPostmortem(text)
    .timelines.filter(({ entries }) => entries.length > 0)
    .flatMap(({ entries }) => entries.map(when))
    .sort();
}

function overlap(edits: readonly Edit[]): boolean {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return ordered.some(({ span }, i) => i > 0 && span.start < (ordered[i - 1]?.span.end ?? 0));
}

/** All that can be done with the cursor on the first entry of each timeline, and with everything selected. */
function outcomes(text: string, kinds: (kind: string) => boolean) {
  const postmortem = readAsPostmortem(text);
  const places = [
    ...postmortem.timelines
      .flatMap(({ entries: [first] }) => (first ? [first.reading.span.start] : []))
      .map((start) => ({ start, end: start })),
    { start: 0, end: text.length },
  ];
  return places.flatMap((selection) =>
    refactoringsAt({ postmortem, selection, ownZone: 'Asia/Kolkata' }, kinds).flatMap(({ kind, refactoring }) =>
      refactoring.refused === undefined ? [{ kind, title: refactoring.title, edits: refactoring.edits }] : [],
    ),
  );
}

const keepMoments = new Set(
  ['sort', 'zone', 'clock', 'dates', 'table', 'list'].map((kind) => `refactor.rewrite.${kind}`),
);

describe('every refactoring of every example', () => {
  it('changes places that do not overlap', () => {
    for (const text of texts) {
      for (const { title, edits } of outcomes(text, () => true))
        expect({ text, title, overlap: overlap(edits) }).toMatchObject({ overlap: false });
    }
  });

  it('keeps the line breaks', () => {
    for (const text of texts) {
      const windows = text.replaceAll('\n', '\r\n');
      for (const { title, edits } of outcomes(windows, () => true)) {
        const changed = applyEdits(windows, edits);
        expect({ text, title, mixed: /(?<!\r)\n|\r(?!\n)/.test(changed) }).toMatchObject({ mixed: false });
      }
    }
  });

  it('keeps every moment of the timelines', () => {
    const wrong: string[] = [];
    let checked = 0;
    for (const text of texts) {
      const before = moments(text);
      for (const { title, edits } of outcomes(text, (kind) => keepMoments.has(kind))) {
        checked++;
        const changed = applyEdits(text, edits);
        if (moments(changed).join('\n') !== before.join('\n')) wrong.push(`${title}\n${text}\n→\n${changed}`);
      }
    }
    expect(checked).toBeGreaterThan(200);
    expect(wrong).toEqual([]);
  });

  it('is of a kind that is declared', () => {
    expect(new Set(allRefactorings.map(({ kind }) => kind)).size).toBe(allRefactorings.length);
  });
});
