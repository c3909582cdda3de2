import { describe, expect, test } from 'vitest';
import { isOneSlipFrom } from '../../../../server/src/rules/facts/one-slip.ts';
import { severityLevel } from '../../../../server/src/rules/facts/severity-level.ts';
import { findingsOf } from '../findings-of.ts';

describe('isOneSlipFrom', () => {
  test.each(['serverity', 'sevrity', 'seventy', 'seevrity', 'severitys', 'Severity'])('severity and %s', (written) => {
    expect(isOneSlipFrom('severity', written)).toBe(
      ['serverity', 'sevrity', 'seevrity', 'severitys'].includes(written),
    );
  });
});

describe('severityLevel', () => {
  test.each([
    ['SEV-2', 'sev', '2'],
    ['Sev2 (partial outage)', 'sev', '2'],
    ['Severity 1', 'sev', '1'],
    ['P1', 'p', '1'],
    ['3', 'number', '3'],
    ['Critical', 'word', 'critical'],
  ])('reads %s', (value, scale, level) => {
    expect(severityLevel(value)).toEqual({ scale, level });
  });

  test.each([
    'SEV-3 → SEV-2',
    'SEV-3, raised to SEV-2',
    'SEV-1 / SEV-2',
    'unknown',
    '',
  ])('does not read %s', (value) => {
    expect(severityLevel(value)).toBeUndefined();
  });
});

const report = (head: string): string => `${head}

# Search unavailable

## Summary

Search was down for 20 minutes, from 2024-05-02 08:00 UTC to 2024-05-02 08:20 UTC.

## Timeline

- 08:00 UTC Search stops answering.
- 08:20 UTC Search is fully restored.
`;

describe('facts/front-matter', () => {
  test.each([
    ['statu: final', 'statu'],
    ['start_tiem: 2024-05-02', 'start_tiem'],
    ['title: [a, b]', '[a, b]'],
    ['date: true', 'true'],
  ])('finds %s', (line, on) => {
    expect(findingsOf('facts/front-matter', report(`---\n${line}\n---`)).map((finding) => finding.on)).toEqual([on]);
  });

  test.each([
    'stats: 4',
    'layout: post',
    'state: open',
    'tags: [a, b]',
    'starts: 2024-05-02',
  ])('leaves %s alone', (line) => {
    expect(findingsOf('facts/front-matter', report(`---\n${line}\n---`))).toEqual([]);
  });

  test('finds front matter that is no YAML', () => {
    expect(findingsOf('facts/front-matter', report('---\ntitle: "Search\nstatus: final\n---'))).toHaveLength(1);
  });
});

describe('facts/published-early', () => {
  test.each([
    ['2024-05-01', 1],
    ['2024-05-02', 0],
    ['2024-05-06', 0],
    ['2024-05-02T08:10:00Z', 1],
    ['2024-05-02T23:59:00+02:00', 0],
    ['05/01/2024', 0],
  ])('published on %s', (published, count) => {
    expect(findingsOf('facts/published-early', report(`---\npublished: "${published}"\n---`))).toHaveLength(count);
  });
});
