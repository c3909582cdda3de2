import type { Span } from '../../text/span.ts';
import { inSection } from '../example.ts';
import type { RuleFinding } from '../finding.ts';
import { matchAt, occurrencesOf } from '../occurrences.ts';
import { defineRule } from '../rule.ts';
import { scanFor } from '../scan.ts';
import { redaction } from './redaction.ts';

export const internalHost = defineRule({
  code: 'privacy/internal-host',
  title: 'A host or an address of an internal network stands in the text',
  severity: 'off',
  severityWhen: { public: 'warning' },
  what: 'A private IP address or the name of an internal host stands in a document that is read outside of the organisation.',
  why: 'It tells an attacker how the network is built, and readers outside can do nothing with it.',
  how: 'Name what the host does (“the primary database”). The fix redacts it.',
  fix: 'unsafe',
  examples: {
    bad: inSection('Resolution', 'Traffic was sent to 10.42.7.19 until the gateway was back.', { public: true }),
    good: inSection('Resolution', 'Traffic was sent to the spare gateway until the first one was back.', {
      public: true,
    }),
    nearMisses: [
      inSection('Resolution', 'Version 10.2.13.4 of the gateway was installed; 203.0.113.7 is its public address.', {
        public: true,
      }),
      inSection('Resolution', 'All of 10.0.0.0/8 is private, and 127.0.0.1 is everybody’s own.', { public: true }),
      inSection('Resolution', 'The internal server of corp.example.com answered.', { public: true }),
    ],
    alsoBad: [inSection('Resolution', 'The database db-3.prod.corp was restarted.', { public: true })],
  },
  *find({ postmortem }): Iterable<RuleFinding> {
    for (const { span, what } of internalPlaces(postmortem)) yield found(span, postmortem.source.slice(span), what);
  },
});

const internalPlaces = scanFor(function* ({ text }) {
  for (const start of ['10.', '192.168.', '172.'].flatMap((sign) => [...occurrencesOf(text, sign)])) {
    const written = matchAt(privateAddress, text, start)?.[0];
    if (written === undefined || isVersion(text, start) || isRange(text, start + written.length, written)) continue;
    yield { span: { start, end: start + written.length }, what: 'a private IP address' };
  }
  for (const at of endings.flatMap((ending) => [...occurrencesOf(text, ending)])) {
    let start = at;
    while (start > 0 && at - start < LONGEST_NAME && isHostCode(text.charCodeAt(start - 1))) start--;
    const written = matchAt(internalName, text, start)?.[0];
    if (written === undefined || start + written.length <= at) continue;
    yield { span: { start, end: start + written.length }, what: 'the name of an internal host' };
  }
});

const LONGEST_NAME = 253;

/** Letters, digits, dots and hyphens. */
function isHostCode(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 45 ||
    code === 46
  );
}

const privateAddress =
  /(?<![\w.-])(?:10(?:\.\d{1,3}){3}|192\.168(?:\.\d{1,3}){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2})(?![\w-]|\.\d)/y;
const endings: readonly string[] = ['.internal', '.corp', '.intranet', '.lan', '.localdomain', '.cluster.local'];
const internalName =
  /(?<![\w.@-])[a-z0-9](?:[a-z0-9-]{0,62}\.){1,8}(?:internal|corp|intranet|lan|localdomain|cluster\.local)(?![\w-]|\.[a-z0-9])/iy;

function found(span: Span, written: string, what: string): RuleFinding {
  const message = `“${written}” is ${what}. Say what it does instead, or redact it.`;
  return { span, message, fixes: [redaction(span)] };
}

function isVersion(text: string, at: number): boolean {
  return /(?:version|release|\bv)\s?$/i.test(text.slice(Math.max(0, at - 10), at));
}

/** `10.0.0.0/8` names a network, not a host. */
function isRange(text: string, end: number, address: string): boolean {
  return text.charAt(end) === '/' && address.endsWith('.0') && /^\/\d/.test(text.slice(end, end + 2));
}
