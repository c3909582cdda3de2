import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ClientCapabilities } from 'vscode-languageserver-protocol';
import { long } from './documents.ts';
import { medianMilliseconds, milliseconds, ratio, row } from './measure.ts';
import { lintAll } from './reading.ts';
import { type MeasuredServer, median, type Place, startServer } from './server.ts';

const rounds = 12;

const capabilities: ClientCapabilities = {
  textDocument: {
    diagnostic: { relatedInformation: true, dataSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    inlayHint: { resolveSupport: { properties: ['tooltip', 'textEdits'] } },
    codeLens: {},
    foldingRange: { rangeLimit: 5000 },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [''] } } },
    semanticTokens: {
      requests: { full: true, range: true },
      tokenTypes: [],
      tokenModifiers: [],
      formats: ['relative'],
    },
  },
};

interface Change {
  readonly start: Place;
  readonly end: Place;
  readonly text: string;
}

/** Everything that an editor asks for after an edit, at once: when the findings are there, and when everything is. */
export async function benchBurst(): Promise<void> {
  console.log('\nAll that VS Code asks for after an edit in 9,000 entries');
  row('', 'findings', 'everything', 'markdownlint', 'ratio');
  const folder = await mkdtemp(join(tmpdir(), 'postmortem-bench-'));
  const server = await startServer(pathToFileURL(folder).href, capabilities);
  try {
    const uri = pathToFileURL(join(folder, 'postmortem.md')).href;
    await server.open(uri, long);
    let version = 1;
    for (const [name, changes] of edits()) {
      const findings: number[] = [];
      const everything: number[] = [];
      for (let i = 0; i < rounds; i++) {
        const change = changes[i % changes.length];
        if (change === undefined) continue;
        const [first, last] = await burst(server, uri, ++version, change);
        findings.push(first);
        everything.push(last);
      }
      const ours = median(findings.slice(rounds >> 2));
      const theirs = medianMilliseconds(1, () => lintAll(long));
      const all = milliseconds(median(everything.slice(rounds >> 2)));
      row(name, milliseconds(ours), all, milliseconds(theirs), ratio(theirs, ours));
    }
  } finally {
    server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Edits that are done and taken back in turn. */
function edits(): readonly (readonly [name: string, changes: readonly Change[]])[] {
  const lines = long.split('\n');
  const at = (words: string): number => lines.findIndex((line) => line.startsWith(words));
  const heading = at('## Timeline');
  const first = heading + 4;
  const middle = first + 4500;
  const replace = (line: number, from: number, to: number, text: string): Change => ({
    start: { line, character: from },
    end: { line, character: to },
    text,
  });
  const insert = (line: number, character: number, text: string): Change => replace(line, character, character, text);
  const removeLine = (line: number): Change => ({
    start: { line, character: 0 },
    end: { line: line + 1, character: 0 },
    text: '',
  });
  return [
    ['a letter in the middle', [insert(middle, 40, 'x')]],
    ['a letter in the first entry', [insert(first, 40, 'x')]],
    ['a line in the middle', [insert(middle, 0, '- **19:22 UTC** Something new\n'), removeLine(middle)]],
    ['the date', [replace(at('**Date:**'), 18, 19, '5'), replace(at('**Date:**'), 18, 19, '4')]],
    ['the zone', [replace(at('All times'), 17, 20, 'PST'), replace(at('All times'), 17, 20, 'UTC')]],
    ['the heading of the timeline', [removeLine(heading), insert(heading, 0, '## Timeline\n')]],
  ];
}

async function burst(
  { connection }: MeasuredServer,
  uri: string,
  version: number,
  { start, end, text }: Change,
): Promise<readonly [findings: number, everything: number]> {
  const textDocument = { uri };
  const range = {
    start: { line: Math.max(0, start.line - 30), character: 0 },
    end: { line: start.line + 30, character: 0 },
  };
  const cursor = { start, end: start };
  const begun = performance.now();
  void connection.sendNotification('textDocument/didChange', {
    textDocument: { uri, version },
    contentChanges: [{ range: { start, end }, text }],
  });
  const ask = async (method: string, params: object = {}): Promise<number> => {
    await connection.sendRequest(`textDocument/${method}`, { textDocument, ...params });
    return performance.now() - begun;
  };
  const [findings, ...others] = await Promise.all([
    ask('diagnostic'),
    ask('semanticTokens/full'),
    ask('codeLens'),
    ask('inlayHint', { range }),
    ask('documentSymbol'),
    ask('foldingRange'),
    ask('documentLink'),
    ask('codeAction', { range: cursor, context: { diagnostics: [], triggerKind: 2 } }),
    ask('documentHighlight', { position: start }),
  ]);
  return [findings, Math.max(findings, ...others)];
}
