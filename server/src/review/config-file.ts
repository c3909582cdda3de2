import { isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { Path } from './plain-value.ts';
import { readSettings } from './read-settings.ts';
import type { Settings } from './settings.ts';

/** Names of the file in the order in which they are looked for, from the folder of a document upwards. */
export const configFileNames = ['.postmortem.yaml', '.postmortem.yml', '.postmortem.json'] as const;

export interface ConfigProblem {
  readonly message: string;
  /** 1-based. */
  readonly line: number;
  readonly column: number;
}

export interface ConfigFile {
  /** What could be read; empty when the file is not YAML or JSON at all. */
  readonly settings: Settings;
  readonly problems: readonly ConfigProblem[];
}

/** Reads the text of a `.postmortem.yaml` or `.postmortem.json`; JSON is YAML. */
export function readConfigFile(text: string): ConfigFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const problemAt = (offset: number, message: string): ConfigProblem => {
    const { line, col } = lines.linePos(offset);
    return { message, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const [error] = document.errors;
  if (error) return { settings: {}, problems: [problemAt(error.pos[0], `Not readable: ${firstLine(error.message)}.`)] };
  let value: unknown;
  try {
    value = document.toJS() ?? {};
  } catch (failure) {
    const reason = failure instanceof Error ? failure.message : String(failure);
    return { settings: {}, problems: [problemAt(0, `Not readable: ${firstLine(reason)}.`)] };
  }
  const { settings, problems } = readSettings(value);
  return {
    settings,
    problems: problems.map(({ path, message }) => problemAt(offsetOf(document.contents, path), message)),
  };
}

function firstLine(message: string): string {
  return (message.split('\n')[0] ?? '').replace(/[.:\s]+$/, '');
}

/** Where the key or entry stands that the path ends with; the nearest one above it that exists. */
function offsetOf(root: Node | null, path: Path): number {
  let node: unknown = root;
  let offset = root?.range?.[0] ?? 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && item.key.value === step);
      if (!pair) break;
      offset = (isNode(pair.key) && pair.key.range?.[0]) || offset;
      node = pair.value;
    } else if (isSeq(node) && typeof step === 'number') {
      node = node.items[step];
      offset = (isNode(node) && node.range?.[0]) || offset;
    } else break;
  }
  return offset;
}
