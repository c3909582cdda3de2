import { l10n, type QuickPickItem, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  commandMethods,
  type TimelineChangeAnswer,
  type TimelineChangeParams,
} from '../../../server/src/lsp/command-messages.ts';
import { activeMarkdown, sayNotAPostmortem } from './active-document.ts';
import { applyChanges } from './apply-changes.ts';

export async function sortTimeline(client: BaseLanguageClient): Promise<void> {
  await changeTimeline(client, { kind: 'sort' }, l10n.t('The timeline is in order.'));
}

export async function convertTimelineZone(client: BaseLanguageClient): Promise<void> {
  if (activeMarkdown() === undefined) return;
  const zone = await askForZone();
  if (zone === undefined) return;
  await changeTimeline(client, { kind: 'zone', zone }, l10n.t('The times of the timeline are in {0} already.', zone));
}

async function changeTimeline(
  client: BaseLanguageClient,
  change: TimelineChangeParams['change'],
  nothingToDo: string,
): Promise<void> {
  const editor = activeMarkdown();
  if (editor === undefined) return;
  const { document, selection } = editor;
  const { version } = document;
  const { start, end } = selection;
  const params: TimelineChangeParams = {
    uri: client.code2ProtocolConverter.asUri(document.uri),
    selection: {
      start: { line: start.line, character: start.character },
      end: { line: end.line, character: end.character },
    },
    change,
  };
  const answer = await client.sendRequest<TimelineChangeAnswer | null>(commandMethods.changeTimeline, params);
  switch (answer?.kind) {
    case undefined:
      return sayNotAPostmortem();
    case 'changes':
      await applyChanges(editor, version, answer.changes);
      return;
    case 'refused':
      void window.showWarningMessage(answer.reason);
      return;
    case 'no-timeline':
      void window.showWarningMessage(l10n.t('This postmortem has no timeline yet.'));
      return;
    case 'unknown-zone':
      void window.showWarningMessage(l10n.t('“{0}” is no time zone.', change.kind === 'zone' ? change.zone : ''));
      return;
    case 'nothing-to-do':
      void window.showInformationMessage(nothingToDo);
  }
}

/** Any zone of the database by name, and whatever else is typed, such as `+02:00`. */
async function askForZone(): Promise<string | undefined> {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const first: readonly QuickPickItem[] = [
    { label: 'UTC' },
    ...(own === 'UTC' ? [] : [{ label: own, description: l10n.t('your own') }]),
  ];
  const known = new Set(first.map(({ label }) => label));
  const others = Intl.supportedValuesOf('timeZone')
    .filter((label) => !known.has(label))
    .map((label) => ({ label }));
  return await new Promise((resolve) => {
    const picker = window.createQuickPick();
    picker.title = l10n.t('Convert Timeline Zone');
    picker.placeholder = l10n.t('A zone such as UTC, Europe/Berlin or +02:00');
    const all = [...first, ...others];
    picker.items = all;
    picker.onDidChangeValue((value) => {
      const typed = value.trim();
      const isOffset = /^(?:UTC|GMT)?\s*[+-]\d{1,2}(?::?\d\d)?$/i.test(typed);
      picker.items = isOffset ? [{ label: typed, alwaysShow: true }, ...all] : all;
    });
    picker.onDidAccept(() => {
      resolve(picker.selectedItems[0]?.label);
      picker.hide();
    });
    picker.onDidHide(() => {
      resolve(undefined);
      picker.dispose();
    });
    picker.show();
  });
}
