import { placeOf, type Report } from './report.ts';

/** `postmortem check --format json`: an interface, see docs/command-line.md. */
export function jsonReport(report: Report): string {
  return `${JSON.stringify(
    {
      schema: 1,
      files: report.files,
      postmortems: report.postmortems,
      findings: report.reviewed.flatMap(({ file, source, findings }) =>
        findings.map(({ span, code, severity, message, fixes }) => ({
          file,
          ...placeOf(span, source),
          code,
          severity,
          message,
          fixes: fixes.map((fix) => fix.title),
        })),
      ),
      repaired: report.reviewed.flatMap(({ file, repairs }) =>
        (repairs?.list ?? []).map(({ code, title }) => ({ file, code, title })),
      ),
      unreadable: report.unreadable,
    },
    undefined,
    2,
  )}\n`;
}
