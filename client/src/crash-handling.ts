import { commands, l10n, window } from 'vscode';
import { CloseAction, ErrorAction, type ErrorHandler } from 'vscode-languageclient';

const mostRestarts = 5;
const withinMilliseconds = 3 * 60 * 1000;

/** Starts a server again that ended by itself and says so once; one that ends again and again is left alone. */
export function restartsOf(showOutput: () => void): ErrorHandler {
  let ends: readonly number[] = [];
  return {
    error: () => ({ action: ErrorAction.Continue }),
    closed() {
      const now = Date.now();
      ends = [...ends.filter((end) => now - end < withinMilliseconds), now];
      if (ends.length > mostRestarts) {
        void offer(
          l10n.t('The Postmortem server keeps stopping. Postmortems are not checked any more.'),
          l10n.t('Restart'),
          () => commands.executeCommand('postmortem.restartServer'),
        );
        return { action: CloseAction.DoNotRestart, handled: true };
      }
      if (ends.length === 1) {
        void offer(l10n.t('The Postmortem server stopped and was started again.'), l10n.t('Show Output'), showOutput);
      }
      return { action: CloseAction.Restart, handled: true };
    },
  };
}

async function offer(message: string, choice: string, act: () => unknown): Promise<void> {
  if ((await window.showWarningMessage(message, choice)) === choice) act();
}
