import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../scripts/paths.ts';

type Texts = Readonly<Record<string, string>>;

const languages = ['es', 'fr', 'ja', 'pt-br'] as const;

describe('the manifest', () => {
  const english = textsIn('package.nls.json');

  it('has an English text for each name in it, and none besides', () => {
    const manifest = readFileSync(join(projectRoot, 'package.json'), 'utf8');
    const names = new Set([...manifest.matchAll(/"%([^%"]+)%"/g)].map(([, name]) => name));
    expect(Object.keys(english).sort()).toEqual([...names].sort());
  });

  it.each(languages)('is all there in %s, with the same links, code and variables', (language) => {
    const texts = textsIn(`package.nls.${language}.json`);
    expect(Object.keys(texts)).toEqual(Object.keys(english));
    for (const [name, text] of Object.entries(english)) expect(marksOf(texts[name]), name).toEqual(marksOf(text));
  });

  it.each(languages)('says nothing twice in %s that is two things in English', (language) => {
    const texts = textsIn(`package.nls.${language}.json`);
    const commands = (of: Texts): readonly string[] =>
      Object.entries(of).flatMap(([name, text]) => (name.startsWith('command.') ? [text] : []));
    expect(new Set(commands(texts)).size).toBe(new Set(commands(english)).size);
  });
});

describe('the messages of the client', () => {
  const used = messagesIn('client/src');

  it.each(languages)('are all there in %s, and none besides', (language) => {
    const texts = textsIn(`client/l10n/bundle.l10n.${language}.json`);
    expect(Object.keys(texts).sort()).toEqual([...used].sort());
    for (const [message, text] of Object.entries(texts)) {
      expect(text.trim(), message).not.toBe('');
      expect(marksOf(text), message).toEqual(marksOf(message));
    }
  });
});

function textsIn(file: string): Texts {
  return JSON.parse(readFileSync(join(projectRoot, file), 'utf8'));
}

/** What a translation must not change: places for values, addresses, names of settings; at the end an ellipsis. */
function marksOf(text = ''): readonly string[] {
  const marks = text.match(/\{\d\}|\$\{\w+\}|\$\d|\]\(command:[^)]+\)|`#[^`]+#`|https?:\/\/[^\s"'`)]+|…$/g) ?? [];
  return [...new Set(marks)].sort();
}

/** The first argument of each `l10n.t`, which has to be a plain text. */
function messagesIn(folder: string): ReadonlySet<string> {
  const messages = new Set<string>();
  for (const entry of readdirSync(join(projectRoot, folder), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.ts')) continue;
    const source = readFileSync(join(entry.parentPath, entry.name), 'utf8');
    for (const { index } of source.matchAll(/\bl10n\.t\(/g)) {
      const [, text] = /^l10n\.t\(\s*'((?:[^'\\\n]|\\.)*)'/.exec(source.slice(index)) ?? [];
      if (text === undefined) throw new Error(`${entry.name}: a message that is no plain text`);
      messages.add(text);
    }
  }
  return messages;
}
