import { readFile } from 'node:fs/promises';
import type { TestRunnerConfig } from '@web/test-runner';
import { CONTENT_SECURITY_POLICY, localFiles } from '../e2e/support/site.js';

type Middleware = NonNullable<TestRunnerConfig['middleware']>[number];

/** Where the page with one script tag stands; its own script signs nobody in, and notes what its policy refuses. */
const page = '/script-tag/';
const noteViolations = "var violations = []; document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => violations.push(`${violatedDirective}: ${blockedURI}`));";

/** Serves the built script and a page that loads it, with the strictest policy, from where the tests may look into it. */
export const serveScriptTag: Middleware = async (context, next) => {
  if (context.path === `${page}violations.js`) return answer('text/javascript', noteViolations);
  if (context.path === `${page}sign-in.js`) return answer('text/javascript', '');
  const [path, type] = localFiles[context.path === page ? '' : context.path.slice(1)] ?? [];
  if (!path || !type || context.path === '/') {
    await next();
    return undefined;
  }
  const text = await readFile(path, 'utf8');
  return answer(type, text.replace('<script', '<script src="violations.js"></script>\n    <script'));

  function answer(contentType: string, body: string): void {
    context.set('content-security-policy', CONTENT_SECURITY_POLICY);
    context.type = contentType;
    context.body = body;
  }
};
