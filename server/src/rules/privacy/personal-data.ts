import type { Span } from '../../text/span.ts';
import { inSection } from '../example.ts';
import type { RuleFinding } from '../finding.ts';
import { matchAt, occurrencesOf } from '../occurrences.ts';
import { defineRule } from '../rule.ts';
import { scanFor } from '../scan.ts';
import { redaction } from './redaction.ts';

export const personalData = defineRule({
  code: 'privacy/personal-data',
  title: 'An e-mail address, a phone or a card number stands in the text',
  severity: 'info',
  severityWhen: { public: 'warning' },
  what: 'An e-mail address of a person, a phone number or the number of a payment card stands in the document.',
  why: 'Postmortems are shared further than their authors expect, and nobody in them agreed to that.',
  how: 'Name the role, or a group of people, instead. The fix redacts it.',
  fix: 'unsafe',
  examples: {
    bad: inSection('Resolution', 'The order of jane.doe@webshop-kunden.de was placed again by hand.'),
    good: inSection('Resolution', 'The order of one customer was placed again by hand.'),
    nearMisses: [
      inSection(
        'Resolution',
        'Alerts come from noreply@example.com; the code is at git@github.com:shop/checkout.git and `checkout@2.14.0`.',
      ),
      inSection(
        'Resolution',
        'Request 4111-2222 of build 20240312094500 took 1710236700123 ms; see order 4012888888881882.',
      ),
    ],
    alsoBad: [
      inSection('Resolution', 'The customer was called at +49 30 1234 5678.'),
      inSection('Resolution', 'The card 4012 8888 8888 1881 was charged twice.'),
    ],
  },
  *find({ postmortem }): Iterable<RuleFinding> {
    for (const { span, what } of personalPlaces(postmortem)) yield found(span, what);
  },
});

const personalPlaces = scanFor(function* ({ text, prose }) {
  for (const span of addresses(text)) yield { span, what: 'an e-mail address' };
  for (const span of cards(text)) yield { span, what: 'the number of a payment card' };
  for (const span of phones(prose)) yield { span, what: 'a phone number' };
});

function found(span: Span, what: string): RuleFinding {
  return { span, message: `This looks like ${what}. Name a role instead, or redact it.`, fixes: [redaction(span)] };
}

/** Addresses of no person: of documentation, of machines and of groups. */
const nobody =
  /^(?:no-?reply|do-?not-?reply|git|support|security|info|admin|postmaster|webmaster|hello|contact|help|abuse|sales|press|team|root|hostmaster|notifications?|alerts?|bot|ops|oncall|on-call|sre|incidents?)(?:[+.-][\w.-]*)?@|@(?:[\w-]+\.)*(?:example\.(?:com|org|net)|example|test|invalid|localhost|local|users\.noreply\.github\.com)$|@\d|\.(?:service|socket|timer|png|jpe?g|webp|gif|svg|mount|target)$/i;

/** Around each `@`, so that a text without one costs nothing. */
function* addresses(text: string): Iterable<Span> {
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    let start = at;
    while (start > 0 && at - start < 64 && /[\w.%+-]/.test(text.charAt(start - 1))) start--;
    const domain = /^(?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,18}(?![\w@])/i.exec(text.slice(at + 1, at + 255))?.[0];
    if (
      domain === undefined ||
      start === at ||
      (/[/:@]/.test(text.charAt(start - 1)) && !text.startsWith('mailto:', start - 7))
    )
      continue;
    const end = at + 1 + domain.length;
    if (text.charAt(end) === ':' && /\w/.test(text.charAt(end + 1))) continue;
    const span = { start, end };
    if (!nobody.test(text.slice(start, end)) && /^\w/.test(text.charAt(start))) yield span;
  }
}

const phone =
  /(?<![\w+.,/-])(?:\+[1-9]\d{0,2}[ .-]?(?:\(\d{1,4}\)[ .-]?)?\d{1,4}(?:[ .-]\d{2,5}){1,4}|\(\d{3}\) ?\d{3}[ .-]\d{4})(?![\w.,:-]?\d)/y;

/** Groups of digits that a country code or brackets mark as a phone number. */
function* phones(prose: string): Iterable<Span> {
  for (const sign of ['+', '(']) {
    for (const start of occurrencesOf(prose, sign)) {
      const written = matchAt(phone, prose, start)?.[0] ?? '';
      const digits = written.replace(/\D/g, '').length;
      if (digits >= 9 && digits <= 15) yield { start, end: start + written.length };
    }
  }
}

const card = /(?<![\w./-])(?:[3-6]\d{3}([ -]?)\d{4}\1\d{4}\1\d{4}|3[47]\d{2}([ -]?)\d{6}\2\d{5})(?![\w./-]*\d)/g;

function* cards(text: string): Iterable<Span> {
  for (const match of text.matchAll(card)) {
    const digits = match[0].replace(/\D/g, '');
    if (issuer.test(digits) && passesLuhn(digits)) yield { start: match.index, end: match.index + match[0].length };
  }
}

const issuer = /^(?:4|5[1-5]|2[2-7]|3[47]|6(?:011|5))/;

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits.charAt(digits.length - 1 - i));
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
