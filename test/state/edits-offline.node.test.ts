import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { NoResponseError, NotConnectedError } from '../../src/protocol/errors.js';
import { OnlineSession, OWN, outcome, standing } from './online-session.js';

const JID = 'stuart@im.example';
const item = (attrs: string, ...groups: string[]) => `<item jid="${JID}" ${attrs}>${groups.map((group) => `<group>${group}</group>`).join('')}</item>`;
const STUART = item('name="Stuart" subscription="both"', 'Coworker');
/** The items of the roster sets that were sent since. */
const sets = ({ stream }: OnlineSession) => stream.take('iq').flatMap((xml) => /type="set".*(<item.*)<\/query>/.exec(xml)?.[1] ?? []);

/** Without a connection; one is sought. */
async function lost(roster = STUART): Promise<OnlineSession> {
  const online = await OnlineSession.start(roster);
  online.stream.suspend();
  return online;
}

describe('an edit made without a connection', () => {
  it('waits, and is sent when the stream goes on', async () => {
    const online = await lost();
    const moved = online.session.moveContact(JID, 'Coworker', 'Friends');
    assert.equal(await standing(moved), 'waiting');
    await online.stream.resume(OWN);
    assert.deepEqual(sets(online), [item('name="Stuart"', 'Friends')]);
    assert.equal(await standing(moved), 'waiting');
  });

  it('is worked out anew from the roster of the next session: what others changed meanwhile stays', async () => {
    const online = await lost();
    void outcome(online.session.moveContact(JID, 'Coworker', 'Friends'));
    online.roster = item('name="Stuart II" subscription="both"', 'Coworker', 'Chess');
    await online.begin();
    assert.deepEqual(sets(online), [item('name="Stuart II"', 'Chess', 'Friends')]);
  });

  it('is done where the next session shows it done already', async () => {
    const online = await lost();
    const renamed = online.session.renameContact(JID, 'Stu');
    online.roster = item('name="Stu" subscription="both"', 'Coworker');
    await online.begin();
    assert.deepEqual([await standing(renamed), sets(online)], ['done', []]);
  });

  it('is reported where the contact is gone by then', async () => {
    const online = await lost();
    const renamed = outcome(online.session.renameContact(JID, 'Stu'));
    online.roster = '';
    await online.begin();
    assert.equal((await renamed as { condition: string }).condition, 'item-not-found');
    assert.deepEqual(sets(online), []);
  });

  it('keeps its turn behind those made before', async () => {
    const online = await lost();
    void outcome(online.session.renameContact(JID, 'Stu'));
    void outcome(online.session.addToGroup(JID, 'Friends'));
    await online.begin();
    const [first] = online.stream.take('iq').filter((xml) => xml.includes('type="set"'));
    assert.match(first!, /name="Stu"><group>Coworker/);
    online.push(item('name="Stu" subscription="both"', 'Coworker'));
    online.receive(`<iq type="result" id="${/ id="([^"]*)"/.exec(first!)![1]}"/>`);
    await new Promise(setImmediate);
    assert.deepEqual(sets(online), [item('name="Stu"', 'Coworker', 'Friends')]);
  });

  it('is reported as not sent when no connection is sought any more', async () => {
    const online = await lost();
    const renamed = outcome(online.session.renameContact(JID, 'Stu'));
    online.stream.lose({ kind: 'authentication', final: true });
    assert.ok((await renamed) instanceof NotConnectedError);
  });

  it('may be an addition, with the request that follows it', async () => {
    const online = await lost('');
    const added = online.session.addContact('ann@im.example', { name: 'Ann' });
    await online.begin();
    assert.deepEqual(sets(online), ['<item jid="ann@im.example" name="Ann"/>']);
    online.stream.take();
    void added;
  });

  it('may be a removal', async () => {
    const online = await lost();
    void outcome(online.session.removeContact(JID));
    await online.begin();
    assert.deepEqual(sets(online), [`<item jid="${JID}" subscription="remove"/>`]);
  });
});

describe('an edit whose connection was lost before the answer', () => {
  async function cut(edit: (online: OnlineSession) => Promise<unknown>): Promise<{ online: OnlineSession; edited: Promise<unknown> }> {
    const online = await OnlineSession.start(STUART);
    const edited = edit(online);
    await new Promise(setImmediate);
    online.stream.take();
    online.stream.lose();
    return { online, edited };
  }
  const rename = ({ session }: OnlineSession) => session.renameContact(JID, 'Stu');

  it('is sent again, once, where the next session shows that it was not done', async () => {
    const { online, edited } = await cut(rename);
    await online.begin();
    assert.deepEqual(sets(online), [item('name="Stu"', 'Coworker')]);
    assert.equal(await standing(edited), 'waiting');
  });

  it('is done where the next session shows it', async () => {
    const { online, edited } = await cut(rename);
    online.roster = item('name="Stu" subscription="both"', 'Coworker');
    await online.begin();
    assert.deepEqual([await standing(edited), sets(online)], ['done', []]);
  });

  it('is not done twice, if it was an addition', async () => {
    const { online, edited } = await cut(({ session }) => session.addContact('ann@im.example', { name: 'Ann', subscribe: false }));
    online.roster = `${STUART}<item jid="ann@im.example" name="Ann" subscription="none"/>`;
    await online.begin();
    assert.deepEqual([await standing(edited), sets(online)], ['done', []]);
  });

  it('is not done twice, if it was a removal', async () => {
    const { online, edited } = await cut(({ session }) => session.removeContact(JID));
    online.roster = '';
    await online.begin();
    assert.deepEqual([await standing(edited), sets(online)], ['done', []]);
  });

  it('is reported as unknown when no connection is sought any more', async () => {
    const { online, edited } = await cut(rename);
    const settled = outcome(edited);
    online.stream.lose({ kind: 'authentication', final: true });
    assert.ok((await settled) instanceof NoResponseError);
  });
});
