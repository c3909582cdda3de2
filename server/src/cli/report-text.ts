import type { Finding } from '../review/finding.ts';
import type { Severity } from '../rules/finding.ts';
import type { SourceText } from '../text/source-text.ts';
import { codeFrame } from './code-frame.ts';
import { lineDiff } from './line-diff.ts';
import { placeOf, type Report, type ReviewedFile } from './report.ts';
import { printable, type Style } from './style.ts';

export interface TextReportOptions {
  readonly style: Style;
  /** Without the summary. */
  readonly quiet: boolean;
}

/**
 * For people: `file:line:column: severity: message [code]`, the form that editors and problem matchers know, then the
 * line with the place underlined.
 */
export function textReport(report: Report, { style, quiet }: TextReportOptions): string {
  const files = report.reviewed.map((file) => textOfFile(file, style)).filter((text) => text !== '');
  return [...files, quiet ? '' : summary(report, style)].filter((text) => text !== '').join('\n');
}

function textOfFile({ file, source, findings, repairs }: ReviewedFile, style: Style): string {
  const diff = repairs && !repairs.written ? lineDiff(file, repairs.before, repairs.after) : '';
  return [...(diff === '' ? [] : [diff]), ...findings.map((finding) => textOf(finding, file, source, style))].join(
    '\n',
  );
}

function textOf(finding: Finding, file: string, source: SourceText, style: Style): string {
  const at = (span: Finding['span']): string => {
    const { line, column } = placeOf(span, source);
    return `${file}:${line}:${column}`;
  };
  const severity = coloured(finding.severity, style);
  const message = printable(finding.message);
  const lines = [
    `${style.strong(at(finding.span))}: ${severity}: ${message} ${style.faint(`[${finding.code}]`)}`,
    codeFrame(finding.span, source, style),
    ...finding.related.map((place) => `  ${style.faint(at(place.span))}: ${printable(place.message)}`),
    ...finding.fixes.map((fix) => `  ${style.green('repair')}: ${printable(fix.title)}${fix.safe ? ' (--fix)' : ''}`),
  ];
  return `${lines.join('\n')}\n`;
}

function coloured(severity: Severity, style: Style): string {
  if (severity === 'error') return style.red(severity);
  return severity === 'warning' ? style.yellow(severity) : style.blue(severity);
}

function summary(report: Report, style: Style): string {
  const findings = report.reviewed.flatMap((file) => file.findings);
  const repaired = report.reviewed.flatMap((file) => (file.repairs?.written ? file.repairs.list : [])).length;
  const repairable = findings.filter((finding) => finding.fixes.some((fix) => fix.safe)).length;
  const count = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;
  const parts = [
    counted(count('error'), 'error', 'errors'),
    counted(count('warning'), 'warning', 'warnings'),
    counted(count('info') + count('hint'), 'piece of advice', 'pieces of advice'),
  ].filter((part) => part !== '');
  const found = parts.length === 0 ? style.green('Nothing to complain about') : style.strong(parts.join(', '));
  const where =
    report.files === report.postmortems
      ? counted(report.postmortems, 'postmortem', 'postmortems')
      : `${report.postmortems} of ${counted(report.files, 'file', 'files')} that ${report.postmortems === 1 ? 'is a postmortem' : 'are postmortems'}`;
  const sentences = [
    `${found} in ${where === '' ? 'no file' : where}.`,
    repaired > 0 ? `${repaired} repaired.` : '',
    repairable > 0 ? `${repairable} can be repaired with --fix.` : '',
    report.known > 0 ? `${report.known} known from the baseline.` : '',
  ];
  return `${sentences.filter((sentence) => sentence !== '').join(' ')}\n`;
}

function counted(count: number, one: string, many: string): string {
  return count === 0 ? '' : `${count} ${count === 1 ? one : many}`;
}
