import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** The strictest policy that the elements promise to live with. */
export const CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src ws: wss:; img-src 'self' data: blob:; require-trusted-types-for 'script'; trusted-types lit-html";

/** What a page's own script tells its connection. */
export interface SignIn {
  readonly service: string;
  /** Left out, and the password too: its user signs in. */
  readonly jid?: string;
  readonly password?: string;
  /** Instead of the password. */
  readonly token?: string;
  readonly mechanism?: string;
  readonly resource?: string | undefined;
  readonly domain?: string;
}

const local = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

/** What is served, by its name in the address: its path on this machine and its type. */
export const localFiles: Readonly<Record<string, readonly [path: string, type: string]>> = {
  'xmpp-elements.js': [local('dist/xmpp-elements.js'), 'text/javascript'],
  'page.css': [local('test/e2e/pages/page.css'), 'text/css'],
  '': [local('test/e2e/pages/script-tag.html'), 'text/html; charset=utf-8'],
  'sign-in': [local('test/e2e/pages/sign-in.html'), 'text/html; charset=utf-8'],
  asking: [local('test/e2e/pages/script-tag.html'), 'text/html; charset=utf-8'],
  sandboxed: [local('test/e2e/pages/script-tag.html'), 'text/html; charset=utf-8'],
  contacts: [local('test/e2e/pages/contacts.html'), 'text/html; charset=utf-8'],
};

/** A plain static server: the pages in `../pages`, the built script, and for each page the script that signs it in. */
export class Site {
  readonly #signIns: string[] = [];
  readonly #server = createServer((request, response) => void this.#answer(request.url ?? '/', response));

  static async start(): Promise<Site> {
    // `npm test` has just built it; a test run by itself may find nothing
    if (!existsSync(local('dist/xmpp-elements.js'))) await build({ logLevel: 'warn' });
    const site = new Site();
    await new Promise<void>((resolve) => site.#server.listen(0, '127.0.0.1', resolve));
    return site;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** The address of a page that signs in like that. @param name of one in `../pages`; left out: the one with a bit of everything */
  page(signIn: SignIn, name = ''): string {
    const { password, token, mechanism, ...connection } = signIn;
    const secret = token ?? password;
    const settings = { ...connection, ...(secret === undefined ? {} : { credentials: { [token === undefined ? 'password' : 'token']: secret, mechanism } }) };
    this.#signIns.push(`Object.assign(document.querySelector('xmpp-connection'), ${JSON.stringify(settings)});`);
    return `${this.origin}/${this.#signIns.length}/${name}`;
  }

  stop(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  async #answer(url: string, response: ServerResponse): Promise<void> {
    const [, page, name = page] = /^\/(\d+)?\/?([^/?]*)/.exec(url) ?? [];
    const signIn = name === 'sign-in.js' ? this.#signIns[Number(page) - 1] : undefined;
    const [path, type] = localFiles[name ?? ''] ?? [];
    response.setHeader('content-security-policy', policyOf(name));
    if (signIn !== undefined) response.setHeader('content-type', 'text/javascript').end(signIn);
    else if (path !== undefined && type !== undefined) response.setHeader('content-type', type).end(await readFile(path));
    else response.writeHead(404).end();
  }
}

function policyOf(name: string | undefined): string {
  // To find out why a server cannot be reached, its other addresses have to be asked.
  if (name === 'asking') return CONTENT_SECURITY_POLICY.replace('ws: wss:', 'ws: wss: http: https:');
  return name === 'sandboxed' ? `${CONTENT_SECURITY_POLICY}; sandbox allow-scripts` : CONTENT_SECURITY_POLICY;
}
