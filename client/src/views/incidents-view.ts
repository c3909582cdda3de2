import {
  commands,
  Disposable,
  EventEmitter,
  type ExtensionContext,
  l10n,
  languages,
  type QuickPickItem,
  Range,
  type TreeDataProvider,
  Uri,
  window,
  workspace,
} from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import {
  type IndexAnswer,
  type IndexedPostmortem,
  type IndexParams,
  indexChangedMethod,
  indexMethod,
} from '../../../server/src/lsp/messages.ts';
import { askForFilter } from './ask-for-filter.ts';
import { createFindingCounts } from './finding-counts.ts';
import {
  type Grouping,
  type GroupNode,
  type IncidentFilter,
  incidentTree,
  noFilter,
  type OverdueNode,
  type TreeNode,
} from './incident-tree.ts';
import { treeItem } from './tree-items.ts';

const viewId = 'postmortem.incidents';
const groupingKey = 'postmortem.grouping';
const filteredKey = 'postmortem.isFiltered';
/** Many changes in a row are shown once. */
const refreshDelay = 300;

/** The *Postmortems* view: the archive of the folder by year or service, overdue action items on top. */
export function showIncidents(context: ExtensionContext, client: BaseLanguageClient): Disposable {
  const changed = new EventEmitter<undefined>();
  const counts = createFindingCounts(client, () => changed.fire(undefined));
  let incidents: readonly IndexedPostmortem[] = [];
  let roots: readonly (OverdueNode | GroupNode)[] = [];
  let filter: IncidentFilter = noFilter;
  let grouping = groupingIn(context);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStale = true;

  const load = async (again: boolean): Promise<readonly IndexedPostmortem[]> => {
    if (client.state === State.Starting) await client.start();
    if (!client.isRunning()) return [];
    const all: IndexedPostmortem[] = [];
    let params: IndexParams = { again };
    for (;;) {
      const { postmortems, next } = await client.sendRequest<IndexAnswer>(indexMethod, params);
      all.push(...postmortems);
      if (next === null) return all;
      params = { from: next };
    }
  };
  const provider: TreeDataProvider<TreeNode> = {
    onDidChangeTreeData: changed.event,
    async getChildren(node) {
      if (node === undefined) {
        if (isStale) {
          isStale = false;
          incidents = await load(false);
        }
        roots = incidentTree(incidents, grouping, filter, today());
        // Welcome content is shown only where there is no message.
        view.message = roots.length === 0 ? '' : filterText(filter);
        return [...roots];
      }
      if (node.kind === 'action') return [];
      if (node.kind === 'group') counts.ask(node.children.map(({ incident }) => Uri.parse(incident.uri)));
      return [...node.children];
    },
    getTreeItem: (node) => treeItem(node, (uri) => counts.of(uri), node === firstGroup(roots)),
  };
  const view = window.createTreeView(viewId, { treeDataProvider: provider, showCollapseAll: true });
  const showSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => changed.fire(undefined), refreshDelay);
  };
  const refresh = (): void => {
    isStale = true;
    showSoon();
  };
  const show = (): void => {
    void commands.executeCommand('setContext', groupingKey, grouping);
    void commands.executeCommand('setContext', filteredKey, filter !== noFilter);
    changed.fire(undefined);
  };
  const groupBy = async (chosen: Grouping): Promise<void> => {
    grouping = chosen;
    await context.workspaceState.update(groupingKey, chosen);
    show();
  };
  const setFilter = (chosen: IncidentFilter): void => {
    filter = chosen.words === '' && chosen.actions === undefined ? noFilter : chosen;
    show();
  };
  void commands.executeCommand('setContext', groupingKey, grouping);

  return Disposable.from(
    changed,
    counts,
    view,
    { dispose: () => clearTimeout(timer) },
    client.onNotification(indexChangedMethod, refresh),
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) refresh();
    }),
    workspace.onDidSaveTextDocument(({ uri }) => {
      counts.forget(uri);
      refresh();
    }),
    workspace.onDidCloseTextDocument(({ uri }) => counts.forget(uri)),
    languages.onDidChangeDiagnostics(({ uris }) => {
      const known = new Set(incidents.map(({ uri }) => Uri.parse(uri).toString()));
      if (view.visible && uris.some((uri) => known.has(uri.toString()))) showSoon();
    }),
    commands.registerCommand('postmortem.tree.byYear', () => groupBy('year')),
    commands.registerCommand('postmortem.tree.byService', () => groupBy('service')),
    commands.registerCommand('postmortem.tree.filter', async () => {
      const chosen = await askForFilter(incidents, filter);
      if (chosen) setFilter(chosen);
    }),
    commands.registerCommand('postmortem.tree.clearFilter', () => setFilter(noFilter)),
    commands.registerCommand('postmortem.tree.refresh', async () => {
      incidents = await load(true);
      changed.fire(undefined);
    }),
    commands.registerCommand('postmortem.goTo', async () => goTo(await load(false))),
  );
}

function groupingIn({ workspaceState }: ExtensionContext): Grouping {
  return workspaceState.get(groupingKey) === 'service' ? 'service' : 'year';
}

function firstGroup(roots: readonly (OverdueNode | GroupNode)[]): OverdueNode | GroupNode | undefined {
  return roots.find(({ kind }) => kind === 'group');
}

/** What is kept of the archive, for people; empty: all of it. */
function filterText({ words, actions }: IncidentFilter): string {
  if (actions === 'open') return l10n.t('Only with open action items');
  if (actions === 'overdue') return l10n.t('Only with overdue action items');
  return words === '' ? '' : l10n.t('Only with “{0}”', words);
}

/** The day on the clock of whoever looks at it. */
function today(): string {
  const now = new Date();
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}

interface IncidentItem extends QuickPickItem {
  readonly incident: IndexedPostmortem;
}

async function goTo(incidents: readonly IndexedPostmortem[]): Promise<void> {
  if (incidents.length === 0) {
    void window.showInformationMessage(l10n.t('There are no postmortems in the open folders.'));
    return;
  }
  const items = [...incidents]
    .sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? 1 : -1))
    .map((incident): IncidentItem => {
      const { title, date, severity, services, uri } = incident;
      return {
        label: title || workspace.asRelativePath(Uri.parse(uri)),
        description: [date, severity, ...services].filter((part) => part !== null).join(' · '),
        detail: workspace.asRelativePath(Uri.parse(uri)),
        incident,
      };
    });
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Go to Postmortem'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (picked === undefined) return;
  const { line, character } = picked.incident.range.start;
  const selection = new Range(line, character, line, character);
  await window.showTextDocument(Uri.parse(picked.incident.uri), { selection });
}
