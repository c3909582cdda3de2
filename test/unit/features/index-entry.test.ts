import { describe, expect, it } from 'vitest';
import { indexEntryOf } from '../../../server/src/features/index-entry.ts';
import { workspaceSymbols } from '../../../server/src/features/workspace-symbols.ts';
import { createPostmortemReader } from '../../../server/src/postmortem/postmortem-reader.ts';
import { readAsPostmortem } from './refactorings/refactor.ts';

const text = `# Search unavailable

Date: 2024-05-02
Severity: SEV-2
Status: Final
Incident: INC-42

## Summary

Search was down for 20 minutes, like in OPS-7.

## Timeline (UTC)

- 08:00 Search stops answering.
- 08:20 Search is fully restored.

## Action items

- [ ] Alert on disk usage. Owner: Kim Ito. Due: 2024-06-01. OPS-9
- [x] Buy a disk. Owner: @tom
`;

describe('what the index keeps of a postmortem', () => {
  it('is what lists and searches show', () => {
    expect(indexEntryOf(readAsPostmortem(text))).toMatchObject({
      title: 'Search unavailable',
      place: { line: 0, column: 2, span: { start: 2, end: 20 } },
      date: '2024-05-02',
      severity: 'SEV-2',
      status: 'Final',
      minutes: 20,
      entries: 2,
      actions: [
        { done: false, owner: 'Kim Ito', due: '2024-06-01', place: { line: 18 } },
        { done: true, place: { line: 19 } },
      ],
    });
  });

  it('has owner and due date of an action item that tells them in brackets', () => {
    const inBrackets = text.replace('. Owner: Kim Ito. Due: 2024-06-01. OPS-9', ' (owner: Kim Ito, due: 2024-06-01)');
    expect(indexEntryOf(readAsPostmortem(inBrackets))?.actions[0]).toMatchObject({
      text: 'Alert on disk usage',
      owner: 'Kim Ito',
      due: '2024-06-01',
    });
  });

  it('knows where the words stand that connect files', () => {
    const mentions = indexEntryOf(readAsPostmortem(text))?.mentions ?? [];
    expect(mentions.map(({ kind, word }) => `${kind} ${word}`)).toEqual([
      'incident INC-42',
      'incident OPS-7',
      'owner Kim Ito',
      'incident OPS-9',
      'owner tom',
    ]);
    for (const { word, line, column, span } of mentions) {
      expect(text.split('\n')[line]?.slice(column, column + span.end - span.start)).toBe(word);
    }
  });

  it('is nothing for a file that is no postmortem', () => {
    const other = createPostmortemReader().read('# Shopping\n', {
      path: 'a.md',
      isPostmortem: undefined,
      zone: undefined,
    });
    expect(indexEntryOf(other)).toBeUndefined();
  });

  it('is plain data', () => {
    const entry = indexEntryOf(readAsPostmortem(text));
    expect(JSON.parse(JSON.stringify(entry))).toEqual(entry);
  });
});

describe('symbols of the workspace', () => {
  const entry = indexEntryOf(readAsPostmortem(text));
  const files = entry ? [{ uri: 'file:///a.md', entry }] : [];
  const names = (query: string) => workspaceSymbols(files, query).map(({ name }) => name.slice(0, 20));

  it('are found by letters in their order, the closest first', () => {
    expect(names('')).toHaveLength(3);
    expect(names('unavail')).toEqual(['Search unavailable']);
    expect(names('BUYDISK')).toEqual(['Buy a disk.']);
    expect(names('disk')).toHaveLength(2);
  });

  it('are found by owner, date and number', () => {
    expect(names('kim')).toHaveLength(1);
    expect(names('2024-05')).toEqual(['Search unavailable']);
    expect(names('inc-42')).toEqual(['Search unavailable']);
  });

  it('are none for words that stand nowhere', () => {
    expect(names('xyzzy')).toEqual([]);
  });
});
