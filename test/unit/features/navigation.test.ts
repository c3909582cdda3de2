import { describe, expect, it } from 'vitest';
import { namedThings } from '../../../server/src/features/names.ts';
import { definitionsAt, referencesAt, subjectAt } from '../../../server/src/features/navigation.ts';
import { renamableAt, renameAt } from '../../../server/src/features/rename.ts';
import { applyEdits } from '../../../server/src/text/edit.ts';
import { readMarked } from './marked-text.ts';

const document = `# INC-42: Checkout down

**Time to detect**: 5 minutes

**Service**: checkout-api

Checkout-API users and checkout-api itself were hit; Ana Sousa saw it. Ana was away. Like INC-42, INC-7 was slow.

## Timeline (UTC)

- 2026-05-04 10:00 [start] checkout-api fails.
- 10:05 [detected] An alert fires; @ben wakes up. Mail to ben@example.com.
- 10:30 [resolved] All is well, says Ana Sousa.

\`\`\`
owner=Ana Sousa
\`\`\`

## Action items

| Action | Owner |
| --- | --- |
| Alert earlier | Ana Sousa, ben |
| Document the switch | Ana |
| Test the switch | team |

The team agreed.
`;

/** Puts the cursor into the first place where `word` stands behind `after`. */
function at(word: string, after = ''): { readonly source: string } {
  const from = document.indexOf(after);
  const start = document.indexOf(word, from) + 1;
  return { source: `${document.slice(0, start)}‸${document.slice(start)}` };
}

/** The lines of the places, with the place in `⟦…⟧`. */
function places(kind: typeof definitionsAt, { source }: { readonly source: string }): readonly string[] {
  const { postmortem, cursor } = readMarked(source);
  const text = postmortem.source;
  return kind(postmortem, cursor).map((span) => {
    const line = text.lineSpan(text.lineAt(span.start));
    return `${text.slice({ start: line.start, end: span.start })}⟦${text.slice(span)}⟧`;
  });
}

describe('a stated time', () => {
  it('comes from its two entries', () => {
    expect(places(definitionsAt, at('5 minutes'))).toEqual(['- ⟦2026-05-04 10:00⟧', '- ⟦10:05⟧']);
    expect(places(definitionsAt, at('Time to detect'))).toEqual(['- ⟦2026-05-04 10:00⟧', '- ⟦10:05⟧']);
  });

  it('is what an entry leads to', () => {
    expect(places(definitionsAt, at('10:05'))).toEqual(['**Time to detect**: ⟦5 minutes⟧']);
    expect(places(referencesAt, at('detected]'))).toEqual([
      '**Time to detect**: ⟦5 minutes⟧',
      '- ⟦2026-05-04 10:00⟧',
      '- ⟦10:05⟧',
    ]);
  });
});

describe('an owner', () => {
  it('leads to the action items, from prose too', () => {
    expect(places(definitionsAt, at('Ana Sousa', 'says'))).toEqual(['⟦| Alert earlier | Ana Sousa, ben |⟧']);
  });

  it('is found wherever the name stands as a whole', () => {
    expect(places(referencesAt, at('Ana Sousa'))).toEqual([
      'Checkout-API users and checkout-api itself were hit; ⟦Ana Sousa⟧',
      '- 10:30 [resolved] All is well, says ⟦Ana Sousa⟧',
      '| Alert earlier | ⟦Ana Sousa⟧',
    ]);
    expect(places(referencesAt, at('Ana ', 'switch'))).toHaveLength(2);
  });

  it.each([
    ['[Ana Sousa](https://example.com/ana), @ben', ['Ana Sousa', 'ben']],
    ['Ana Sousa (on call) and Ben', ['Ana Sousa', 'Ben']],
    ['Ana <ana@example.com>', ['Ana']],
    ['Ana: [profile](https://example.com)', ['Ana']],
    ['CI/CD, R&D', ['CI/CD', 'R&D']],
  ])('is read from a field: %s', (field, names) => {
    const { postmortem } = readMarked(`# Outage\n\n**Owner:** ${field}\n`);
    expect(namedThings(postmortem).map(({ name }) => name)).toEqual(names);
  });

  it('with a name like a word is found in fields and as a handle only', () => {
    expect(places(referencesAt, at('ben', 'Sousa, '))).toEqual([
      '- 10:05 [detected] An alert fires; @⟦ben⟧',
      '| Alert earlier | Ana Sousa, ⟦ben⟧',
    ]);
    expect(places(referencesAt, at('team'))).toEqual(['| Test the switch | ⟦team⟧']);
  });
});

describe('an incident', () => {
  it('is told by its number, whichever it is', () => {
    const { postmortem, cursor } = readMarked(at('INC-7').source);
    expect(subjectAt(postmortem, cursor)).toMatchObject({ kind: 'incident', id: 'INC-7' });
  });

  it('is found in its own document', () => {
    expect(places(referencesAt, at('INC-42'))).toHaveLength(2);
  });
});

describe('rename', () => {
  function renamed({ source }: { readonly source: string }, name: string): string {
    const { postmortem, cursor, text } = readMarked(source);
    const edits = renameAt(postmortem, cursor, name);
    return typeof edits === 'object' ? applyEdits(text, edits) : String(edits);
  }

  it('writes an owner anew everywhere but in code and in longer names', () => {
    const text = renamed(at('Ana ', 'switch'), 'Mia');
    expect(text).toContain('Ana Sousa saw it. Mia was away.');
    expect(text).toContain('| Document the switch | Mia |');
    expect(renamed(at('Ana Sousa'), 'Mia')).toContain('owner=Ana Sousa');
  });

  it('writes a service anew, handles keep their sign, addresses stay', () => {
    expect(renamed(at('checkout-api'), 'basket')).toContain('Checkout-API users and basket itself');
    const text = renamed(at('ben', 'Sousa, '), '@eva');
    expect(text).toContain('; @eva wakes up. Mail to ben@example.com.');
    expect(text).toContain('Ana Sousa, eva |');
  });

  it('refuses what would break the document', () => {
    expect(renamed(at('Ana Sousa'), ' ')).toBe('A name cannot be empty.');
    expect(renamed(at('Ana Sousa'), 'a|b')).toContain('“|”');
  });

  it('is offered on names only', () => {
    const offered = (source: string): unknown => {
      const { postmortem, cursor } = readMarked(source);
      return renamableAt(postmortem, cursor)?.name;
    };
    expect(offered(at('Ana Sousa').source)).toBe('Ana Sousa');
    expect(offered(at('alert').source)).toBeUndefined();
    expect(offered(at('team', 'The ').source)).toBeUndefined();
  });
});
