import { describe, expect, test } from 'vitest';
import { agrees } from '../../../../server/src/rules/duration/agreement.ts';
import { readDurations } from '../../../../server/src/time/duration-text.ts';

function canBeSaidOf(words: string, minutes: number): boolean {
  const [stated] = readDurations(words, { labelled: true });
  if (!stated) throw new Error(`no duration in ${words}`);
  return agrees(stated, minutes, words.slice(stated.span.start, stated.span.end));
}

describe('agrees', () => {
  test.each([
    ['2 hours', 120],
    ['1 h 48 min', 108],
    ['1.5 hours', 90],
    ['1.8 hours', 107],
    ['45 seconds', 0.75],
    ['15-20 minutes', 17],
    ['3 days', 3 * 1440 + 300],
    ['approximately 2 hours', 122],
    ['about an hour', 70],
    ['~45 minutes', 40],
    ['over 2 hours', 130],
    ['at least seven hours', 500],
    ['almost 2 hours', 110],
    ['less than 10 minutes', 6],
  ])('%s can be said of %d minutes', (words, minutes) => {
    expect(canBeSaidOf(words, minutes)).toBe(true);
  });

  test.each([
    ['2 hours', 121],
    ['1 h 48 min', 109],
    ['1.5 hours', 100],
    ['15-20 minutes', 25],
    ['approximately 3 hours', 240],
    ['about an hour', 100],
    ['about 2 hours', 60],
    ['over 2 hours', 110],
    ['over an hour', 300],
    ['almost 2 hours', 130],
    ['almost 2 hours', 30],
  ])('%s cannot be said of %d minutes', (words, minutes) => {
    expect(canBeSaidOf(words, minutes)).toBe(false);
  });
});
