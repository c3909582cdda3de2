import type { Postmortem } from '../postmortem/postmortem.ts';
import type { Edit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import { mentionsOf, nameAt } from './names.ts';

export interface Renamable {
  readonly span: Span;
  readonly name: string;
}

/** The owner or service at an offset; `undefined` for everything else. */
export function renamableAt(postmortem: Postmortem, offset: number): Renamable | undefined {
  const named = nameAt(postmortem, offset);
  return named && { span: named.span, name: named.thing.name };
}

/** Writes another name in all places, or says in a sentence why it cannot. `undefined`: nothing is named at the offset. */
export function renameAt(
  postmortem: Postmortem,
  offset: number,
  newName: string,
): readonly Edit[] | string | undefined {
  const named = nameAt(postmortem, offset);
  if (named === undefined) return undefined;
  // A name is asked for without the `@` of a handle, which stays where it stands.
  const name = newName.trim().replace(/^@/, '');
  if (name === '') return 'A name cannot be empty.';
  if (/[\r\n|]/.test(name)) return 'A name can hold no line break and no “|”.';
  return mentionsOf(postmortem, named.thing).map((span) => ({ span, text: name }));
}
