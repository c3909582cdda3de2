import type { IndexedActionItem, IndexedPostmortem } from '../../../server/src/lsp/messages.ts';

export type Grouping = 'year' | 'service';

/** What of the archive is shown; nothing set: all of it. */
export interface IncidentFilter {
  /** All of these have to stand in title, services, owners, severity, status or number. */
  readonly words: string;
  readonly actions: 'open' | 'overdue' | undefined;
}

export const noFilter: IncidentFilter = { words: '', actions: undefined };

export interface OverdueNode {
  readonly kind: 'overdue';
  readonly children: readonly ActionNode[];
}

export interface GroupNode {
  readonly kind: 'group';
  /** The year or the service; `undefined`: the document names none. */
  readonly name: string | undefined;
  readonly children: readonly IncidentNode[];
}

export interface IncidentNode {
  readonly kind: 'incident';
  readonly id: string;
  readonly incident: IndexedPostmortem;
  /** The open action items. */
  readonly children: readonly ActionNode[];
}

export interface ActionNode {
  readonly kind: 'action';
  readonly id: string;
  readonly incident: IndexedPostmortem;
  readonly action: IndexedActionItem;
  readonly overdue: boolean;
  /** Whether it stands apart from its incident, which then has to be named. */
  readonly apart: boolean;
}

export type TreeNode = OverdueNode | GroupNode | IncidentNode | ActionNode;

/** The archive as a tree: overdue action items first, then the incidents, newest first. `today`: `2024-08-22`. */
export function incidentTree(
  all: readonly IndexedPostmortem[],
  grouping: Grouping,
  filter: IncidentFilter,
  today: string,
): readonly (OverdueNode | GroupNode)[] {
  const shown = all.filter((incident) => fits(incident, filter, today));
  const overdue = shown
    .flatMap((incident) => actionNodes(incident, today, 'overdue', true))
    .filter((node) => node.overdue)
    .sort((a, b) => compare(a.action.due ?? '', b.action.due ?? ''));
  const groups = grouping === 'year' ? byYear(shown, today) : byService(shown, today);
  return overdue.length === 0 ? groups : [{ kind: 'overdue', children: overdue }, ...groups];
}

function fits(incident: IndexedPostmortem, { words, actions }: IncidentFilter, today: string): boolean {
  const open = incident.actions.filter(({ done }) => !done);
  if (actions === 'open' && open.length === 0) return false;
  if (actions === 'overdue' && !open.some((action) => isOverdue(action, today))) return false;
  const { title, services, owners, severity, status, date, incidentIds, uri } = incident;
  const file = uri.slice(uri.lastIndexOf('/') + 1);
  const text = [title, file, severity ?? '', status ?? '', date ?? '', ...services, ...owners, ...incidentIds]
    .join('\n')
    .toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function isOverdue({ done, due }: IndexedActionItem, today: string): boolean {
  return !done && due !== null && due < today;
}

function byYear(shown: readonly IndexedPostmortem[], today: string): readonly GroupNode[] {
  return grouped(shown, ({ date }) => [date?.slice(0, 4)], today).sort((a, b) => compareNames(b.name, a.name));
}

function byService(shown: readonly IndexedPostmortem[], today: string): readonly GroupNode[] {
  const services = ({ services: named }: IndexedPostmortem): readonly (string | undefined)[] =>
    named.length === 0 ? [undefined] : named;
  return grouped(shown, services, today).sort((a, b) => {
    if (a.name === undefined || b.name === undefined)
      return Number(a.name === undefined) - Number(b.name === undefined);
    return a.name.localeCompare(b.name);
  });
}

/** Those without a name come last. */
function compareNames(a: string | undefined, b: string | undefined): number {
  return compare(a ?? '', b ?? '');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function grouped(
  shown: readonly IndexedPostmortem[],
  namesOf: (incident: IndexedPostmortem) => readonly (string | undefined)[],
  today: string,
): GroupNode[] {
  const groups = new Map<string, { readonly name: string | undefined; readonly incidents: IndexedPostmortem[] }>();
  for (const incident of shown) {
    for (const name of namesOf(incident)) {
      const key = name?.toLowerCase() ?? '';
      const group = groups.get(key) ?? { name, incidents: [] };
      group.incidents.push(incident);
      groups.set(key, group);
    }
  }
  return [...groups].map(([key, { name, incidents }]) => ({
    kind: 'group',
    name,
    children: incidents
      .sort((a, b) => compare(b.date ?? '', a.date ?? '') || compare(a.title, b.title))
      .map((incident) => incidentNode(incident, key, today)),
  }));
}

function incidentNode(incident: IndexedPostmortem, group: string, today: string): IncidentNode {
  const id = `${group}\n${incident.uri}`;
  return { kind: 'incident', id, incident, children: actionNodes(incident, today, id, false) };
}

function actionNodes(
  incident: IndexedPostmortem,
  today: string,
  parent: string,
  apart: boolean,
): readonly ActionNode[] {
  return incident.actions.flatMap((action, i): ActionNode[] =>
    action.done
      ? []
      : [
          {
            kind: 'action',
            id: `${parent}\n${incident.uri}\n${i}`,
            incident,
            action,
            overdue: isOverdue(action, today),
            apart,
          },
        ],
  );
}
