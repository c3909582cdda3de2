import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';
import type { Finding } from '../review/finding.ts';
import type { SourceText } from '../text/source-text.ts';
import { openingProblem } from './read-text.ts';
import type { ReviewedFile } from './report.ts';

/** Findings that are known and passed over, so that an old archive can start clean. */
export interface Baseline {
  /** Removes what the baseline knows. Each known finding is passed over once. */
  unknownOf(file: string, findings: readonly Finding[], source: SourceText): readonly Finding[];
}

type Known = Record<string, Record<string, number>>;

/**
 * The line's text and the code, not the line's number: text added above changes nothing, while a change of the line
 * itself brings its findings back.
 */
export function fingerprint(finding: Finding, source: SourceText): string {
  const line = source
    .slice(source.lineSpan(source.lineAt(finding.span.start)))
    .trim()
    .replace(/\s+/g, ' ');
  return createHash('sha256').update(`${finding.code}\n${line}`).digest('hex').slice(0, 16);
}

/** Answers a sentence when the file cannot be used. */
export async function loadBaseline(path: string, cwd: string): Promise<Baseline | string> {
  const absolute = resolve(cwd, path);
  let known: Known;
  try {
    const value: unknown = JSON.parse(await readFile(absolute, 'utf8'));
    if (!isBaselineFile(value)) return `${path} is not a baseline: write one with --write-baseline.`;
    known = value.findings;
  } catch (error) {
    return error instanceof SyntaxError ? `${path} is not JSON.` : `${path} ${openingProblem(error)}.`;
  }
  return {
    unknownOf(file, findings, source) {
      const left = { ...known[keyOf(file, absolute, cwd)] };
      return findings.filter((finding) => {
        const key = keyOfFinding(finding, source);
        const count = left[key] ?? 0;
        left[key] = count - 1;
        return count <= 0;
      });
    },
  };
}

export async function writeBaseline(path: string, cwd: string, reviewed: readonly ReviewedFile[]): Promise<void> {
  const absolute = resolve(cwd, path);
  const findings: Known = {};
  for (const file of [...reviewed].sort((a, b) => (a.file < b.file ? -1 : 1))) {
    if (file.findings.length === 0) continue;
    const counts: Record<string, number> = {};
    for (const finding of file.findings) {
      const key = keyOfFinding(finding, file.source);
      counts[key] = (counts[key] ?? 0) + 1;
    }
    const sorted = Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1));
    findings[keyOf(file.file, absolute, cwd)] = Object.fromEntries(sorted);
  }
  await writeFile(absolute, `${JSON.stringify({ schema: 1, findings }, undefined, 2)}\n`);
}

function keyOfFinding(finding: Finding, source: SourceText): string {
  return `${finding.code} ${fingerprint(finding, source)}`;
}

/** Relative to the baseline itself, so that it can be used from any folder. */
function keyOf(file: string, baseline: string, cwd: string): string {
  return relative(dirname(baseline), resolve(cwd, file)).split(sep).join('/');
}

function isBaselineFile(value: unknown): value is { readonly findings: Known } {
  return typeof value === 'object' && value !== null && 'findings' in value && isCounts(value.findings);
}

function isCounts(value: unknown): value is Known {
  const isTable = (it: unknown): it is object => typeof it === 'object' && it !== null;
  return (
    isTable(value) &&
    Object.values(value).every(
      (file) => isTable(file) && Object.values(file).every((count) => typeof count === 'number'),
    )
  );
}
