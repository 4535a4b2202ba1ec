import { expect } from 'chai';
import { serverCommand } from '../support/browser/server-command.js';
import { useColorScheme } from '../support/browser/looks.js';
import { ConnectionHarness, newAccount, type Account } from './connection.harness.js';

describe('the looks of <xmpp-connection>', () => {
  let account: Account;
  let connection: ConnectionHarness;
  before(async () => {
    account = await newAccount();
  });
  afterEach(() => connection.remove());

  it('takes no room of its own while there is nothing to say', async () => {
    connection = await ConnectionHarness.online(account);
    expect(connection.element.getBoundingClientRect().height).to.equal(0);
    const paragraph = document.createElement('p');
    paragraph.textContent = 'Slotted';
    connection.element.append(paragraph);
    expect(paragraph.checkVisibility()).to.be.true;
  });

  for (const scheme of ['light', 'dark'] as const) {
    it(`gives axe nothing to object to, ${scheme}`, async () => {
      await useColorScheme(scheme);
      connection = await ConnectionHarness.to(account, { credentials: { password: 'not-the-password' } });
      await connection.fails();
      expect(connection.error).not.to.equal('');
      expect(await connection.axe()).to.deep.equal([]);
      await serverCommand('expect-console', { pattern: 'WebSocket connection to .* failed' });
      connection.element.service = 'ws://127.0.0.1:9/ws';
      await connection.becomes('reconnecting');
      expect(connection.notice).not.to.equal('');
      expect(await connection.axe()).to.deep.equal([]);
    });
  }
});
