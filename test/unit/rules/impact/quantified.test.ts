import { describe, expect, test } from 'vitest';
import { isQuantified } from '../../../../server/src/rules/impact/quantified.ts';

describe('isQuantified', () => {
  test.each([
    '18 % of the orders failed.',
    '240 customers saw an error page.',
    'All users were logged out.',
    'No customer was affected.',
    'It is unknown how many noticed.',
    'A complete outage of the search.',
    'Half of the traffic was lost.',
    'N/A',
    '全ユーザーが影響を受けた。',
    'Three teams could not deploy.',
  ])('%s', (text) => {
    expect(isQuantified(text)).toBe(true);
  });

  test.each([
    'Users saw 500 errors.',
    'Users got 502 Bad Gateway and HTTP 503.',
    'The site answered with 5xx.',
    'Users could not log in from 09:00 to 09:45 UTC.',
    'Nginx on port 80 did not answer after the upgrade to version 3.',
    'Search was slow on 2024-05-02 (see [the graph](https://example.com/12/34)).',
    'Users could no longer log in.',
    'A third-party service was slow; `retries=5` did not help.',
  ])('not: %s', (text) => {
    expect(isQuantified(text)).toBe(false);
  });
});
