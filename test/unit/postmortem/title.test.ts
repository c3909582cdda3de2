import { describe, expect, it } from 'vitest';
import type { Title } from '../../../server/src/postmortem/postmortem.ts';
import { readParts } from './read-parts.ts';

function titleOf(text: string): Pick<Title, 'from' | 'text'> | undefined {
  const { title } = readParts(text);
  return title && { from: title.from, text: title.text };
}

describe('the title', () => {
  it.each([
    ['# Payments stalled\n\n## Summary\n\nIt stalled.\n', 'Payments stalled'],
    ['## Postmortem: Payments stalled\n\n### Summary:\n- **Duration:** 2 h\n', 'Postmortem: Payments stalled'],
    ['Some words before it.\n\n### **Postmortem:**\n\n**Summary:**\nIt stalled.\n', 'Postmortem'],
    ['<h1>Payments stalled</h1>\n<h2>Summary</h2>\n<p>It stalled.</p>\n', 'Payments stalled'],
    ['## A log of bad days\n\n# Payments stalled\n\n## Summary\n\nIt stalled.\n', 'Payments stalled'],
    ['![Resolutions](a.png)\n\n# Payments stalled\n\n## Summary\n', 'Payments stalled'],
  ])('is the highest heading before the first section: %j', (text, title) => {
    expect(titleOf(text)).toEqual({ from: 'heading', text: title });
  });

  it.each([
    '# Metadata\n\nOwner: ana\n\n# Overview\n\nIt stalled.\n',
    '## Summary\n\nIt stalled.\n',
    '# Owner: ana\n\n# Overview\n\nWords.\n',
  ])('is no section and no fact: %j', (text) => {
    expect(titleOf(text)).toBeUndefined();
  });

  it('is taken from the front matter where no heading gives one', () => {
    const text = '---\ntitle: "Payments stalled"\n---\n\n## Summary\n\nIt stalled.\n';
    const { title } = readParts(text);
    expect(title).toMatchObject({ from: 'front-matter', text: 'Payments stalled' });
    expect(title && text.slice(title.textSpan.start, title.textSpan.end)).toBe('Payments stalled');
  });

  it('is taken from the front matter where the heading names only the kind of document', () => {
    expect(titleOf('---\ntitle: Payments stalled\n---\n\n## Post-mortem\n\n## Summary\n')).toEqual({
      from: 'front-matter',
      text: 'Payments stalled',
    });
    expect(titleOf('## Post-mortem\n\n## Summary\n')).toEqual({ from: 'heading', text: 'Post-mortem' });
  });

  it.each([
    ['**Postmortem: Payments stalled**\n\n**Summary:**\nIt stalled.\n', 'bold-line', 'Postmortem: Payments stalled'],
    [
      'Outage report: payments stalled\n\nIssue Summary:\n\nDuration: 2 hours\n',
      'first-line',
      'Outage report: payments stalled',
    ],
    [
      'Outage report: payments stalled\nIssue Summary\n\nDuration: 2 hours\n',
      'first-line',
      'Outage report: payments stalled',
    ],
    ['Postmortem\n\nIssue Summary\n\nDuration: 2 hours\n', 'first-line', 'Postmortem'],
    ['![](a.png)\n\n**Title:** *Payments stalled*\n\n**Summary:**\nIt stalled.\n', 'first-line', 'Payments stalled'],
  ])('is the first line before the first section: %j', (text, from, title) => {
    expect(titleOf(text)).toEqual({ from, text: title });
  });

  it.each([
    'Payments stalled on Monday and we were asleep.\n\n## Summary\n',
    'Payments stalled on Monday\nand we were asleep\n\n## Summary\n',
    '- Payments stalled\n\n## Summary\n',
  ])('is no prose and no list: %j', (text) => {
    expect(titleOf(text)).toBeUndefined();
  });
});
