import type { ImportContext } from '../../../../server/src/features/import/imported.ts';
import { readImport } from '../../../../server/src/features/import/read-import.ts';
import { formatLocal } from '../../../../server/src/time/calendar.ts';
import { readZone } from '../../../../server/src/time/zone-text.ts';

const context: ImportContext = {
  day: { year: 2026, month: 3, day: 5 },
  ownZone: readZone('Europe/Berlin', 0)?.zone,
};

/** One line for each event, then one for each thing left out; local times have no `Z`. */
export function printed(text: string): readonly string[] {
  const result = readImport(text, context);
  if (result.kind === 'failed') return [`${result.why}${result.detail === '' ? '' : ': …'}`];
  const { events, left } = result.imported;
  return [
    ...events.map(({ time, words }) => {
      const when =
        time.kind === 'instant'
          ? new Date(time.epochSeconds * 1000).toISOString().replace(':00.000Z', 'Z').replace('.000Z', 'Z')
          : formatLocal(time.local);
      return `${when} ${words}`;
    }),
    ...left.map(({ place, text: lost, reason }) => `left: ${place}: ${lost}: ${reason}`),
  ];
}

export function printedJson(value: unknown): readonly string[] {
  return printed(JSON.stringify(value));
}
