import { describe, expect, test } from 'vitest';
import { lengthLike, shortLength } from '../../../../server/src/rules/duration/length-of-time.ts';

describe('shortLength', () => {
  test.each([
    [45, '45 min'],
    [195, '3 h 15 min'],
    [120, '2 h'],
    [0, '0 min'],
    [12 + 50 / 60, '12 min 50 s'],
    [3180, '53 h'],
    [4 * 1440 + 61, '4 d 1 h 1 min'],
    [-30, '30 min'],
  ])('%d minutes are %s', (minutes, words) => {
    expect(shortLength(minutes)).toBe(words);
  });
});

describe('lengthLike', () => {
  test.each([
    ['2 hours', 195, '3 hours 15 minutes'],
    ['1 hour and 5 minutes', 61, '1 hour and 1 minute'],
    ['4h 33m', 195, '3h 15m'],
    ['1h48m', 195, '3h15m'],
    ['673h 34m', 649 * 60 + 34, '649h 34m'],
    ['2d 1h', 2 * 1440 + 120, '2d 2h'],
    ['01:48', 195, '03:15'],
    ['01:48:00', 195, '03:15:00'],
    ['3 時間', 195, '3 h 15 min'],
  ])('in the form of %s, %d minutes are %s', (written, minutes, words) => {
    expect(lengthLike(written, minutes)).toBe(words);
  });
});
