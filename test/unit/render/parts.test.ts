import { describe, expect, it } from 'vitest';
import { previewParts } from '../../../server/src/render/preview-parts.ts';
import { fixEdits } from '../../../server/src/render/review-part.ts';
import { summaryHtml } from '../../../server/src/render/summary.ts';
import { applyEdits } from '../../../server/src/text/edit.ts';
import { now, readDocument, withTimeline } from './read-document.ts';

const outage = `# Search & <b>outage</b>

**Date:** 2024-05-14
**Severity:** SEV-2
**Status:** Draft

## Timeline

- 10:00 UTC [start] It begins.
- 10:20 UTC [acknowledged] Ada takes it.
- 10:10 UTC An alert fires.
- 11:05 UTC [resolved] It is over.

## Action items

- [ ] Watch disks. Owner: Ada Berg. Due: 2024-06-15. OPS-1
- [x] Add disks. Owner: Tom Reed. Due: 2024-06-15. OPS-2
- [ ] Plan disks. Owner: Kim Ito. Due: 2024-08-01. OPS-3
`;

function partsOf(text: string) {
  const { postmortem, findings } = readDocument(text);
  return previewParts(postmortem, findings, now, { kind: 'buttons' });
}

function words(markup: string): string {
  return markup
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

describe('the head', () => {
  it('has title, date, severity and status', () => {
    expect(words(partsOf(outage).head)).toMatch(/outage Date 2024-05-14 Severity SEV-2 Status Draft$/);
  });

  it('says what to add where a fact is missing', () => {
    expect(words(partsOf(withTimeline('- 10:00 UTC A', '- 10:05 UTC B')).head)).toContain(
      'Severity not stated ; add a line: **Severity:** SEV-2',
    );
  });

  it('leads to where they stand', () => {
    expect(partsOf(outage).head).toContain('data-go="3" title="Go to line 4">SEV-2</button>');
  });
});

describe('the facts strip', () => {
  const facts = words(partsOf(outage).facts);

  it('says from which entries a time was taken', () => {
    expect(facts).toMatch(/To resolve 1 h 5 min 10:00 start → to 11:05 resolved/);
  });

  it('marks what was inferred', () => {
    expect(facts).toMatch(/To detect 10 min 10:00 start → to 10:10 detected \(inferred\) inferred/);
  });

  it('says what to add where a time is missing', () => {
    expect(words(partsOf(withTimeline('- 10:00 UTC A', '- 10:05 UTC B')).facts)).toMatch(
      /To acknowledge – not known Add when it was noticed \[detected\] and when somebody took it up \[acknowledged\]/,
    );
  });
});

describe('the review', () => {
  it('groups the findings and tells how far it is', () => {
    const review = words(partsOf(outage).review);
    expect(review).toMatch(/^\d of 6 steps towards ready to publish/);
    expect(review).toMatch(/to do: Timeline 1 Error 10:10 UTC is earlier/);
  });

  it('offers fixes by names that lead to their edits', () => {
    const { postmortem, findings } = readDocument(outage);
    const { review } = previewParts(postmortem, findings, now, { kind: 'buttons' });
    const name = /data-fix="([^"]+)">Sort the entries/.exec(review)?.[1] ?? '';
    const edits = fixEdits(findings).get(name) ?? [];
    expect(applyEdits(outage, edits)).toMatch(/10:00[\s\S]*10:10[\s\S]*10:20[\s\S]*11:05/);
  });

  it('offers all safe fixes at once', () => {
    const text = `${withTimeline('- 10:00 UTC A', '- 10:05 UTC B')}\n#Impact\n\nSome.\n\n#Root cause\n\nA disk.\n`;
    const { postmortem, findings } = readDocument(text);
    const { review } = previewParts(postmortem, findings, now, { kind: 'buttons' });
    expect(review).toContain('data-fix="all">Apply 2 safe fixes</button>');
    expect(applyEdits(text, fixEdits(findings).get('all') ?? [])).toMatch(/\n# Impact\n[\s\S]*\n# Root cause\n/);
  });

  it('offers no buttons where nothing can be repaired', () => {
    const { postmortem, findings } = readDocument(outage);
    const { review } = previewParts(postmortem, findings, now, { kind: 'links', addressOf: (line) => `#l${line}` });
    expect(review).not.toContain('<button');
    expect(review).toContain('href="#l10"');
  });
});

describe('the action items', () => {
  it('are a table with what is overdue', () => {
    const table = words(partsOf(outage).actions);
    expect(table).toMatch(/^1 of 3 done, 1 overdue State Action Owner Due Ticket/);
    expect(table).toMatch(/Open Watch disks\.? Ada Berg 2024-06-15 overdue OPS-1/);
    expect(table).toMatch(/Done Add disks\.? Tom Reed 2024-06-15 OPS-2/);
    expect(table).toMatch(/Open Plan disks\.? Kim Ito 2024-08-01 OPS-3/);
  });

  it('are nothing but a question where there are none', () => {
    expect(words(partsOf(withTimeline('- 10:00 UTC A', '- 10:05 UTC B')).actions)).toMatch(/^No action items yet/);
  });
});

describe('what the document says', () => {
  it('is never markup', () => {
    const { postmortem, findings } = readDocument(
      outage.replaceAll('Ada Berg', '<img src=x>').replace('SEV-2', '<i>1'),
    );
    for (const markup of Object.values(previewParts(postmortem, findings, now, { kind: 'buttons' }))) {
      expect(markup).not.toMatch(/<(?:img|i|b)\b/);
    }
  });
});

describe('the summary for the built-in preview', () => {
  it('has picture and facts and no controls', () => {
    const { postmortem, findings } = readDocument(outage);
    const summary = summaryHtml(postmortem, findings);
    expect(summary).toMatch(/^<div class="pm pm-summary">/);
    expect(summary).toContain('<svg class="pm-picture"');
    expect(summary).not.toMatch(/<(?:button|a|script)\b|\sstyle=/);
  });
});
