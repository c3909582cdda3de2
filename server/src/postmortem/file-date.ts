import { type CalendarDay, isRealDay } from '../time/calendar.ts';
import { isYear } from '../time/date-reading.ts';

const dated = /(?<!\d)(\d{4})([-_.]?)(\d{2})\2(\d{2})(?!\d)/;
/** Files that are named after their folder. */
const nameless = /^(?:index|readme|postmortem)\./i;

/** The day that a file is named after, such as `2024-03-12-checkout.md`; `undefined` where its name holds none. */
export function dateOfFileName(path: string): CalendarDay | undefined {
  const parts = path.split(/[/\\]/);
  const file = parts.at(-1) ?? '';
  const name = nameless.test(file) ? (parts.at(-2) ?? '') : file;
  const [, year = '', , month = '', day = ''] = dated.exec(name) ?? [];
  const found = { year: Number(year), month: Number(month), day: Number(day) };
  return isYear(found.year) && isRealDay(found.year, found.month, found.day) ? found : undefined;
}
