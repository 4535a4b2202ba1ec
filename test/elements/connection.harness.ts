import { sendMouse } from '@web/test-runner-commands';
import '../../src/elements/xmpp-connection/xmpp-connection.js';
import type { XmppConnection } from '../../src/elements/xmpp-connection/xmpp-connection.js';
import { axeProblems } from '../support/browser/looks.js';
import { serverCommand } from '../support/browser/server-command.js';
import { settled, until } from '../support/browser/waiting.js';

export type Account = Awaited<ReturnType<typeof newAccount>>;

/** An account on the demo server, with these contacts. */
export function newAccount(...contacts: readonly string[]) {
  const roster = contacts.map((jid) => ({ jid, name: jid.split('@')[0] ?? '', subscription: 'none' as const, groups: ['Friends'] }));
  return serverCommand('register-user', { kind: 'demo', roster });
}

const attributes: Readonly<Record<string, string>> = { credentialsUrl: 'credentials-url' };

type Settings = Partial<Pick<XmppConnection, 'service' | 'jid' | 'domain' | 'resource' | 'anonymous' | 'credentialsUrl' | 'credentials'>>;

/** A connection as its page uses it, with all that happened to it. */
export class ConnectionHarness {
  /** `connecting`, `online` …, each time it changed. */
  readonly statuses: string[] = [];
  /** Which of its CSS states it had each time. */
  readonly statesThen: string[][] = [];
  /** What the page was told went wrong. */
  readonly errors: string[] = [];
  /** All that came with events, to be searched. */
  readonly details: unknown[] = [];

  constructor(readonly element = document.createElement('xmpp-connection')) {
    element.addEventListener('xmpp-connection-change', ({ detail }) => {
      this.statuses.push(detail.connectionStatus);
      this.statesThen.push(this.states);
      this.details.push(detail);
    });
    element.addEventListener('xmpp-error', ({ detail }) => {
      this.errors.push(detail.error.message);
      this.details.push(detail, detail.error.stack);
    });
  }

  /** On the page, with these properties set all at once. */
  static async with(settings: Settings): Promise<ConnectionHarness> {
    const harness = new ConnectionHarness();
    Object.assign(harness.element, settings);
    await harness.attach();
    return harness;
  }

  static to({ url, jid, password }: Account, settings: Settings = {}): Promise<ConnectionHarness> {
    return ConnectionHarness.with({ service: url, jid, credentials: { password }, ...settings });
  }

  static async online(account: Account, settings: Settings = {}): Promise<ConnectionHarness> {
    const harness = await ConnectionHarness.to(account, settings);
    await harness.ready();
    return harness;
  }

  setAttribute(property: string, value: string): void {
    this.element.setAttribute(attributes[property] ?? property, value);
  }

  async attach(within: Element = document.body): Promise<void> {
    within.append(this.element);
    await this.settled();
  }

  /** For `afterEach`: off the page, and the connection closed. */
  async remove(): Promise<void> {
    this.element.remove();
    await this.element.disconnect();
  }

  settled(): Promise<void> {
    return settled(this.element);
  }

  async becomes(status: XmppConnection['connectionStatus']): Promise<void> {
    await until(() => this.element.connectionStatus === status, `the connection is ${status} (${this.statuses.join()}; ${this.errors.join()})`);
    await this.settled();
  }

  /** The roster is there, too. */
  async ready(jid?: string): Promise<void> {
    const { session } = this.element;
    await until(() => session.ready && (jid === undefined || session.jid === jid), `the session is ready (${this.statuses.join()}; ${this.errors.join()})`);
    await this.settled();
  }

  /** The server calls this client by that resource, and by no other. */
  async isCalled(resource: string | RegExp): Promise<void> {
    const names = () => this.element.session.resources.map((one) => one.resource);
    const isIt = (name: string) => (typeof resource === 'string' ? name === resource : resource.test(name));
    await until(() => names().length === 1 && names().every(isIt), `this is ${String(resource)}`);
  }

  async fails(times = 1): Promise<void> {
    await until(() => this.errors.length >= times, `the connection fails (${this.statuses.join()})`);
    await this.settled();
  }

  /** The one of its states that its page's CSS can select. */
  get states(): string[] {
    return ['offline', 'connecting', 'online', 'reconnecting'].filter((state) => this.element.matches(`:state(${state})`));
  }

  get contacts(): string[] {
    return this.element.session.contacts().map(({ jid }) => jid).sort();
  }

  /** Says while it is sought that it cannot be had, beginning like that. */
  async says(text: string): Promise<void> {
    await until(() => this.notice.startsWith(text), `it says “${text}…” (${this.notice})`);
  }

  /** What is said aloud as an error. */
  get error(): string {
    return this.#text('[part=error][role=alert] .text');
  }

  get notice(): string {
    return this.#text('[part=notice][role=status]');
  }

  async tryAgain(): Promise<void> {
    const button = this.element.shadowRoot?.querySelector('[part=retry]');
    if (button?.textContent?.trim() !== 'Try again') throw new Error('There is no button “Try again”');
    const { x, y, width, height } = button.getBoundingClientRect();
    await sendMouse({ type: 'click', position: [Math.round(x + width / 2), Math.round(y + height / 2)] });
    await this.settled();
  }

  axe(): Promise<string[]> {
    return axeProblems(this.element);
  }

  /** Everything a script on the page finds in the document, in shadow roots and in what events brought. */
  get exposed(): string {
    const shadows = (root: ParentNode): string[] =>
      [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? [shadowRoot.innerHTML, ...shadows(shadowRoot)] : []));
    return [document.documentElement.outerHTML, ...shadows(document), JSON.stringify(this.details)].join('\n');
  }

  #text(selector: string): string {
    return this.element.shadowRoot?.querySelector(selector)?.textContent?.trim() ?? '';
  }
}
