import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';
import { projectRoot } from '../../scripts/paths.ts';
import { ensureVSCode } from '../../scripts/vscode/installation.ts';

const { createOnigScanner, createOnigString, loadWASM } = oniguruma;
const { INITIAL, parseRawGrammar, Registry } = textmate;

const noRules = { $self: {}, $base: {} };

/** Colours a text as VS Code does: each piece with the scopes that are this extension's. */
export type Colours = (text: string) => readonly string[];

/** Loads the Markdown grammar of the installed VS Code and the ones that are injected into it. */
export async function loadColours(): Promise<Colours> {
  const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');
  await loadWASM(await readFile(wasm));
  const { serverMain } = await ensureVSCode();
  const builtIn = join(dirname(serverMain), '..', 'extensions', 'markdown-basics', 'syntaxes');
  const manifest = JSON.parse(await readFile(join(projectRoot, 'package.json'), 'utf8'));
  const files = new Map<string, string>([['text.html.markdown', join(builtIn, 'markdown.tmLanguage.json')]]);
  const injected: string[] = [];
  for (const { scopeName, path } of manifest.contributes.grammars) {
    files.set(scopeName, join(projectRoot, path));
    injected.push(scopeName);
  }
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: async (scope) => {
      const file = files.get(scope);
      // Without a grammar for YAML its front matter would not be one.
      if (scope === 'source.yaml') return { scopeName: scope, patterns: [], repository: noRules };
      return file === undefined ? null : parseRawGrammar(await readFile(file, 'utf8'), file);
    },
    getInjections: (scope) => (scope === 'text.html.markdown' ? injected : []),
  });
  const grammar = await registry.loadGrammar('text.html.markdown');
  if (grammar === null) throw new Error('There is no Markdown grammar.');
  return (text) => {
    let stack = INITIAL;
    return text.split('\n').flatMap((line, i) => {
      const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
      stack = ruleStack;
      return tokens.flatMap(({ startIndex, endIndex, scopes }) => {
        const own = scopes.filter((scope) => /\.(?:moment|zone|phase|owner|ticket)\.postmortem$/.test(scope)).at(-1);
        return own === undefined ? [] : [`${i + 1} ${own}: ${line.slice(startIndex, endIndex)}`];
      });
    });
  };
}
