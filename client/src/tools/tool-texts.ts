import type { CheckAnswer } from '../../../server/src/lsp/command-messages.ts';

const severities = ['', 'error', 'warning', 'info', 'hint'] as const;

/** What a language model is told about a check: one line for each finding. */
export function checkText(path: string, { postmortem, detail, findings, file }: CheckAnswer): string {
  if (!postmortem) return `${path} is not a postmortem: ${detail}. Nothing was checked.`;
  const lines = findings.map(
    ({ range, severity, code, message }) =>
      `line ${range.start.line + 1} ${severities[severity] ?? ''} ${code}: ${message}`,
  );
  const head = `${path} is a postmortem (${detail}), held against the form “${file.profile}”. Findings: ${findings.length}.`;
  return [head, ...lines].join('\n');
}

/** Its entries, one on a line, and the times that follow from them. */
export function timelineText(path: string, { postmortem, detail, file }: CheckAnswer): string {
  if (!postmortem) return `${path} is not a postmortem: ${detail}.`;
  if (file.timeline.length === 0) return `${path} has no timeline entries.`;
  const entries = file.timeline.map(({ line, start, instant, zone, phase, phaseFrom, text }) => {
    const when = instant ?? [start ?? 'time unknown', zone ?? 'zone unknown'].join(' ');
    const mark = phase === null ? '' : ` [${phase}${phaseFrom === 'words' ? ', inferred' : ''}]`;
    return `line ${line} ${when}${mark} ${text}`;
  });
  const metrics = Object.entries(file.metrics).flatMap(([name, metric]) =>
    metric === null
      ? []
      : [
          `time to ${name}: ${metric.minutes} min, line ${metric.from} to ${metric.to}${metric.inferred ? ', inferred' : ''}`,
        ],
  );
  return [`${path}: ${file.title ?? 'without a title'}`, ...entries, ...metrics].join('\n');
}
