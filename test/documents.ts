/** A postmortem that lacks its timeline and nothing else. */
export const withoutTimeline = `# Search outage

## Summary

Search was down for an hour on 2026-03-01.

## Impact

All 1,200 users saw an error page.

## Root Cause

A disk filled up.

## Action Items

- [ ] Alert on disk usage (owner: Ana)
`;

export const shoppingList = '# Shopping\n\n- Bread\n- Milk\n';

export const missingSection = 'structure/missing-section';
