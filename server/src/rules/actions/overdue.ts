import type { ActionItem } from '../../postmortem/action-item.ts';
import { type CalendarDay, toEpochDays } from '../../time/calendar.ts';
import { inSection } from '../example.ts';
import type { RuleFinding } from '../finding.ts';
import { defineRule, type RuleContext } from '../rule.ts';
import { openItems } from './open-items.ts';

export const overdue = defineRule({
  code: 'actions/overdue',
  title: 'An overdue action item',
  severity: 'warning',
  what: 'An action item that is open and whose due date has passed everywhere on earth. Where nothing says whether the item is open, it is only an information.',
  why: 'The document promises a repair that has not come, and the next reader counts on it.',
  how: 'Tick it off if it is done. If not, agree on a new date, or write why it is dropped.',
  examples: {
    bad: inSection(
      'Action items',
      `- [x] Run the renewal job on the scheduler cluster. Owner: Ada Berg. Due: 2024-04-15.
- [ ] Page 14 days before any certificate expires. Owner: Tom Reed. Due: 2024-04-30.`,
      { now: '2024-05-09' },
    ),
    good: inSection(
      'Action items',
      `- [x] Run the renewal job on the scheduler cluster. Owner: Ada Berg. Due: 2024-04-15.
- [ ] Page 14 days before any certificate expires. Owner: Tom Reed. Due: 2024-05-31.`,
      { now: '2024-05-09' },
    ),
    nearMisses: [
      inSection(
        'Action items',
        '- [ ] Page 14 days before any certificate expires. Owner: Tom Reed. Due: 2024-04-30.',
        {
          now: '2024-05-01T11:00:00Z',
        },
      ),
      inSection('Action items', '- [ ] Page 14 days before any certificate expires. Owner: Tom Reed. Due: 2024-04-30.'),
      inSection(
        'Action items',
        `| Action | Owner | Due | Status |
| --- | --- | --- | --- |
| Page 14 days before any certificate expires | Tom Reed | 2024-04-30 | Done |`,
        { now: '2024-05-09' },
      ),
    ],
    alsoBad: [
      inSection(
        'Action items',
        `| Action | Owner | Due | Status |
| --- | --- | --- | --- |
| Page 14 days before any certificate expires | Tom Reed | 2024-04-30 | In progress |`,
        { now: '2024-05-09' },
      ),
    ],
  },
  find: overdueItems,
});

const secondsPerDay = 86_400;
/** The last places where a day ends are twelve hours behind UTC. */
const lastZoneInSeconds = 12 * 3600;

function* overdueItems({ postmortem, now }: RuleContext): Iterable<RuleFinding> {
  if (now === undefined) return;
  const today = Math.floor((now.epochSeconds - lastZoneInSeconds) / secondsPerDay);
  for (const { item } of openItems(postmortem)) {
    if (item.due === undefined) continue;
    const days = today - toEpochDays(item.due.value);
    if (days <= 0) continue;
    yield {
      span: item.due.span,
      message: messageFor(item, days, isoDay(item.due.value)),
      ...(item.state === undefined && { severity: 'info' as const }),
    };
  }
}

function messageFor(item: ActionItem, days: number, due: string): string {
  const late = `was due on ${due}, ${days === 1 ? '1 day' : `${days} days`} ago`;
  return item.state === undefined
    ? `This item ${late}, and nothing says whether it is done. Mark it, or give it a new date.`
    : `This item ${late}, and is open. Tick it off, give it a new date, or say why it is dropped.`;
}

function isoDay({ year, month, day }: CalendarDay): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
