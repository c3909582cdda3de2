import type { ActionItem } from '../postmortem/action-item.ts';
import type { Postmortem } from '../postmortem/postmortem.ts';
import { type CalendarDay, compareDays, formatDay, fromEpochMinutes } from '../time/calendar.ts';
import { type Html, html } from './html.ts';
import { type References, reference } from './place-reference.ts';

/** The action items with state, owner, due day and ticket. `today` is `undefined` where the time of day is not known: then nothing is overdue. */
export function actionTableHtml(
  { actionLists }: Postmortem,
  today: CalendarDay | undefined,
  references: References,
): Html {
  const items = actionLists.flatMap((list) => list.items);
  if (items.length === 0) {
    return html`<p class="pm-none">No action items yet. What will keep this from happening again?</p>`;
  }
  const done = items.filter((item) => item.done).length;
  const overdue = items.filter((item) => isOverdue(item, today)).length;
  const late = overdue === 0 ? '' : `, ${overdue} overdue`;
  return html`<p class="pm-count">${`${done} of ${items.length} done${late}`}</p><div class="pm-scroll" role="region" aria-label="Table of action items" tabindex="0"><table class="pm-actions"><thead><tr><th scope="col">State</th><th scope="col">Action</th><th scope="col">Owner</th><th scope="col">Due</th><th scope="col">Ticket</th></tr></thead><tbody>${items.map((item) => row(item, today, references))}</tbody></table></div>`;
}

/** The day of a time in UTC. */
export function dayOfEpoch(epochSeconds: number): CalendarDay {
  const { year, month, day } = fromEpochMinutes(epochSeconds / 60);
  return { year, month, day };
}

function isOverdue({ done, due }: ActionItem, today: CalendarDay | undefined): boolean {
  return !done && due !== undefined && today !== undefined && compareDays(due.value, today) < 0;
}

function row(item: ActionItem, today: CalendarDay | undefined, references: References): Html {
  const late = isOverdue(item, today);
  const due = item.due === undefined ? undefined : formatDay(item.due.value);
  return html`<tr class="${item.done ? 'pm-done' : late ? 'pm-late' : 'pm-open'}"><td><span class="pm-state" aria-hidden="true">${item.done ? '✓' : '○'}</span> ${item.done ? 'Done' : 'Open'}</td><td dir="auto">${reference(item.text || 'No words', item.line, references)}</td>${cell(item.owner?.value, 'owner')}<td class="pm-due">${shown(due, 'due day')}${late && html` <strong class="pm-overdue">overdue</strong>`}</td>${cell(item.ticket?.value, 'ticket')}</tr>`;
}

/** So long a name or a ticket is not broken into lines. */
const longestWhole = 20;

function cell(value: string | undefined, what: string): Html {
  const isShort = (value?.trim().length ?? 0) <= longestWhole;
  return html`<td dir="auto"${isShort && html` class="pm-whole"`}>${shown(value, what)}</td>`;
}

function shown(value: string | undefined, what: string): Html {
  return value === undefined || value.trim() === ''
    ? html`<span class="pm-lacks"><span aria-hidden="true">–</span><span class="pm-hidden">no ${what}</span></span>`
    : html`${value.trim()}`;
}
