import type { TableBlock } from '../../markdown/block.ts';
import { plainText } from '../../markdown/plain-text.ts';
import type { ActionItem, ActionList } from '../../postmortem/action-item.ts';
import { fieldOfColumn } from '../../postmortem/action-item-fields.ts';
import type { Postmortem } from '../../postmortem/postmortem.ts';
import { minimal } from '../../profiles/minimal.ts';
import { sectionInsertion } from '../../rules/structure/section-insertion.ts';
import type { Edit } from '../../text/edit.ts';
import { contains, overlaps } from '../../text/span.ts';
import { followingMarker, itemLine, markerOf } from './item-marker.ts';
import { onOneLine, passageAt } from './passage.ts';
import type { Refactoring, RefactoringContext, RefactoringProvider } from './refactoring.ts';

export const makeActionItem: RefactoringProvider = { kind: 'refactor.rewrite.action', propose };

const title = 'Make this an action item';

function propose({ postmortem, selection }: RefactoringContext): readonly Refactoring[] {
  const { sections, timelines, actionLists } = postmortem;
  if (postmortem.html) return [];
  const passage = passageAt(postmortem, selection);
  if (passage === undefined) return [];
  const isTaken =
    actionLists.some(({ items }) => items.some(({ span }) => overlaps(span, passage.words))) ||
    sections.some(({ kind, span }) => kind === 'actions' && contains(span, passage.words)) ||
    timelines.some(({ entries }) => entries.some(({ span }) => overlaps(span, passage.words)));
  if (isTaken) return [];
  const edits = addition(postmortem, onOneLine(postmortem, passage.words));
  return [edits ? { title, edits } : { title, refused: 'The action items are neither a list nor a table.' }];
}

/** The words stay where they are: a lesson remains a lesson. */
function addition(postmortem: Postmortem, words: string): readonly Edit[] | undefined {
  const list = postmortem.actionLists.findLast(({ items }) => items.length > 0);
  if (list !== undefined) return behindLast(postmortem, list, words);
  const item = `- [ ] ${words}`;
  const section = postmortem.sections.find(({ kind, inline }) => kind === 'actions' && !inline);
  if (section !== undefined) {
    const { source } = postmortem;
    const body = source.text.slice(section.headingSpan.end, section.span.end).trimEnd();
    const at = section.headingSpan.end + body.length;
    return [{ span: { start: at, end: at }, text: `\n\n${item}${source.text.length === at ? '\n' : ''}` }];
  }
  const wanted = minimal.sections.find(({ kind }) => kind === 'actions');
  const insertion = wanted && sectionInsertion(postmortem, minimal.sections, wanted)?.edits[0];
  if (insertion === undefined) return undefined;
  return [{ ...insertion, text: insertion.text.replace(/<!--[\s\S]*?-->/, () => item) }];
}

function behindLast(postmortem: Postmortem, list: ActionList, words: string): readonly Edit[] | undefined {
  const { source } = postmortem;
  const last = list.items.at(-1);
  if (last === undefined) return undefined;
  const at = last.span.end;
  if (list.form === 'table') {
    const row = tableRow(postmortem, last, words);
    return row === undefined ? undefined : [{ span: { start: at, end: at }, text: `\n${row}` }];
  }
  const marker = markerOf(source, last.span);
  if (list.form !== 'list' || marker === undefined) return undefined;
  const behind = last.span.start + source.slice(last.span).trimEnd().length;
  return [{ span: { start: behind, end: behind }, text: `\n${itemLine(followingMarker(marker), words)}` }];
}

function tableRow({ source, blocks }: Postmortem, item: ActionItem, words: string): string | undefined {
  const table = blocks.find((block): block is TableBlock => block.kind === 'table' && contains(block.span, item.span));
  const row = table?.rows.find(({ span }) => contains(span, item.span));
  if (table === undefined || row === undefined || table.html) return undefined;
  const column = row.cells.findIndex((cell) => contains(cell, item.textSpan));
  const named = table.header.cells.findIndex((cell) => fieldOfColumn(plainText(source.text, cell)) === 'text');
  const chosen = column >= 0 ? column : named;
  if (chosen < 0) return undefined;
  const cells = table.header.cells.map((_, i) => (i === chosen ? ` ${words.replace(/(?<!\\)\|/g, '\\|')} ` : '  '));
  return `|${cells.join('|')}|`;
}
