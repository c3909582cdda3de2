import { type InspectedFile, inspectedFile } from '../features/inspected-file.ts';
import { review } from '../review/review.ts';
import type { InspectArguments } from './arguments.ts';
import { type CliDocument, isUnreadable, openDocuments } from './documents.ts';
import { type CliHost, type ExitCode, exitCodes } from './host.ts';
import { inspectText } from './inspect-text.ts';
import { createProgress } from './progress.ts';
import { createStyle } from './style.ts';

export async function inspect(args: InspectArguments, host: CliHost): Promise<ExitCode> {
  const source = await openDocuments(args, {}, host);
  const progress = createProgress(source.count, host.stderr);
  const inspected: InspectedFile[] = [];
  const problems: string[] = [];
  const failures: string[] = [];
  for await (const document of source.documents()) {
    progress.advance();
    if (isUnreadable(document)) {
      problems.push(document.message);
      continue;
    }
    try {
      inspected.push(inspectDocument(document));
    } catch (error) {
      // A document that makes us fail costs only itself.
      failures.push(
        `${document.file} made us fail. ${error instanceof Error ? (error.stack ?? error.message) : error}`,
      );
    }
  }
  progress.clear();
  const style = createStyle(host.colours);
  host.stdout.write(
    args.format === 'json'
      ? `${JSON.stringify(inspected, undefined, 2)}\n`
      : inspected.map((file) => inspectText(file, style)).join('\n'),
  );
  problems.push(...source.configProblems);
  for (const problem of [...problems, ...failures]) host.stderr.write(`postmortem: ${problem}\n`);
  if (failures.length > 0) return exitCodes.ownFailure;
  return problems.length > 0 ? exitCodes.wrongUse : exitCodes.nothing;
}

function inspectDocument(document: CliDocument): InspectedFile {
  const postmortem = document.read(document.text);
  const { profile } = review(postmortem, { ...document.options, rules: [] });
  return inspectedFile(document.file, postmortem, profile.name);
}
