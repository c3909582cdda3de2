import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import type { Postmortem } from '../postmortem/postmortem.ts';
import { createPostmortemReader } from '../postmortem/postmortem-reader.ts';
import { fitsGlob } from '../review/glob.ts';
import type { ReviewOptions } from '../review/review.ts';
import { lastSaid, type Settings } from '../review/settings.ts';
import type { Workspace } from '../rules/rule.ts';
import type { InputArguments } from './arguments.ts';
import { findFiles } from './find-files.ts';
import type { CliHost } from './host.ts';
import { createConfigLoader, pathInProject } from './load-config.ts';
import { decodeText, openingProblem } from './read-text.ts';

/** A document with everything that its review needs. */
export interface CliDocument {
  /** The name it is reported by, with `/`: relative to the working folder, absolute outside of it. */
  readonly file: string;
  /** `undefined` for standard input without a name. */
  readonly absolute: string | undefined;
  readonly text: string;
  /** Whether repairs can be written back. */
  readonly writable: boolean;
  /** Reads a version of this document; later versions are read faster. */
  read(text: string): Postmortem;
  readonly options: ReviewOptions;
}

export interface Unreadable {
  readonly file: string;
  /** A whole sentence that names the file. */
  readonly message: string;
}

export interface DocumentSource {
  readonly count: number;
  /** In the order of the arguments; each is read when it is asked for. */
  documents(): AsyncIterable<CliDocument | Unreadable>;
  /** Sentences about settings files, each once; complete when the documents are. */
  readonly configProblems: ReadonlySet<string>;
}

export async function openDocuments(input: InputArguments, own: Settings, host: CliHost): Promise<DocumentSource> {
  const configs = createConfigLoader(input.config === undefined ? undefined : resolve(host.cwd, input.config));
  const configProblems = new Set<string>();
  const commandLine: Settings = {
    ...own,
    ...(input.profile !== undefined && { profile: input.profile }),
    ...(input.zone !== undefined && { zone: input.zone }),
  };
  const { files, problems } = input.stdin ? { files: [], problems: [] } : await findFiles(input.paths, host.cwd);

  async function open(
    file: string,
    absolute: string | undefined,
    bytes: Uint8Array,
  ): Promise<CliDocument | Unreadable> {
    const reading = decodeText(bytes);
    if (reading.kind === 'unreadable') return { file, message: `${file} ${reading.reason}.` };
    const config = await configs.of(absolute === undefined ? host.cwd : dirname(absolute));
    for (const problem of config.problems) configProblems.add(problem);
    const path = absolute === undefined ? file : pathInProject(absolute, config.file);
    const settings = [config.settings, commandLine];
    const reader = createPostmortemReader();
    const context = { path, isPostmortem: verdictOf(path, config.settings), zone: lastSaid('zone', settings) };
    return {
      file,
      absolute,
      text: reading.text,
      writable: reading.writable && absolute !== undefined,
      read: (text) => reader.read(text, context),
      options: { settings, now: host.now, workspace: workspaceAround(absolute) },
    };
  }

  async function* documents(): AsyncIterable<CliDocument | Unreadable> {
    if (input.stdin) {
      const { filename } = input.stdin;
      const absolute = filename === undefined ? undefined : resolve(host.cwd, filename);
      yield open(filename ?? '<stdin>', absolute, await host.readStdin());
      return;
    }
    for (const { path, reason } of problems) yield { file: path, message: `${path} ${reason}.` };
    for (const absolute of files) {
      const file = shownPath(absolute, host.cwd);
      const bytes = await readFile(absolute).catch((error: unknown) => openingProblem(error));
      yield typeof bytes === 'string' ? { file, message: `${file} ${bytes}.` } : await open(file, absolute, bytes);
    }
  }

  return { count: input.stdin ? 1 : files.length, documents, configProblems };
}

export function isUnreadable(document: CliDocument | Unreadable): document is Unreadable {
  return 'message' in document;
}

function verdictOf(path: string, settings: Settings): boolean | undefined {
  if (settings.exclude?.some((glob) => fitsGlob(path, glob))) return false;
  if (settings.include?.some((glob) => fitsGlob(path, glob))) return true;
  return undefined;
}

function shownPath(absolute: string, cwd: string): string {
  const path = relative(cwd, absolute);
  return (path.startsWith('..') || isAbsolute(path) ? absolute : path).split(sep).join('/');
}

function workspaceAround(absolute: string | undefined): Workspace {
  return {
    fileExists: (path) =>
      absolute === undefined || isAbsolute(path) ? undefined : existsSync(resolve(dirname(absolute), path)),
  };
}
