import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Finding } from '../review/finding.ts';
import { ownFindings } from '../review/own-findings.ts';
import { allRules } from '../rules/all-rules.ts';
import type { Severity } from '../rules/finding.ts';
import { areaOf, type RuleSeverity } from '../rules/rule.ts';
import type { SourceText } from '../text/source-text.ts';
import type { Span } from '../text/span.ts';
import { fingerprint } from './baseline.ts';
import { placeOf, type Report } from './report.ts';

const levels: Readonly<Record<RuleSeverity, 'error' | 'warning' | 'note' | 'none'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
  off: 'none',
};

const described = [...allRules, ...ownFindings];

/** SARIF 2.1.0, as code-scanning services take it. */
export function sarifReport(report: Report, version: string): string {
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'postmortem', version, rules: described.map(descriptorOf) } },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: report.unreadable.length === 0,
            toolExecutionNotifications: report.unreadable.map(({ file, message }) => ({
              level: 'error',
              message: { text: message },
              locations: [{ physicalLocation: { artifactLocation: artifact(file) } }],
            })),
          },
        ],
        results: report.reviewed.flatMap(({ file, source, findings }) =>
          findings.map((finding) => resultOf(finding, file, source)),
        ),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function descriptorOf(rule: (typeof described)[number]): object {
  return {
    id: rule.code,
    shortDescription: { text: `${rule.title}.` },
    fullDescription: { text: rule.what },
    help: { text: `${rule.why}\n\n${rule.how}`, markdown: `${rule.why}\n\n${rule.how}` },
    defaultConfiguration:
      rule.severity === 'off' ? { enabled: false, level: 'note' } : { level: levels[rule.severity] },
    properties: { tags: [areaOf(rule.code)] },
  };
}

function resultOf(finding: Finding, file: string, source: SourceText): object {
  const safe = finding.fixes.filter((fix) => fix.edits.length > 0);
  return {
    ruleId: finding.code,
    ruleIndex: described.findIndex((rule) => rule.code === finding.code),
    level: levels[finding.severity satisfies Severity],
    message: { text: finding.message },
    locations: [{ physicalLocation: { artifactLocation: artifact(file), region: region(finding.span, source) } }],
    partialFingerprints: { 'postmortem/v1': fingerprint(finding, source) },
    ...(finding.related.length > 0 && {
      relatedLocations: finding.related.map((place, id) => ({
        id,
        message: { text: place.message },
        physicalLocation: { artifactLocation: artifact(file), region: region(place.span, source) },
      })),
    }),
    ...(safe.length > 0 && {
      fixes: safe.map((fix) => ({
        description: { text: fix.title },
        artifactChanges: [
          {
            artifactLocation: artifact(file),
            replacements: fix.edits.map((edit) => ({
              deletedRegion: region(edit.span, source),
              insertedContent: { text: edit.text },
            })),
          },
        ],
      })),
    }),
    properties: { severity: finding.severity },
  };
}

function artifact(file: string): { readonly uri: string } {
  if (isAbsolute(file)) return { uri: pathToFileURL(file).href };
  return { uri: file.split('/').map(encodeURIComponent).join('/') };
}

function region(span: Span, source: SourceText): object {
  const { line, column, endLine, endColumn } = placeOf(span, source);
  return { startLine: line, startColumn: column, endLine, endColumn };
}
