import type { Postmortem } from '../postmortem/postmortem.ts';
import { areaOf } from '../rules/rule.ts';
import type { SourceText } from '../text/source-text.ts';
import type { Span } from '../text/span.ts';
import type { Finding } from './finding.ts';
import { unusedSuppression } from './own-findings.ts';
import { type Settings, settingOf } from './settings.ts';
import { hides, readSuppressions, type Suppression } from './suppressions.ts';

/**
 * The findings that no comment hides, and a hint for each comment that hides nothing.
 * `notRun` are the rules that said nothing because they were not run: their suppressions are not called unused.
 */
export function applySuppressions(
  postmortem: Postmortem,
  findings: readonly Finding[],
  places: readonly Settings[],
  notRun: ReadonlySet<string>,
): Finding[] {
  const suppressions = readSuppressions(postmortem);
  if (suppressions.length === 0) return [...findings];
  const { source } = postmortem;
  const used = new Set<Suppression>();
  const kept = findings.filter((finding) => {
    const line = source.lineAt(finding.span.start);
    const hiding = suppressions.filter((suppression) => hides(suppression, finding.code, line));
    for (const suppression of hiding) used.add(suppression);
    return hiding.length === 0;
  });
  const severity = settingOf(unusedSuppression.code, places).severity ?? unusedSuppression.severity;
  if (severity === 'off') return kept;
  for (const suppression of suppressions) {
    if (used.has(suppression) || mayHideRuleThatWasNotRun(suppression, notRun)) continue;
    kept.push({
      code: unusedSuppression.code,
      severity,
      span: suppression.span,
      message: `Nothing to hide here for ${suppression.code ?? 'any rule'}: remove the suppression.`,
      related: [],
      fixes: [
        {
          title: 'Remove the suppression',
          safe: false,
          edits: [{ span: removable(source, suppression), text: '' }],
        },
      ],
      tag: 'unnecessary',
    });
  }
  return kept;
}

function mayHideRuleThatWasNotRun({ code }: Suppression, notRun: ReadonlySet<string>): boolean {
  if (code === undefined) return false;
  return notRun.has(code) || [...notRun].some((other) => areaOf(other) === code);
}

/** One code of several, with the space before it, or the comment, with its line where nothing else is on it. */
function removable(source: SourceText, { span, comment, alone }: Suppression): Span {
  if (!alone) {
    let start = span.start;
    while (/[\s,]/.test(source.text[start - 1] ?? '')) start--;
    return { start, end: span.end };
  }
  const line = source.lineSpan(source.lineAt(comment.start));
  const fillsLine =
    comment.end <= line.end &&
    source.text.slice(line.start, comment.start).trim() === '' &&
    source.text.slice(comment.end, line.end).trim() === '';
  return fillsLine ? { start: line.start, end: source.lineStart(source.lineAt(comment.start) + 1) } : comment;
}
