import type { DocumentStatus } from './rule.ts';

/** What is around the document while an example is read. Left out: the time is unknown, nothing is set. */
export interface ExampleSetting {
  /** ISO date or date and time in UTC, such as `2024-03-20` or `2024-03-20T12:00:00Z`. */
  readonly now?: string;
  /** A profile chosen by the author. */
  readonly profile?: string;
  readonly status?: DocumentStatus;
  readonly public?: boolean;
  /** The files that exist, relative to the document. Left out: cannot be told. */
  readonly files?: readonly string[];
  /** Options of the rule under test. */
  readonly options?: Readonly<Record<string, number | boolean | string | readonly string[]>>;
}

/** A document that shows what a rule finds or leaves alone. It is printed in the rule's page and run as a test. */
export interface Example {
  readonly text: string;
  /** The part of `text` that the rule's page prints. */
  readonly shown: string;
  readonly setting: ExampleSetting;
}

interface SampleSection {
  readonly heading: string;
  readonly body: string;
}

const sampleTitle = 'Checkout errors after a certificate expired';

const sampleIntroduction = `Date: 2024-03-12
Authors: Ada Berg
Severity: SEV-2`;

const sampleSections: readonly SampleSection[] = [
  {
    heading: 'Summary',
    body: `Checkout answered with errors for 45 minutes, from 09:00 to 09:45 UTC on 2024-03-12, because the certificate of the
payment gateway had expired.`,
  },
  { heading: 'Impact', body: '18 % of the orders placed in that time failed; 240 customers saw an error page.' },
  {
    heading: 'Timeline',
    body: `All times are in UTC.

- 09:00 The certificate of the payment gateway expires and checkout starts to fail.
- 09:04 An alert on the error rate pages the on-call engineer.
- 09:10 The on-call engineer acknowledges the page and declares an incident.
- 09:25 The expired certificate is identified as the cause.
- 09:45 A new certificate is in place; checkout is fully restored.`,
  },
  {
    heading: 'Root cause',
    body: 'The job that renews certificates ran on a host that was removed in January, and no check watched the expiry date.',
  },
  { heading: 'Resolution', body: 'A certificate was issued by hand and installed on all gateways.' },
  { heading: 'Lessons learned', body: 'The alert on the error rate fired within four minutes.' },
  {
    heading: 'Action items',
    body: `- [ ] Run the renewal job on the scheduler cluster. Owner: Ada Berg. Due: 2024-04-15. OPS-101
- [ ] Page 14 days before any certificate expires. Owner: Tom Reed. Due: 2024-04-30. OPS-102`,
  },
];

/** The whole document is the example. */
export function document(text: string, setting: ExampleSetting = {}): Example {
  return { text, shown: text, setting };
}

/** A sound postmortem whose timeline is `body`: entries, with a lead-in where it matters. */
export function inTimeline(body: string, setting: ExampleSetting = {}): Example {
  return inSection('Timeline', body, setting);
}

/** A sound postmortem with `body` in the named section; a name it does not have is added at the end. */
export function inSection(heading: string, body: string, setting: ExampleSetting = {}): Example {
  const known = sampleSections.some((section) => section.heading === heading);
  const sections = known
    ? sampleSections.map((section) => (section.heading === heading ? { heading, body } : section))
    : [...sampleSections, { heading, body }];
  return { text: compose({ sections }), shown: `## ${heading}\n\n${body}`, setting };
}

/** A sound postmortem with several sections replaced, such as `{ Summary: …, Timeline: … }`; `undefined` leaves one out. */
export function withSections(
  bodies: Readonly<Record<string, string | undefined>>,
  setting: ExampleSetting = {},
): Example {
  const replaced = sampleSections.flatMap((section) => {
    if (!(section.heading in bodies)) return [section];
    const body = bodies[section.heading];
    return body === undefined ? [] : [{ heading: section.heading, body }];
  });
  const added = Object.entries(bodies).flatMap(([heading, body]) =>
    body === undefined || sampleSections.some((section) => section.heading === heading) ? [] : [{ heading, body }],
  );
  const sections = [...replaced, ...added];
  const changed = sections.filter((section) => section.heading in bodies);
  const shown = changed.length > 0 ? changed : sections;
  return { text: compose({ sections }), shown: shown.map(sectionText).join('\n\n'), setting };
}

/** A sound postmortem without the named section. The page prints its headings. */
export function withoutSection(heading: string, setting: ExampleSetting = {}): Example {
  const sections = sampleSections.filter((section) => section.heading !== heading);
  const outline = sections.map((section) => `## ${section.heading}\n\n…`);
  return { text: compose({ sections }), shown: [`# ${sampleTitle}`, ...outline].join('\n\n'), setting };
}

/** A sound postmortem whose first line is `line`, heading marks included. */
export function titled(line: string, setting: ExampleSetting = {}): Example {
  return { text: compose({ title: line }), shown: line, setting };
}

/** A sound postmortem with `lines` in place of the facts under its title (`Date: …`, `Severity: …`). */
export function withFacts(lines: string, setting: ExampleSetting = {}): Example {
  return { text: compose({ introduction: lines }), shown: `# ${sampleTitle}\n\n${lines}`, setting };
}

/** A sound postmortem that opens with YAML front matter; `lines` come without the dashes. */
export function withFrontMatter(lines: string, setting: ExampleSetting = {}): Example {
  const block = `---\n${lines}\n---`;
  return { text: `${block}\n\n${compose({})}`, shown: block, setting };
}

interface Parts {
  readonly title?: string;
  readonly introduction?: string;
  readonly sections?: readonly SampleSection[];
}

function compose(parts: Parts): string {
  const head = [parts.title ?? `# ${sampleTitle}`, parts.introduction ?? sampleIntroduction];
  return `${[...head, ...(parts.sections ?? sampleSections).map(sectionText)].filter((part) => part !== '').join('\n\n')}\n`;
}

function sectionText(section: SampleSection): string {
  return `## ${section.heading}\n\n${section.body}`;
}
