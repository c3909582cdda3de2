import { review } from '../../../server/src/review/review.ts';
import { allRules } from '../../../server/src/rules/all-rules.ts';
import { readPostmortem } from './run-example.ts';

/** What one rule says about a text: the words it stands on and its message. */
export function findingsOf(code: string, text: string): readonly { readonly on: string; readonly message: string }[] {
  const postmortem = readPostmortem(text);
  const rules = allRules.filter((rule) => rule.code === code);
  const { findings, failures } = review(postmortem, {
    settings: [{ rules: { [code]: { severity: 'warning' } } }],
    now: undefined,
    workspace: { fileExists: () => undefined },
    rules,
  });
  if (rules.length !== 1 || failures.length > 0) throw new Error(`${code} cannot be run: ${JSON.stringify(failures)}`);
  return findings.map(({ span, message }) => ({ on: postmortem.source.slice(span), message }));
}
