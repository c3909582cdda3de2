import type { Span } from '../../text/span.ts';
import { inSection } from '../example.ts';
import type { RuleFinding } from '../finding.ts';
import { matchAt, occurrencesOf } from '../occurrences.ts';
import { defineRule } from '../rule.ts';
import { scanFor } from '../scan.ts';
import { redaction } from './redaction.ts';
import { type SecretForm, signedForms, standIn, underscoreForms } from './secret-forms.ts';

/** Put together here so that no tool takes the example for a secret of this project. */
const token = ['ghp', 'Zk3mQ8vTn1Yb6Lw0RcXs5Hd7Ej2GfUa4PoBi'].join('_');

export const secret = defineRule({
  code: 'privacy/secret',
  title: 'A secret stands in the text',
  severity: 'error',
  what: 'A token, a private key, a password in an address or a signed link stands in the document, in code as well as in prose.',
  why: 'Everybody who may read the postmortem can use it, and it stays in the history when it is taken out later.',
  how: 'Revoke the secret first: it must be taken as known. Then redact it; the fix does that.',
  fix: 'unsafe',
  examples: {
    bad: inSection('Resolution', `The job was started by hand with \`GITHUB_TOKEN=${token}\`.`),
    good: inSection('Resolution', 'The job was started by hand with `GITHUB_TOKEN=[redacted]`.'),
    nearMisses: [
      inSection(
        'Resolution',
        'The commit 4f1032b6c2e94c1bb6a3f0d8e3a1c9d57a60f1e2 was reverted; see https://ci.example.com/runs/88213?sig=short.',
      ),
      inSection(
        'Resolution',
        '`postgres://app:$PASSWORD@db.example.com/shop` and `AKIAIOSFODNN7EXAMPLE` are set by the deployment.',
      ),
    ],
    alsoBad: [
      inSection('Resolution', ['The job connects to postgres://shop:', 'kR7-vo2u', '@db.example.com/orders.'].join('')),
      inSection(
        'Resolution',
        `${'```'}\n${['-----BEGIN', 'RSA PRIVATE', 'KEY-----'].join(' ')}\nMIIEpAIBAAKCAQEA\n${['-----END', 'RSA PRIVATE', 'KEY-----'].join(' ')}\n${'```'}`,
      ),
    ],
  },
  *find({ postmortem }): Iterable<RuleFinding> {
    for (const { span, name } of secretPlaces(postmortem)) {
      const whole = wholeKey(postmortem.source.text, span);
      const message = `This looks like ${name}. Revoke it, then take it out of the document.`;
      yield { span: whole, message, fixes: [redaction(whole)] };
    }
  },
});

interface SecretPlace {
  readonly span: Span;
  readonly name: string;
}

const secretPlaces = scanFor(function* ({ text }): Iterable<SecretPlace> {
  for (const start of wordsWithUnderscore(text)) {
    for (const form of underscoreForms) yield* secretsAt(text, start, form);
  }
  for (const form of signedForms) {
    if (!text.includes(form.holds ?? '')) continue;
    for (const sign of form.signs) for (const at of occurrencesOf(text, sign)) yield* secretsAt(text, at, form);
  }
});

function* wordsWithUnderscore(text: string): Iterable<number> {
  let end = -1;
  for (const at of occurrencesOf(text, '_')) {
    if (at < end) continue;
    let start = at;
    while (start > 0 && isWordCode(text.charCodeAt(start - 1))) start--;
    end = at;
    while (isWordCode(text.charCodeAt(end))) end++;
    yield start;
  }
}

function isWordCode(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95;
}

function* secretsAt(text: string, at: number, { name, pattern }: SecretForm): Iterable<SecretPlace> {
  const match = matchAt(pattern, text, at);
  const written = match?.[1] ?? match?.[0];
  if (match === undefined || written === undefined || standIn.test(written)) return;
  const start = at + (match[1] === undefined ? 0 : match[0].lastIndexOf(written));
  yield { span: { start, end: start + written.length }, name };
}

const LONGEST_KEY = 12_000;

/** A private key reaches to the line that ends it. */
function wholeKey(text: string, span: Span): Span {
  if (!text.startsWith('-----BEGIN', span.start)) return span;
  const rest = text.slice(span.end, span.end + LONGEST_KEY);
  const end = rest.indexOf('-----END');
  const close = end < 0 ? -1 : rest.indexOf('-----', end + 8);
  return close < 0 ? span : { start: span.start, end: span.end + close + 5 };
}
