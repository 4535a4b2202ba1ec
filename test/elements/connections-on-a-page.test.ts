import { expect } from 'chai';
import '../../src/elements/xmpp-presence-badge/xmpp-presence-badge.js';
import { until } from '../support/browser/waiting.js';
import { ConnectionHarness, newAccount } from './connection.harness.js';

const badgeOf = (jid: string) => Object.assign(document.createElement('xmpp-presence-badge'), { jid });

describe('elements and the connections on their page', () => {
  const connections: ConnectionHarness[] = [];
  const page = document.createElement('main');
  beforeEach(() => document.body.append(page));
  afterEach(async () => {
    for (const connection of connections.splice(0)) await connection.remove();
    page.replaceChildren();
    page.remove();
  });

  /** A connection within the page, of an account whose own address its badge can show as available. */
  async function connect(within: Element = page) {
    const account = await newAccount();
    const connection = new ConnectionHarness();
    connections.push(connection);
    Object.assign(connection.element, { service: account.url, jid: account.jid, credentials: { password: account.password } });
    await connection.attach(within);
    await connection.ready();
    return { connection, jid: account.jid };
  }

  const shows = (badge: HTMLElementTagNameMap['xmpp-presence-badge'], availability: string) =>
    until(() => badge.getAttribute('availability') === availability, `the badge of ${badge.jid} shows ${availability}, not ${badge.availability}`);

  it('an element outside takes the page’s first, wherever it stands itself', async () => {
    const before = badgeOf('');
    page.append(before);
    const { jid } = await connect();
    const other = await connect();
    const after = badgeOf(jid);
    page.append(after);
    before.jid = jid;
    await shows(before, 'available');
    await shows(after, 'available');
    before.jid = other.jid;
    await shows(before, 'unknown');
  });

  it('an element inside takes its own, also through another element’s shadow root', async () => {
    await connect();
    const { connection, jid } = await connect();
    const wrapper = document.createElement('div');
    const badge = badgeOf(jid);
    wrapper.attachShadow({ mode: 'open' }).append(badge);
    connection.element.append(wrapper);
    await shows(badge, 'available');
  });

  it('an element that was there before any connection finds the first that comes', async () => {
    const badge = badgeOf('');
    page.append(badge);
    await badge.updateComplete;
    const { jid } = await connect();
    badge.jid = jid;
    await shows(badge, 'available');
  });

  it('goes by the order on the page, not of arrival', async () => {
    const first = document.createElement('section');
    page.append(first);
    const late = await connect();
    const badge = badgeOf(late.jid);
    page.append(badge);
    await shows(badge, 'available');
    const early = await connect(first);
    await shows(badge, 'unknown');
    badge.jid = early.jid;
    await shows(badge, 'available');
  });

  it('falls to the next when the first is taken away, and to none with the last', async () => {
    const first = await connect();
    const second = await connect();
    const badge = badgeOf(second.jid);
    page.append(badge);
    await shows(badge, 'unknown');
    first.connection.element.remove();
    await shows(badge, 'available');
    second.connection.element.remove();
    await shows(badge, 'unknown');
  });

  it('a moved element takes the connection of the place it is moved to', async () => {
    const first = await connect();
    const second = await connect();
    const badge = badgeOf(second.jid);
    first.connection.element.append(badge);
    await shows(badge, 'unknown');
    second.connection.element.append(badge);
    await shows(badge, 'available');
    page.append(badge);
    await shows(badge, 'unknown');
  });

  it('two connections know nothing of each other', async () => {
    const first = await connect();
    const second = await connect();
    await first.connection.element.disconnect();
    expect(second.connection.element.connectionStatus).to.equal('online');
    expect(second.connection.element.session.jid).to.equal(second.jid);
    expect(first.connection.element.session.jid).to.equal(first.jid);
  });
});
