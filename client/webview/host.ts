import type { FromPage } from '../src/preview/page-messages.ts';

/** What VS Code gives a page of a webview. */
interface WebviewApi {
  postMessage(message: FromPage): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): WebviewApi;

/** The way back to the extension, and what the page remembers. */
export type Host = WebviewApi;

export function connectHost(): Host {
  return acquireVsCodeApi();
}
