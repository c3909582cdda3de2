import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import type { Host } from './host.ts';

/** Tells the user how far the reading of the workspace is, and lets it be cancelled. */
export interface IndexProgress {
  begin(): RunningProgress;
}

export interface RunningProgress {
  report(done: number, total: number): void;
  isCancelled(): boolean;
  end(): void;
}

const silentProgress: IndexProgress = {
  begin: () => ({ report: () => {}, isCancelled: () => false, end: () => {} }),
};

/** What is done sooner is not worth a message. */
const quietMilliseconds = 500;
const betweenReports = 200;

export function createIndexProgress(connection: Connection, canShow: boolean, host: Host): IndexProgress {
  if (!canShow) return silentProgress;
  return {
    begin() {
      let shown: WorkDoneProgressServerReporter | undefined;
      let ended = false;
      let cancelled = false;
      let last = 0;
      const show = async (): Promise<void> => {
        const reporter = await connection.window.createWorkDoneProgress();
        if (ended) return;
        reporter.begin('Reading postmortems', 0, undefined, true);
        reporter.token.onCancellationRequested(() => {
          cancelled = true;
        });
        shown = reporter;
      };
      const cancelShow = host.after(quietMilliseconds, () => void show().catch(() => {}));
      return {
        report(done, total) {
          const now = host.now().getTime();
          if (shown === undefined || now - last < betweenReports) return;
          last = now;
          shown.report(Math.floor((100 * done) / Math.max(1, total)), `${done} of ${total} files`);
        },
        isCancelled: () => cancelled,
        end() {
          ended = true;
          cancelShow();
          shown?.done();
        },
      };
    },
  };
}
