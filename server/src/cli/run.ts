import { readArguments } from './arguments.ts';
import { check } from './check.ts';
import { helpText } from './help.ts';
import { type CliHost, type ExitCode, exitCodes } from './host.ts';
import { inspect } from './inspect.ts';
import { render } from './render.ts';
import { version } from './version.ts';

/** One run of the command line. Everything it needs of the process comes in; the exit code comes out. */
export async function run(argv: readonly string[], host: CliHost): Promise<ExitCode> {
  try {
    const args = readArguments(argv);
    switch (args.command) {
      case 'wrong-use':
        host.stderr.write(`postmortem: ${args.message}\nTry postmortem --help.\n`);
        return exitCodes.wrongUse;
      case 'help':
        host.stdout.write(helpText(args.topic));
        return exitCodes.nothing;
      case 'version':
        host.stdout.write(`${version}\n`);
        return exitCodes.nothing;
      case 'inspect':
        return await inspect(args, host);
      case 'check':
        return await check(args, host, version);
      case 'render':
        return await render(args, host);
    }
  } catch (error) {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    host.stderr.write(`postmortem: this is a failure of our own. Please report it.\n${reason}\n`);
    return exitCodes.ownFailure;
  }
}
