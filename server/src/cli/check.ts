import { writeFile } from 'node:fs/promises';
import { fixAll } from '../review/fix-all.ts';
import { review } from '../review/review.ts';
import { isAtLeast } from '../review/severity.ts';
import type { CheckArguments } from './arguments.ts';
import { type Baseline, loadBaseline, writeBaseline } from './baseline.ts';
import { type CliDocument, isUnreadable, openDocuments, type Unreadable } from './documents.ts';
import { type CliHost, type ExitCode, exitCodes } from './host.ts';
import { createProgress } from './progress.ts';
import { openingProblem } from './read-text.ts';
import type { Repairs, Report, ReviewedFile } from './report.ts';
import { githubReport } from './report-github.ts';
import { jsonReport } from './report-json.ts';
import { sarifReport } from './report-sarif.ts';
import { textReport } from './report-text.ts';
import { createStyle } from './style.ts';

export async function check(args: CheckArguments, host: CliHost, version: string): Promise<ExitCode> {
  const baseline = args.baseline === undefined ? undefined : await loadBaseline(args.baseline, host.cwd);
  if (typeof baseline === 'string') {
    host.stderr.write(`postmortem: ${baseline}\n`);
    return exitCodes.wrongUse;
  }
  const run = await reviewAll(args, host, baseline);
  if (args.writeBaseline !== undefined) return await saveBaseline(args.writeBaseline, run, host);
  const loud = loudReport(run.report, args);
  // With --stdin --fix the repaired text is the result; the report about what is left goes beside it.
  const repaired = args.stdin && args.fix === 'write' ? run.text : undefined;
  if (repaired !== undefined) host.stdout.write(repaired);
  (repaired === undefined ? host.stdout : host.stderr).write(formatted(loud, args, host, version));
  tellProblems(run, host);
  return exitCodeOf(run, args);
}

interface Run {
  readonly report: Report;
  /** Sentences about settings, each once. */
  readonly configProblems: readonly string[];
  /** Sentences about documents and rules that failed. */
  readonly failures: readonly string[];
  /** The text of the last document after repairs. */
  readonly text: string | undefined;
}

async function reviewAll(args: CheckArguments, host: CliHost, baseline: Baseline | undefined): Promise<Run> {
  const source = await openDocuments(args, { rules: args.rules }, host);
  const progress = createProgress(source.count, host.stderr);
  const reviewed: ReviewedFile[] = [];
  const unreadable: Unreadable[] = [];
  const failures: string[] = [];
  const notes = new Set<string>();
  let files = 0;
  let known = 0;
  let text: string | undefined;
  for await (const document of source.documents()) {
    progress.advance();
    if (isUnreadable(document)) {
      unreadable.push(document);
      continue;
    }
    files++;
    const outcome = await reviewOne(document, args, unreadable).catch((error: unknown) => failed(document, error));
    text = outcome.text;
    failures.push(...outcome.failures);
    if (outcome.unknownProfile !== undefined) notes.add(`There is no profile “${outcome.unknownProfile}”.`);
    if (!outcome.file) continue;
    const findings = baseline?.unknownOf(document.file, outcome.file.findings, outcome.file.source);
    known += findings ? outcome.file.findings.length - findings.length : 0;
    reviewed.push(findings ? { ...outcome.file, findings } : outcome.file);
  }
  progress.clear();
  return {
    report: { files, postmortems: reviewed.length, reviewed, unreadable, known },
    configProblems: [...source.configProblems, ...notes],
    failures,
    text,
  };
}

interface Outcome {
  /** `undefined`: not a postmortem. */
  readonly file: ReviewedFile | undefined;
  readonly failures: readonly string[];
  readonly unknownProfile: string | undefined;
  readonly text: string;
}

/** A document that makes us fail costs its own findings only. */
function failed({ file, text }: CliDocument, error: unknown): Outcome {
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { file: undefined, failures: [`${file} made us fail. ${reason}`], unknownProfile: undefined, text };
}

async function reviewOne(document: CliDocument, args: CheckArguments, unreadable: Unreadable[]): Promise<Outcome> {
  const { file, options } = document;
  const repairs = args.fix === 'no' ? undefined : await repair(document, args, unreadable);
  const text = repairs && (repairs.written || args.stdin) ? repairs.after : document.text;
  const postmortem = document.read(text);
  const { verdict } = postmortem;
  if (!verdict.postmortem) {
    if (verdict.reason === 'unreadable')
      unreadable.push({ file, message: `${file} is not checked. ${verdict.detail}` });
    return { file: undefined, failures: [], unknownProfile: undefined, text };
  }
  const { findings, failures, unknownProfile } = review(postmortem, options);
  return {
    file: { file, source: postmortem.source, findings, repairs },
    failures: failures.map(({ code, error }) => `${file}: the rule ${code} failed: ${error}`),
    unknownProfile,
    text,
  };
}

async function repair(
  document: CliDocument,
  args: CheckArguments,
  unreadable: Unreadable[],
): Promise<Repairs | undefined> {
  const { file, absolute, text: before } = document;
  const { text: after, repaired } = fixAll(before, document.read, document.options);
  if (after === before) return undefined;
  const repairs = { before, after, list: repaired, written: false };
  if (args.fix === 'show' || args.stdin) return { ...repairs, written: args.fix === 'write' };
  if (!document.writable || absolute === undefined) {
    unreadable.push({ file, message: `${file} is not repaired: it is not UTF-8 text. Save it as UTF-8 first.` });
    return undefined;
  }
  try {
    await writeFile(absolute, after);
    return { ...repairs, written: true };
  } catch (error) {
    unreadable.push({ file, message: `${file} is not repaired: it ${openingProblem(error)}.` });
    return undefined;
  }
}

function loudReport(report: Report, { quiet, failOn }: CheckArguments): Report {
  if (!quiet) return report;
  const reviewed = report.reviewed.map((file) => ({
    ...file,
    findings: file.findings.filter((finding) => isAtLeast(finding.severity, failOn)),
  }));
  return { ...report, reviewed };
}

function formatted(report: Report, args: CheckArguments, host: CliHost, version: string): string {
  switch (args.format) {
    case 'text':
      return textReport(report, { style: createStyle(host.colours), quiet: args.quiet });
    case 'json':
      return jsonReport(report);
    case 'sarif':
      return sarifReport(report, version);
    case 'github':
      return githubReport(report);
  }
}

async function saveBaseline(path: string, run: Run, host: CliHost): Promise<ExitCode> {
  try {
    await writeBaseline(path, host.cwd, run.report.reviewed);
  } catch (error) {
    host.stderr.write(
      `postmortem: ${path} cannot be written (${error instanceof Error ? error.message : String(error)}).\n`,
    );
    return exitCodes.wrongUse;
  }
  const count = run.report.reviewed.reduce((sum, file) => sum + file.findings.length, 0);
  host.stdout.write(`${count} findings are known from now on: ${path}\n`);
  tellProblems(run, host);
  return exitCodeOf(run, { failOn: 'off' });
}

function tellProblems(run: Run, host: CliHost): void {
  const sentences = [...run.configProblems, ...run.report.unreadable.map(({ message }) => message), ...run.failures];
  for (const sentence of sentences) host.stderr.write(`postmortem: ${sentence}\n`);
}

function exitCodeOf(run: Run, { failOn }: Pick<CheckArguments, 'failOn'>): ExitCode {
  if (run.failures.length > 0) return exitCodes.ownFailure;
  if (run.report.unreadable.length > 0 || run.configProblems.length > 0) return exitCodes.wrongUse;
  const isLoud = run.report.reviewed.some((file) => file.findings.some(({ severity }) => isAtLeast(severity, failOn)));
  return isLoud ? exitCodes.findings : exitCodes.nothing;
}
