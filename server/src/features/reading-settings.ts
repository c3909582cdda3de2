import { createValueReader, type Path, type ValueReader } from '../review/plain-value.ts';
import { readTicketLink, type TicketLink } from './ticket-link.ts';

const hintPlaces = ['changes', 'always', 'off'] as const;
const elapsedBases = ['sinceStart', 'sincePrevious', 'off'] as const;

export interface HintSettings {
  readonly elapsed: (typeof elapsedBases)[number];
  /** `changes`: only where it differs from the entry above. */
  readonly date: (typeof hintPlaces)[number];
  readonly zone: (typeof hintPlaces)[number];
  readonly phase: boolean;
}

export interface LensSettings {
  readonly title: boolean;
  readonly timeline: boolean;
  readonly actions: boolean;
}

/** Settings of the editor that say how a document is shown, not what is right in it. */
export interface ReadingSettings {
  readonly inlayHints: HintSettings;
  readonly codeLens: LensSettings;
  readonly tickets: readonly TicketLink[];
  /** What could not be read, in whole sentences; the rest holds. */
  readonly problems: readonly string[];
}

const mostTickets = 50;

/** Reads `inlayHints`, `codeLens` and `tickets` from the values of the editor's settings; what is left out has its default. */
export function readReadingSettings(value: unknown): ReadingSettings {
  const reader = createValueReader();
  const table = reader.table(value, []) ?? {};
  const hints = reader.table(table.inlayHints, ['inlayHints']) ?? {};
  const lens = reader.table(table.codeLens, ['codeLens']) ?? {};
  const shown = (from: Readonly<Record<string, unknown>>, group: string, key: string): boolean =>
    reader.boolean(from[key], [group, key]) ?? true;
  return {
    inlayHints: {
      elapsed: reader.oneOf(hints.elapsed, elapsedBases, ['inlayHints', 'elapsed']) ?? 'sinceStart',
      date: reader.oneOf(hints.date, hintPlaces, ['inlayHints', 'date']) ?? 'changes',
      zone: reader.oneOf(hints.zone, hintPlaces, ['inlayHints', 'zone']) ?? 'changes',
      phase: shown(hints, 'inlayHints', 'phase'),
    },
    codeLens: {
      title: shown(lens, 'codeLens', 'title'),
      timeline: shown(lens, 'codeLens', 'timeline'),
      actions: shown(lens, 'codeLens', 'actions'),
    },
    tickets: (reader.list(table.tickets, ['tickets']) ?? [])
      .slice(0, mostTickets)
      .flatMap((ticket, index) => readTicket(ticket, ['tickets', index], reader) ?? []),
    problems: reader.problems.map(({ message }) => message),
  };
}

function readTicket(value: unknown, path: Path, reader: ValueReader): TicketLink | undefined {
  const table = reader.table(value, path);
  if (table === undefined) return undefined;
  reader.onlyKeys(table, ['pattern', 'url'], path);
  const pattern = reader.text(table.pattern, [...path, 'pattern']);
  const url = reader.text(table.url, [...path, 'url']);
  if (!pattern || !url) {
    reader.complain(path, `“${path.join('.')}” needs a “pattern” and a “url”.`);
    return undefined;
  }
  const link = readTicketLink(pattern, url);
  if (typeof link !== 'string') return link;
  reader.complain(path, `“${path.join('.')}” is not used: ${link}`);
  return undefined;
}
