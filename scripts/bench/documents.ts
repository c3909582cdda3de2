const happenings = [
  'The error rate of the checkout service rises above two percent',
  'An alert pages the engineer on call, who opens the dashboard of the gateway',
  'The last roll-out is compared with the one before and nothing stands out',
  'Support hears from three customers that payments are declined',
  'Traffic is moved to the second region and the queue begins to shrink',
  'The configuration of the balancer is put back to what it was in the morning',
];

function clock(minute: number): string {
  const hours = Math.floor(minute / 60) % 24;
  return `${String(hours).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

function entry(i: number): string {
  return `- **${clock(600 + Math.floor(i / 8))} UTC** ${happenings[i % happenings.length]} (note ${i}, shard ${i % 17})`;
}

const head = `# Checkout declined payments

**Date:** 2024-05-14
**Severity:** SEV-2
**Status:** Final

## Summary

Checkout declined payments for 1 hour and 5 minutes, from 10:00 to 11:05 UTC on 2024-05-14. The certificate that the
gateway shows to the bank had expired.

## Impact

18 % of the orders placed in that time failed; 240 customers wrote to support.

## Timeline

All times are in UTC.

`;

const tail = `

## Root cause

The job that renews certificates ran on a host that had been removed in January, and nothing watched the date on which
the certificate would expire.

## Resolution

A certificate was issued by hand and installed on all gateways, one after the other.

## Action items

- [ ] Run the renewal job on the scheduler cluster. Owner: Ada Berg. Due: 2024-06-15. OPS-101
- [ ] Page 14 days before any certificate expires. Owner: Tom Reed. Due: 2024-06-30. OPS-102
- [x] Write down how a certificate is issued by hand. Owner: Kim Ito. OPS-103

## Lessons learned

- The alert fired within four minutes, and the second region took the traffic without a hitch.
- Nobody knew who owned the renewal job.
`;

/** A postmortem with a timeline of so many entries. */
export function postmortemOf(entries: number): string {
  return head + Array.from({ length: entries }, (_, i) => entry(i)).join('\n') + tail;
}

/** A postmortem of about so many bytes; all characters are ASCII. */
export function postmortemOfSize(bytes: number): string {
  const perEntry = postmortemOf(101).length - postmortemOf(100).length;
  return postmortemOf(Math.max(1, Math.round((bytes - head.length - tail.length) / perEntry)));
}

/** A typical postmortem of about 3 KB. */
export const typical = postmortemOfSize(3072);

/** A timeline of 9,000 lines, about 1 MB. */
export const long = postmortemOf(9000);
