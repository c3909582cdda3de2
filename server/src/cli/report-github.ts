import type { Severity } from '../rules/finding.ts';
import { placeOf, type Report } from './report.ts';

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  hint: 'notice',
};

/** Workflow commands that GitHub Actions shows as annotations beside the lines. */
export function githubReport(report: Report): string {
  const lines = report.reviewed.flatMap(({ file, source, findings }) =>
    findings.map(({ span, code, severity, message }) => {
      const { line, column, endLine, endColumn } = placeOf(span, source);
      // GitHub ignores columns of annotations that span several lines.
      const end = endLine === line ? `,endLine=${endLine},endColumn=${endColumn}` : `,endLine=${endLine}`;
      const place = `file=${escapeProperty(file)},line=${line},col=${column}${end}`;
      return `::${commands[severity]} ${place},title=${escapeProperty(code)}::${escapeMessage(message)}\n`;
    }),
  );
  const unreadable = report.unreadable.map(
    ({ file, message }) => `::error file=${escapeProperty(file)}::${escapeMessage(message)}\n`,
  );
  return [...lines, ...unreadable].join('');
}

function escapeMessage(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
