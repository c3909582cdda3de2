import { l10n, MarkdownString, Range, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri } from 'vscode';
import type { IndexedPostmortem, IndexRange } from '../../../server/src/lsp/messages.ts';
import type { ActionNode, GroupNode, IncidentNode, OverdueNode, TreeNode } from './incident-tree.ts';

/** How many findings a document has; `undefined`: not known. */
export type FindingCount = (uri: Uri) => number | undefined;

const warning = new ThemeColor('list.warningForeground');

export function treeItem(node: TreeNode, findings: FindingCount, isFirstGroup: boolean): TreeItem {
  switch (node.kind) {
    case 'overdue':
      return overdueItem(node);
    case 'group':
      return groupItem(node, isFirstGroup);
    case 'incident':
      return incidentItem(node, findings);
    case 'action':
      return actionItem(node);
  }
}

function overdueItem({ children }: OverdueNode): TreeItem {
  const item = new TreeItem(l10n.t('Overdue Action Items'), TreeItemCollapsibleState.Expanded);
  item.id = 'overdue';
  item.description = String(children.length);
  item.iconPath = new ThemeIcon('warning', warning);
  return item;
}

function groupItem({ name, children }: GroupNode, isFirst: boolean): TreeItem {
  const state = isFirst ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
  const item = new TreeItem(name ?? l10n.t('Not Named'), state);
  item.id = `group\n${name ?? ''}`;
  item.description = String(children.length);
  return item;
}

function incidentItem({ id, incident, children }: IncidentNode, findings: FindingCount): TreeItem {
  const uri = Uri.parse(incident.uri);
  const state = children.length === 0 ? TreeItemCollapsibleState.None : TreeItemCollapsibleState.Collapsed;
  const item = new TreeItem(titleOf(incident), state);
  const facts = factsOf(incident, children.length, findings(uri));
  item.id = id;
  item.description = facts.join(' · ');
  item.tooltip = tooltipOf(incident, facts);
  item.iconPath = new ThemeIcon(iconOf(incident.status));
  item.contextValue = 'incident';
  item.command = openCommand(uri, incident.range);
  item.accessibilityInformation = { label: [titleOf(incident), ...facts].join(', ') };
  return item;
}

function titleOf({ title, uri }: IndexedPostmortem): string {
  return title.trim() || decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
}

function factsOf(
  { severity, status, minutes, date }: IndexedPostmortem,
  open: number,
  findings: number | undefined,
): readonly string[] {
  return [
    date?.slice(5),
    severity ?? undefined,
    minutes === null ? undefined : durationText(minutes),
    status === null ? undefined : shortened(status),
    open === 0 ? undefined : open === 1 ? l10n.t('1 open action') : l10n.t('{0} open actions', open),
    findings === undefined || findings === 0
      ? undefined
      : findings === 1
        ? l10n.t('1 finding')
        : l10n.t('{0} findings', findings),
  ].filter((fact) => fact !== undefined);
}

/** `42 min`, `1 h 45 min`, `2 d 3 h` */
function durationText(minutes: number): string {
  const total = Math.round(minutes);
  if (total < 60) return l10n.t('{0} min', total);
  const [hours, rest] = [Math.floor(total / 60), total % 60];
  if (hours < 48) return rest === 0 ? l10n.t('{0} h', hours) : l10n.t('{0} h {1} min', hours, rest);
  return l10n.t('{0} d {1} h', Math.floor(hours / 24), hours % 24);
}

function shortened(text: string): string {
  return text.length <= 24 ? text : `${text.slice(0, 23).trimEnd()}…`;
}

function tooltipOf(incident: IndexedPostmortem, facts: readonly string[]): MarkdownString {
  const { date, services, owners } = incident;
  const tooltip = new MarkdownString();
  tooltip.appendMarkdown('**').appendText(titleOf(incident)).appendMarkdown('**\n\n');
  const lines = [
    [date, ...facts.slice(date === null ? 0 : 1)].filter((part) => part !== null).join(' · '),
    services.length === 0 ? '' : l10n.t('Services: {0}', services.join(', ')),
    owners.length === 0 ? '' : l10n.t('Owners: {0}', owners.join(', ')),
  ].filter((line) => line !== '');
  for (const line of lines) tooltip.appendText(line).appendMarkdown('\n\n');
  return tooltip;
}

const finalStatus = /final|complete|closed|done|publish|resolved|reviewed|approved|finished/i;

function iconOf(status: string | null): string {
  if (status === null) return 'circle-outline';
  return finalStatus.test(status) ? 'pass' : 'edit';
}

function actionItem({ id, incident, action, overdue, apart }: ActionNode): TreeItem {
  const item = new TreeItem(action.text, TreeItemCollapsibleState.None);
  const due =
    action.due === null
      ? undefined
      : overdue && !apart
        ? l10n.t('due {0}, overdue', action.due)
        : l10n.t('due {0}', action.due);
  const facts = [due, action.owner ?? l10n.t('no owner'), apart ? titleOf(incident) : undefined].filter(
    (fact) => fact !== undefined,
  );
  item.id = id;
  item.description = facts.join(' · ');
  item.tooltip = [action.text, ...facts].join('\n');
  item.iconPath = overdue ? new ThemeIcon('warning', warning) : new ThemeIcon('circle-large-outline');
  item.contextValue = 'action';
  item.command = openCommand(Uri.parse(incident.uri), action.range);
  item.accessibilityInformation = { label: [action.text, ...facts].join(', ') };
  return item;
}

function openCommand(uri: Uri, { start }: IndexRange): NonNullable<TreeItem['command']> {
  const selection = new Range(start.line, start.character, start.line, start.character);
  return { command: 'vscode.open', title: l10n.t('Open'), arguments: [uri, { selection }] };
}
