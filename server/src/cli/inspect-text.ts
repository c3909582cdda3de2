import type { InspectedFile } from '../features/inspected-file.ts';
import { printable, type Style } from './style.ts';

/** The model of one file for people. */
export function inspectText(file: InspectedFile, style: Style): string {
  const { verdict } = file;
  const where = verdict.line === null ? '' : ` (line ${verdict.line})`;
  const head = `${style.strong(file.file)}: ${file.postmortem ? 'a postmortem' : 'not a postmortem'}: ${verdict.detail}${where}`;
  if (!file.postmortem) return `${head}\n`;
  const parts = [
    head,
    `  Title     ${file.title === null ? '–' : printable(file.title)}`,
    `  Profile   ${file.profile}`,
    `  Duration  ${minutes(file.statedMinutes)} stated, ${minutes(file.computedMinutes)} computed`,
    ...metricLines(file),
    ...block(
      'Sections',
      file.sections.map((section) => row(section.line, section.kind.padEnd(12), section.heading)),
      style,
    ),
    ...block(
      'Timeline',
      file.timeline.map((entry) => row(entry.line, timeOf(entry), phaseOf(entry) + entry.text)),
      style,
    ),
    ...block(
      'Actions',
      file.actions.map((action) => row(action.line, action.done ? '[x]' : '[ ]', actionText(action))),
      style,
    ),
  ];
  return `${parts.join('\n')}\n`;
}

function row(line: number, label: string, text: string): string {
  return `  ${String(line).padStart(5)}  ${label}  ${printable(text)}`;
}

function block(title: string, rows: readonly string[], style: Style): readonly string[] {
  return rows.length === 0 ? [] : [style.strong(title), ...rows];
}

function metricLines({ metrics }: InspectedFile): readonly string[] {
  return Object.entries(metrics).flatMap(([name, metric]) =>
    metric
      ? [
          `  ${name.padEnd(11)}${minutes(metric.minutes)}, lines ${metric.from} to ${metric.to}${metric.inferred ? ', inferred' : ''}`,
        ]
      : [],
  );
}

function minutes(count: number | null): string {
  if (count === null) return 'none';
  const whole = Math.round(count);
  const hours = Math.floor(whole / 60);
  return hours === 0 ? `${whole} min` : `${hours} h ${whole % 60} min`;
}

function timeOf({ start, end, zone }: InspectedFile['timeline'][number]): string {
  const range = `${start ?? '?'}${end === null ? '' : ` – ${end}`}`;
  return `${range} ${zone ?? '(no zone)'}`;
}

function phaseOf({ phase, phaseFrom }: InspectedFile['timeline'][number]): string {
  if (phase === null) return '';
  return phaseFrom === 'words' ? `(${phase}?) ` : `(${phase}) `;
}

function actionText({ text, owner, due, ticket }: InspectedFile['actions'][number]): string {
  const details = [owner, due, ticket].filter((detail) => detail !== null);
  return details.length === 0 ? text : `${text} (${details.join(', ')})`;
}
