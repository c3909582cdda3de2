import { writeSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import page from '../../../client/webview/preview.css';
import picture from '../../../client/webview/timeline.css';
import type { CliHost, Output } from './host.ts';
import { run } from './run.ts';

/** Written at once and whole: a pipe that is read slowly must not lose the end of a report. */
function output(stream: NodeJS.WriteStream & { readonly fd: number }): Output {
  return {
    isTerminal: stream.isTTY === true,
    write(text) {
      const bytes = Buffer.from(text);
      for (let at = 0; at < bytes.length; ) {
        try {
          at += writeSync(stream.fd, bytes, at);
        } catch (error) {
          if (!(error instanceof Error && 'code' in error)) throw error;
          // The pipe is full; try again. A reader that has gone away wants no more.
          if (error.code === 'EPIPE') return;
          if (error.code !== 'EAGAIN') throw error;
        }
      }
    },
  };
}

const wantsNoColour = (process.env.NO_COLOR ?? '') !== '';

const host: CliHost = {
  cwd: process.cwd(),
  now: { epochSeconds: Math.floor(Date.now() / 1000) },
  stdout: output(process.stdout),
  stderr: output(process.stderr),
  colours: process.stdout.isTTY === true && !wantsNoColour,
  styles: { picture, page: page.replace(/@import [^;]*;/, picture) },
  readStdin: () => buffer(process.stdin),
};

run(process.argv.slice(2), host).then((code) => {
  process.exitCode = code;
});
