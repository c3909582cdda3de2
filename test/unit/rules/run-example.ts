import type { Postmortem } from '../../../server/src/postmortem/postmortem.ts';
import { createPostmortemReader } from '../../../server/src/postmortem/postmortem-reader.ts';
import type { Finding } from '../../../server/src/review/finding.ts';
import { type ReviewOptions, type ReviewResult, review } from '../../../server/src/review/review.ts';
import type { Settings } from '../../../server/src/review/settings.ts';
import type { Example } from '../../../server/src/rules/example.ts';
import type { DocumentStatus, Rule } from '../../../server/src/rules/rule.ts';

export function readPostmortem(text: string, path = 'postmortem.md'): Postmortem {
  return createPostmortemReader().read(text, { path, isPostmortem: true, zone: undefined });
}

/** Reviews an example with all rules. A rule that is off by default is switched on while it is under test. */
export function reviewExample(example: Example, rule: Rule): ReviewResult {
  const text = withStatus(example.text, example.setting.status);
  return review(readPostmortem(text), reviewOptions(example, rule));
}

export function withStatus(text: string, status: DocumentStatus | undefined): string {
  if (status === undefined || status === 'unknown') return text;
  return text.replace(/^(Date: .*)$/m, `$1\nStatus: ${status}`);
}

export function reviewOptions(example: Example, rule: Rule): ReviewOptions {
  const { now, files } = example.setting;
  return {
    settings: [settingsOf(example, rule)],
    now: now === undefined ? undefined : { epochSeconds: Date.parse(now) / 1000 },
    workspace: { fileExists: (path) => files?.includes(path) },
  };
}

function settingsOf({ setting }: Example, rule: Rule): Settings {
  const switchedOn = rule.severity === 'off' ? { severity: 'info' as const } : {};
  return {
    rules: { [rule.code]: { ...switchedOn, ...(setting.options && { options: setting.options }) } },
    ...(setting.profile !== undefined && { profile: setting.profile }),
    ...(setting.public !== undefined && { public: setting.public }),
  };
}

export function isLoud(finding: Finding): boolean {
  return finding.severity === 'error' || finding.severity === 'warning';
}

/** For messages of failing tests: `3 warning timeline/out-of-order …`. */
export function toLine(finding: Finding, postmortem: Postmortem): string {
  return `${postmortem.source.lineAt(finding.span.start) + 1} ${finding.severity} ${finding.code} ${finding.message}`;
}
