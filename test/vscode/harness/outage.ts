/** A postmortem with all phases, one entry out of order and action items that lack something. */
export const outage = `# Checkout declined payments

**Date:** 2024-05-14
**Severity:** SEV-2
**Status:** Draft

## Summary

Checkout declined payments for 1 hour and 5 minutes, from 10:00 to 11:05 UTC on 2024-05-14, because a certificate had
expired.

## Impact

18 % of the orders placed in that time failed; 240 customers wrote to support.

## Timeline

All times are in UTC.

- 09:48 [trigger] The renewal job is moved to another cluster.
- 10:00 [start] The gateway refuses the expired certificate; payments begin to fail.
- 10:04 [detected] An alert on the error rate pages the engineer on call.
- 10:09 [acknowledged] Ada takes the page and opens the dashboard of the gateway.
- 10:15 Support hears from three customers that payments are declined.
- 10:12 The status page is updated.
- 10:31 [diagnosed] The certificate of the gateway turns out to be expired.
- 10:40–10:52 A new certificate is issued by hand and installed on all gateways, one after the other.
- 10:52 [mitigated] Payments go through again.
- 11:05 [resolved] The queue of payments is empty.
- 17:30 [closed] The renewal job runs again.

## Root cause

The job that renews certificates ran on a host that had been removed in January.

\`\`\`yaml
renewal:
  host: batch-7 # removed
  every: 24h
\`\`\`

## Action items

- [ ] Run the renewal job on the scheduler cluster. Owner: Ada Berg. Due: 2024-06-15. OPS-101
- [ ] Page 14 days before any certificate expires.
- [x] Write down how a certificate is issued by hand. Owner: Kim Ito. OPS-103
`;
