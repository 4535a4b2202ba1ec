import { resetMouse, sendMouse, setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { XmppConnection } from '../../src/elements/xmpp-connection/xmpp-connection.js';
import type { ServerRosterItem } from '../support/test-server.js';
import { serverCommand } from '../support/browser/server-command.js';
import { until } from '../support/browser/waiting.js';
import { RosterSeen } from './roster-seen.js';

const stuart: ServerRosterItem = { jid: 'stuart@localhost', name: 'Stuart', subscription: 'both', groups: ['Coworker', 'Football'] };
const mary: ServerRosterItem = { jid: 'mary@localhost', name: 'Mary', subscription: 'both', groups: ['Friends'] };

/** The page that loads the built script, in a frame. */
class Framed {
  readonly #frame = document.createElement('iframe');

  async open(): Promise<void> {
    await setViewport({ width: 600, height: 900 });
    this.#frame.style.cssText = 'position: fixed; inset: 0; inline-size: 600px; block-size: 900px; border: 0';
    const loaded = new Promise((resolve) => this.#frame.addEventListener('load', resolve, { once: true }));
    this.#frame.src = '/script-tag/';
    document.body.append(this.#frame);
    await loaded;
  }

  close(): void {
    this.#frame.remove();
  }

  element<Name extends keyof HTMLElementTagNameMap>(name: Name): HTMLElementTagNameMap[Name] {
    const element = this.#frame.contentDocument?.querySelector(name);
    if (!element) throw new Error(`The page has no ${name}`);
    return element;
  }

  get roster(): RosterSeen {
    return new RosterSeen(this.element('xmpp-roster'));
  }

  /** What assistive technology says of the badge. */
  get badge(): string {
    return this.element('xmpp-presence-badge').shadowRoot?.querySelector('[role=img]')?.ariaLabel ?? '';
  }

  /** "Coworker: Mary, Stuart", from top to bottom. */
  lists(): string {
    return this.roster.groups().map((group) => `${group.title}: ${group.contacts().join(', ')}`).join('; ');
  }

  get violations(): readonly string[] {
    return (this.#frame.contentWindow as unknown as { violations: string[] }).violations;
  }
}

async function pointAt({ x, y, width, height }: DOMRect): Promise<void> {
  await sendMouse({ type: 'move', position: [Math.round(x + width / 2), Math.round(y + height / 2)] });
}

describe('a page with one script tag and the strictest policy', () => {
  const page = new Framed();
  let user: string;
  let connection: XmppConnection;
  before(async () => {
    const account = await serverCommand('register-user', { kind: 'prosody', roster: [stuart, mary] });
    ({ user } = account);
    await page.open();
    connection = page.element('xmpp-connection');
    Object.assign(connection, { service: account.url, jid: account.jid, credentials: { password: account.password } });
    await until(() => connection.connectionStatus === 'online', 'the page is online');
    await until(() => page.lists() !== '', 'the roster is there');
  });
  after(async () => {
    page.close();
    await resetMouse();
  });

  it('shows roster, badge and picker', async () => {
    expect(page.lists()).to.equal('Coworker: Stuart; Football: Stuart; Friends: Mary');
    await until(() => page.badge.startsWith('Stuart'), 'the badge knows the name');
    expect(page.element('xmpp-status-picker').getBoundingClientRect().height).to.be.greaterThan(20);
  });

  it('moves a contact by mouse, and the server keeps the name and the other group', async () => {
    await pointAt(page.roster.contact('Stuart', 'Coworker').box);
    await sendMouse({ type: 'down' });
    await pointAt(page.roster.contact('Mary', 'Friends').box);
    await pointAt(page.roster.group('Friends').box);
    await sendMouse({ type: 'up' });
    await until(() => page.lists() === 'Football: Stuart; Friends: Mary, Stuart' && !page.roster.contact('Stuart', 'Friends').isBusy, 'the server has pushed the move');
    const items = await serverCommand('server-roster', { kind: 'prosody', user });
    const { name, groups = [] } = items.find(({ jid }) => jid === stuart.jid) ?? {};
    expect({ name, groups: [...groups].sort() }).to.deep.equal({ name: 'Stuart', groups: ['Football', 'Friends'] });
  });

  it('violates its policy nowhere on the way', () => {
    expect(page.violations).to.deep.equal([]);
  });
});
