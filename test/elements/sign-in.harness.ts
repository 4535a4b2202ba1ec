import { setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import '../../src/elements/xmpp-connection/xmpp-connection.js';
import '../../src/elements/xmpp-sign-in/xmpp-sign-in.js';
import type { XmppConnection } from '../../src/elements/xmpp-connection/xmpp-connection.js';
import { click, press, textOf, type } from '../support/browser/hands.js';
import { axeProblems } from '../support/browser/looks.js';
import { nextFrame, settled, until } from '../support/browser/waiting.js';

type Settings = Partial<Pick<XmppConnection, 'service' | 'jid' | 'domain' | 'credentials'>>;

/** `<xmpp-sign-in>` in a connection that knows nobody, filled in with real mouse and keys. */
export class SignInHarness {
  readonly connection = document.createElement('xmpp-connection');
  readonly element = document.createElement('xmpp-sign-in');

  /** On a page of its own: what a former one has kept is still there. */
  static async open(settings: Settings, properties: Partial<HTMLElementTagNameMap['xmpp-sign-in']> = {}): Promise<SignInHarness> {
    await setViewport({ width: 700, height: 900 });
    const harness = new SignInHarness();
    Object.assign(harness.connection, settings);
    Object.assign(harness.element, properties);
    harness.connection.append(harness.element);
    document.body.append(harness.connection);
    await harness.settled();
    return harness;
  }

  /** Once it shows. */
  static async asking(settings: Settings, properties: Partial<HTMLElementTagNameMap['xmpp-sign-in']> = {}): Promise<SignInHarness> {
    const harness = await SignInHarness.open(settings, properties);
    await harness.asks();
    return harness;
  }

  /** As when the page is left; what the browser keeps stays. */
  async leave(): Promise<void> {
    this.connection.remove();
    await this.connection.disconnect();
  }

  /** For `afterEach`: nothing is kept either. */
  async remove(): Promise<void> {
    this.connection.remove();
    await this.connection.signOut();
  }

  async settled(): Promise<void> {
    await settled(this.connection);
    await settled(this.element);
  }

  async asks(): Promise<void> {
    await until(() => this.isShown, 'the form shows');
    await this.settled();
  }

  async isOnline(): Promise<void> {
    await until(() => this.connection.session.ready, `the session is ready (${this.connection.connectionStatus}; ${this.failure})`);
    await this.settled();
  }

  async fails(text: RegExp): Promise<void> {
    await until(() => text.test(this.failure), `it says ${String(text)} (${this.connection.connectionStatus}; ${this.failure})`);
    await this.settled();
  }

  get isShown(): boolean {
    return this.element.checkVisibility() && this.#find('form') !== null;
  }

  get states(): string[] {
    return ['needed', 'pending', 'signed-in'].filter((state) => this.element.matches(`:state(${state})`));
  }

  /** Who can sign out here; `''` if nobody can. */
  get account(): string {
    return textOf(this.#find('[part=account-address]'));
  }

  /** What has the focus, by its part. */
  get focusedPart(): string {
    return this.element.shadowRoot?.activeElement?.getAttribute('part') ?? '';
  }

  /** Why it did not work, as it is said aloud. */
  get failure(): string {
    return textOf(this.#find('[part=failure] span') ?? this.#find('[part=failure]'));
  }

  /** What is wrong with the fields. */
  get faults(): string[] {
    return [...(this.element.shadowRoot?.querySelectorAll('[part=field-error]') ?? [])].map(textOf).filter((text) => text !== '');
  }

  /** Which field has the focus. */
  get focused(): string {
    return this.element.shadowRoot?.activeElement?.id ?? '';
  }

  field(name: 'address' | 'password' | 'stay'): HTMLInputElement {
    const field = this.#find(`#${name}`);
    if (!(field instanceof HTMLInputElement)) throw new Error(`The form has no field ${name}`);
    return field;
  }

  has(part: string): boolean {
    return this.#find(`[part=${part}]`) !== null;
  }

  /** Clicks into the fields and types over what is there. */
  async fill(fields: { readonly address?: string; readonly password?: string }): Promise<void> {
    for (const [name, text] of Object.entries(fields)) {
      await click(this.field(name as 'address' | 'password'));
      await press('Control+a', 'Delete');
      if (text !== '') await type(text);
    }
  }

  async press(part: 'submit' | 'stay' | 'weaker' | 'sign-out'): Promise<void> {
    const button = this.#find(`[part=${part}]`);
    expect(button, part).not.to.equal(null);
    if (button) await click(button);
    await this.settled();
  }

  /** Fills in everything and submits it. */
  async signIn(address: string, password: string, { stay = false } = {}): Promise<void> {
    await this.fill({ address, password });
    if (stay) await this.press('stay');
    await this.press('submit');
  }

  axe(): Promise<string[]> {
    return axeProblems(this.element);
  }

  #find(selector: string): Element | null {
    return this.element.shadowRoot?.querySelector(selector) ?? null;
  }
}

/** All that this origin's databases hold of a sign-in. */
export async function keptSignIns(): Promise<(readonly [key: string, value: unknown])[]> {
  const request = indexedDB.open('xmpp-elements-sign-in');
  await new Promise((resolve, reject) => {
    request.onsuccess = resolve;
    request.onerror = () => reject(new Error('There is no database'));
  });
  const store = request.result.transaction('sign-in').objectStore('sign-in');
  const [keys, values] = [store.getAllKeys(), store.getAll()];
  await new Promise((resolve) => (values.onsuccess = resolve));
  request.result.close();
  return keys.result.map((key, index) => [JSON.stringify(key), values.result[index]] as const).filter(([key]) => key.includes('kept'));
}

/** Waits until nobody stays signed in with this browser; a test's own time limit ends it. */
export async function nobodyIsKept(): Promise<void> {
  while ((await keptSignIns()).length > 0) await nextFrame();
}
