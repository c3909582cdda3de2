import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createPostmortemReader } from '../../../server/src/postmortem/postmortem-reader.ts';
import { review } from '../../../server/src/review/review.ts';

/** Samples with the structure of published postmortems that are held up as good examples. */
const goodExamples = [
  'sonnet-search-overload',
  'storefront-rack-decommission',
  'maps-api-outage',
  'flags-service-down',
];

test.each(goodExamples)('%s gives neither an error nor a warning', (name) => {
  const path = `${name}.md`;
  const text = readFileSync(join(import.meta.dirname, '../../samples', path), 'utf8');
  const postmortem = createPostmortemReader().read(text, { path, isPostmortem: undefined, zone: undefined });
  const { findings, failures } = review(postmortem, {
    settings: [],
    now: { epochSeconds: Date.UTC(2026, 0, 1) / 1000 },
    workspace: { fileExists: () => undefined },
  });
  expect(postmortem.verdict.postmortem).toBe(true);
  expect(failures).toEqual([]);
  const loud = findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
  expect(loud.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
});
