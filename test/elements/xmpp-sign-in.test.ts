import { expect } from 'chai';
import type { KeptSignIn } from '../../src/state/sign-in.js';
import { press } from '../support/browser/hands.js';
import { serverCommand } from '../support/browser/server-command.js';
import { until } from '../support/browser/waiting.js';
import { newAccount, type Account } from './connection.harness.js';
import { keptSignIns, nobodyIsKept, SignInHarness } from './sign-in.harness.js';

describe('<xmpp-sign-in>', () => {
  let account: Account;
  let page: SignInHarness;
  beforeEach(async () => {
    account = await newAccount('ann@localhost');
  });
  afterEach(() => page.remove());

  /** Of signing in, as the server counts them. */
  const attempts = () => serverCommand('auth-failures', { kind: 'demo', user: account.user });
  const asking = (properties = {}) => SignInHarness.asking({ service: account.url }, properties);

  /** Signs in, stays signed in, and leaves the page. */
  async function visit(): Promise<void> {
    page = await asking();
    await page.signIn(account.jid, account.password, { stay: true });
    await page.isOnline();
    await until(() => page.connection.session.contacts().length === 1, 'the list is there');
    await page.leave();
  }

  describe('shows', () => {
    it('when nobody knows who is to sign in, and goes when somebody has', async () => {
      page = await asking();
      expect(page.states).to.deep.equal(['needed']);
      await page.signIn(account.jid, account.password);
      await page.isOnline();
      expect(page.isShown).to.be.false;
      expect(page.states).to.deep.equal(['signed-in']);
      expect(page.connection.session.jid).to.equal(account.jid);
      expect(page.element.shadowRoot?.querySelector('input')).to.equal(null);
    });

    it('not when the page signs in itself', async () => {
      page = await SignInHarness.open({ service: account.url, jid: account.jid, credentials: { password: account.password } });
      await page.isOnline();
      expect([page.isShown, page.account, page.states]).to.deep.equal([false, '', []]);
    });

    it('not when the page’s own credentials are wrong: that is not for its user to mend', async () => {
      page = await SignInHarness.open({ service: account.url, jid: account.jid, credentials: { password: 'wrong' } });
      await until(() => page.connection.shadowRoot?.querySelector('[part=error]') != null, 'the connection says so');
      expect(page.isShown).to.be.false;
    });

    it('the account that the page names, to be completed by the password', async () => {
      page = await SignInHarness.asking({ service: account.url, jid: account.jid });
      expect(page.field('address').value).to.equal(account.jid);
      await page.fill({ password: account.password });
      await page.press('submit');
      await page.isOnline();
    });
  });

  describe('for password managers', () => {
    it('is a real form with the fields that they look for', async () => {
      page = await asking();
      const [address, password] = [page.field('address'), page.field('password')];
      expect(address.form).to.be.instanceOf(HTMLFormElement).and.to.equal(password.form);
      expect([address.autocomplete, address.name, address.type]).to.deep.equal(['username', 'username', 'text']);
      expect([password.autocomplete, password.name, password.type]).to.deep.equal(['current-password', 'password', 'password']);
      expect(page.element.shadowRoot?.querySelector('button[type=submit]')).not.to.equal(null);
    });

    it('takes what they have filled in, and is submitted by Enter', async () => {
      page = await asking();
      page.field('address').value = account.jid;
      page.field('password').value = account.password;
      page.field('password').focus();
      await press('Enter');
      await page.isOnline();
    });
  });

  describe('says in words', () => {
    it('what is missing or no address, brings one to it, and sends nothing', async () => {
      page = await asking();
      await page.press('submit');
      expect([page.faults, page.focused]).to.deep.equal([['Please enter your address, such as name@company.org.'], 'address']);
      await page.fill({ address: 'george' });
      expect(page.faults).to.deep.equal([]);
      await page.press('submit');
      expect([page.faults, page.focused]).to.deep.equal([['This is not an address yet. It should look like name@company.org.'], 'address']);
      await page.fill({ address: account.jid });
      await page.press('submit');
      expect([page.faults, page.focused]).to.deep.equal([['Please enter your password.'], 'password']);
      expect(page.field('password').getAttribute('aria-invalid')).to.equal('true');
      expect(page.connection.connectionStatus).to.equal('offline');
    });

    it('that the password is wrong, after one attempt, with the password selected to be typed anew', async () => {
      page = await asking();
      await page.signIn(account.jid, 'not-the-password');
      await page.fails(/^The address or the password is wrong\. Please check both and sign in again\.$/);
      expect(await attempts()).to.equal(1);
      expect(page.element.shadowRoot?.querySelector('[part=failure]')?.role).to.equal('alert');
      expect(page.connection.shadowRoot?.querySelector('[part=error]'), 'it is said once').to.equal(null);
      expect([page.field('address').value, page.focused]).to.deep.equal([account.jid, 'password']);
      await press('x');
      expect(page.field('password').value).to.equal('x');
      await page.fill({ password: account.password });
      await page.press('submit');
      await page.isOnline();
      expect(await attempts()).to.equal(2);
    });

    it('completes a name alone by the page’s domain', async () => {
      page = await asking({ domain: account.domain });
      await page.signIn(account.user, account.password);
      await page.isOnline();
      expect(page.connection.session.jid).to.equal(account.jid);
    });
  });

  describe('staying signed in', () => {
    it('asks nobody at the next visit, until they sign out', async () => {
      await visit();
      page = await SignInHarness.open({ service: account.url });
      await page.isOnline();
      expect(page.isShown).to.be.false;
      expect(page.connection.session.jid).to.equal(account.jid);
      await page.connection.signOut();
      await page.asks();
      await page.leave();
      page = await asking();
      expect(page.connection.connectionStatus).to.equal('offline');
    });

    it('keeps no password, but a key that no script can read', async () => {
      await visit();
      const kept = await keptSignIns();
      expect(kept).to.have.lengthOf(1);
      const [[, { jid, scramKey }]] = kept as [[string, KeptSignIn]];
      expect(jid).to.equal(account.jid);
      expect(Object.keys(scramKey).sort()).to.deep.equal(['hash', 'iterations', 'key', 'salt']);
      const { key } = scramKey;
      expect([key.extractable, key.usages, key.algorithm.name]).to.deep.equal([false, ['sign'], 'HMAC']);
      expect(await crypto.subtle.exportKey('raw', key).catch((error: Error) => error.name)).to.equal('InvalidAccessError');
      expect(JSON.stringify(kept)).not.to.contain(account.password);
    });

    it('keeps nothing of whoever does not want it, or where the page does not', async () => {
      page = await asking();
      await page.signIn(account.jid, account.password);
      await page.isOnline();
      expect(await keptSignIns()).to.deep.equal([]);
      await page.remove();
      page = await asking({ noStay: true });
      expect(page.has('stay')).to.be.false;
    });

    it('is over when the password has changed: it is asked for, once, and the key is gone', async () => {
      await visit();
      await serverCommand('register-user', { kind: 'demo', user: account.user, password: 'another' });
      page = await asking();
      expect(page.failure).to.match(/^You could not stay signed in: the password was changed/);
      expect(page.field('address').value).to.equal(account.jid);
      expect(await keptSignIns()).to.deep.equal([]);
      expect(await attempts()).to.equal(2);
      await page.fill({ password: 'another' });
      await page.press('submit');
      await page.isOnline();
    });
  });

  describe('signing out', () => {
    it('leaves nothing of the account: no list, no session, nothing in the browser', async () => {
      page = await asking();
      await page.signIn(account.jid, account.password, { stay: true });
      await page.isOnline();
      await until(() => page.connection.session.contacts().length === 1, 'the list is there');
      expect([page.account, page.isShown]).to.deep.equal([account.jid, false]);
      expect(await page.axe()).to.deep.equal([]);
      await page.press('sign-out');
      await page.asks();
      expect(page.account).to.equal('');
      const { session } = page.connection;
      expect([session.jid, session.contacts(), session.connectionStatus]).to.deep.equal([undefined, [], 'offline']);
      expect(page.field('password').value).to.equal('');
      expect(page.field('address').value).to.equal('');
      await nobodyIsKept();
    });

    it('is done by keyboard, too, which goes on in the form; not where the page has a button of its own', async () => {
      page = await asking();
      await page.signIn(account.jid, account.password);
      await page.isOnline();
      page.element.noSignOut = true;
      await page.settled();
      expect([page.account, page.states], 'the page has a button of its own').to.deep.equal(['', []]);
      page.element.noSignOut = false;
      await page.settled();
      await press('Tab');
      expect(page.focusedPart).to.equal('sign-out');
      await press('Enter');
      await page.asks();
      expect(page.focused).to.equal('address');
    });

    it('is there while the server is not', async () => {
      const server = { kind: 'demo', instance: 'sign-out' } as const;
      const { url, jid, password } = await serverCommand('register-user', server);
      page = await SignInHarness.asking({ service: url });
      await page.signIn(jid, password, { stay: true });
      await page.isOnline();
      await serverCommand('crash-server', server);
      await until(() => page.connection.connectionStatus === 'reconnecting', 'the connection is lost');
      await page.press('sign-out');
      await page.asks();
      expect(page.connection.connectionStatus).to.equal('offline');
      await nobodyIsKept();
    });

    it('lets another account sign in, who sees none of the former’s contacts', async () => {
      const other = await newAccount('bob@localhost');
      page = await asking();
      await page.signIn(account.jid, account.password);
      await page.isOnline();
      await page.connection.signOut();
      await page.asks();
      const told: string[] = [];
      page.connection.addEventListener('xmpp-error', ({ detail }) => told.push(detail.error.message));
      await page.signIn(other.jid, 'not-the-password');
      await page.fails(/^The address or the password is wrong\./);
      expect(told, 'it is not taken for the former’s account').to.deep.equal(['The address or the password is wrong. Please check both and sign in again.']);
      await page.fill({ password: other.password });
      await page.press('submit');
      await page.isOnline();
      await until(() => page.connection.session.contacts().length > 0, 'the list is there');
      expect(page.connection.session.contacts().map(({ jid }) => jid)).to.deep.equal(['bob@localhost']);
    });
  });
});
