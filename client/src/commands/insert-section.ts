import { l10n, type QuickPickItem, QuickPickItemKind, Selection, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { commandMethods, type MissingSectionsAnswer } from '../../../server/src/lsp/command-messages.ts';
import { activeMarkdown, sayNotAPostmortem } from './active-document.ts';
import { applyChanges, rangeFrom } from './apply-changes.ts';

type Section = MissingSectionsAnswer['sections'][number];

interface SectionItem extends QuickPickItem {
  readonly section?: Section;
}

/** Puts a section of the form that is not there in its place. */
export async function insertSection(client: BaseLanguageClient): Promise<void> {
  const editor = activeMarkdown();
  if (editor === undefined) return;
  const { document } = editor;
  const { version } = document;
  const answer = await client.sendRequest<MissingSectionsAnswer | null>(commandMethods.missingSections, {
    uri: client.code2ProtocolConverter.asUri(document.uri),
  });
  if (answer === null) return sayNotAPostmortem();
  if (answer.sections.length === 0) {
    void window.showInformationMessage(l10n.t('All sections of the form “{0}” are there.', answer.profile));
    return;
  }
  const picked = await window.showQuickPick(itemsOf(answer.sections), {
    title: l10n.t('Insert Section ({0})', answer.profile),
    placeHolder: l10n.t('A section that the form has and this document does not'),
    matchOnDetail: true,
  });
  if (picked?.section === undefined) return;
  const { changes } = picked.section;
  const [first] = changes;
  const end = first && document.offsetAt(rangeFrom(first.range).start) + first.newText.trimEnd().length;
  if (!(await applyChanges(editor, version, changes)) || end === undefined) return;
  const position = document.positionAt(end);
  editor.selection = new Selection(position, position);
  editor.revealRange(editor.selection);
}

function itemsOf(sections: readonly Section[]): readonly SectionItem[] {
  const item = (section: Section): SectionItem => ({ label: section.heading, detail: section.guidance, section });
  const group = (label: string, chosen: readonly Section[]): readonly SectionItem[] =>
    chosen.length === 0 ? [] : [{ label, kind: QuickPickItemKind.Separator }, ...chosen.map(item)];
  return [
    ...group(
      l10n.t('Required'),
      sections.filter(({ required }) => required),
    ),
    ...group(
      l10n.t('Optional'),
      sections.filter(({ required }) => !required),
    ),
  ];
}
