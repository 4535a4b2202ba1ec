import type { ConsoleMessage, HTTPRequest, Page } from 'puppeteer-core';

const loud = new Set(['warn', 'error', 'assert']);
const unavoidable = [
  // ejabberd sends a second close frame now and then, and the browser says so
  /^WebSocket connection to .* failed: Close received after close/,
];
const local = /^(https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?\/|data:|blob:|about:|chrome-error:)/;

/** Reports what a page must not do: warn or fail on the console, leave an error or a rejection unhandled, ask another machine for something. */
export function watchPage(page: Page, report: (problem: string) => void): void {
  page.on('console', (message) => {
    if (loud.has(message.type()) && !unavoidable.some((pattern) => pattern.test(message.text()))) report(consoleLine(message));
  });
  page.on('pageerror', (error) => report(`uncaught: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`));
  page.on('request', (request: HTTPRequest) => {
    if (!local.test(request.url())) report(`request to another machine: ${request.url()}`);
  });
}

function consoleLine(message: ConsoleMessage): string {
  const { url = '', lineNumber } = message.location();
  return `console.${message.type()}: ${message.text()} (${url}${lineNumber === undefined ? '' : `:${lineNumber + 1}`})`;
}
