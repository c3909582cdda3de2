import { l10n, type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import type { IndexedPostmortem } from '../../../server/src/lsp/messages.ts';
import { type IncidentFilter, noFilter } from './incident-tree.ts';

interface FilterItem extends QuickPickItem {
  readonly filter?: IncidentFilter;
}

/** Words that are typed, or one of the values that the archive has. `undefined`: the user changed nothing. */
export async function askForFilter(
  incidents: readonly IndexedPostmortem[],
  current: IncidentFilter,
): Promise<IncidentFilter | undefined> {
  const fixed = items(incidents);
  return await new Promise((resolve) => {
    const picker = window.createQuickPick<FilterItem>();
    picker.title = l10n.t('Filter Postmortems');
    picker.placeholder = l10n.t('Words of the title, a service, an owner, a severity or a number');
    picker.value = current.words;
    const offer = (): void => {
      const words = picker.value.trim();
      const typed: FilterItem = {
        label: l10n.t('Postmortems with “{0}”', words),
        alwaysShow: true,
        filter: { ...noFilter, words },
      };
      picker.items = words === '' ? fixed : [typed, ...fixed];
    };
    offer();
    picker.onDidChangeValue(offer);
    picker.onDidAccept(() => {
      resolve(picker.selectedItems[0]?.filter);
      picker.hide();
    });
    picker.onDidHide(() => {
      resolve(undefined);
      picker.dispose();
    });
    picker.show();
  });
}

function items(incidents: readonly IndexedPostmortem[]): readonly FilterItem[] {
  const group = (label: string, values: readonly (string | null)[]): readonly FilterItem[] => {
    const known = [...new Set(values.filter((value) => value !== null && value.trim() !== ''))].sort();
    const found = known.map(
      (words): FilterItem => ({ label: words ?? '', filter: { ...noFilter, words: words ?? '' } }),
    );
    return found.length === 0 ? [] : [{ label, kind: QuickPickItemKind.Separator }, ...found];
  };
  return [
    { label: l10n.t('All'), filter: noFilter },
    { label: l10n.t('With open action items'), filter: { ...noFilter, actions: 'open' } },
    { label: l10n.t('With overdue action items'), filter: { ...noFilter, actions: 'overdue' } },
    ...group(
      l10n.t('Severity'),
      incidents.map(({ severity }) => severity),
    ),
    ...group(
      l10n.t('Service'),
      incidents.flatMap(({ services }) => services),
    ),
    ...group(
      l10n.t('Status'),
      incidents.map(({ status }) => status),
    ),
  ];
}
