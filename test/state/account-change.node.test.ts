import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { NoResponseError, NotConnectedError } from '../../src/protocol/errors.js';
import { parse } from '../support/browser/parse.js';
import { OnlineSession, OWN, outcome, standing } from './online-session.js';

const JID = 'lee@im.example';
const LEE = `<item jid="${JID}" name="Lee" subscription="both"><group>Work</group></item>`;
const MARY = 'mary@im.example/home';
const APPROVAL = '<presence type="subscribed" to="eve@far.example" id="1"/>';
const sets = ({ stream }: OnlineSession) => stream.take('iq').filter((xml) => xml.includes('type="set"'));
const calm = () => new Promise(setImmediate);

describe('what one account has said, and may not have been heard', () => {
  async function unheard(): Promise<OnlineSession> {
    const online = await OnlineSession.start(LEE);
    online.stream.suspend();
    online.stream.abandon([parse(APPROVAL)]);
    return online;
  }

  it('is not said by the next after a sign-out', async () => {
    const online = await unheard();
    await online.session.signOut();
    await online.begin(MARY);
    assert.deepEqual(online.stream.take('presence'), ['<presence/>']);
  });

  it('is not said by another that signs in without one', async () => {
    const online = await unheard();
    await online.begin(MARY);
    assert.deepEqual(online.stream.take('presence'), ['<presence/>']);
  });

  it('is said again in a page that was reloaded, and does not know yet whose it is', async () => {
    const online = new OnlineSession(LEE);
    online.stream.connect();
    online.stream.abandon([parse(APPROVAL)]);
    await online.begin();
    assert.deepEqual(online.stream.take('presence'), ['<presence/>', APPROVAL]);
  });
});

describe('what was to be done as one account, when another signs in', () => {
  it('is reported as not sent, if it waited for a session', async () => {
    const online = await OnlineSession.start(LEE);
    online.stream.suspend();
    const [added, renamed] = [outcome(online.session.addContact('ann@im.example')), outcome(online.session.renameContact(JID, 'Stu'))];
    online.stream.abandon([]);
    await online.begin(MARY);
    assert.deepEqual([await added, await renamed].map((error) => error instanceof NotConnectedError), [true, true]);
    assert.deepEqual(sets(online), []);
  });

  it('is done, if it was made before anybody knew who signs in', async () => {
    const online = new OnlineSession('');
    online.stream.connect();
    const added = online.session.addContact('ann@im.example', { subscribe: false });
    await online.begin(MARY);
    assert.equal(sets(online).length, 1);
    assert.equal(await standing(added), 'waiting');
  });

  it('is reported as unknown, if its answer was lost', async () => {
    const online = await OnlineSession.start(LEE);
    const edits = [online.session.renameContact(JID, 'Stu'), online.session.addContact('ann@im.example'), online.session.removeContact('eve@far.example')].map(outcome);
    await calm();
    assert.equal(sets(online).length, 3);
    // The loss and the next session come in one go.
    online.stream.abandon([]);
    await online.begin(MARY);
    assert.deepEqual((await Promise.all(edits)).map((error) => error instanceof NoResponseError), [true, true, true]);
    assert.deepEqual(sets(online), []);
  });

  it('is not sent where it waited for its turn', async () => {
    const online = await OnlineSession.start(LEE);
    void outcome(online.session.renameContact(JID, 'Stu'));
    await calm();
    online.answer();
    const grouped = outcome(online.session.addToGroup(JID, 'Friends'));
    online.stream.take();
    await online.begin(MARY);
    online.environment.advance(10_000);
    await calm();
    assert.deepEqual(sets(online), []);
    assert.ok((await grouped) instanceof NotConnectedError);
  });

  it('is not put right in the list of the other', async () => {
    const online = await OnlineSession.start(LEE);
    void outcome(online.session.renameContact(JID, 'Stu'));
    await calm();
    online.answer();
    online.stream.take();
    online.roster = `<item jid="${JID}" name="Stu" subscription="both"><group>Work</group></item>`;
    await online.begin(MARY);
    await calm();
    assert.deepEqual(sets(online), []);
  });

  it('is not gone on with, if it was a move of many', async () => {
    const people = Array.from({ length: 20 }, (_, index) => `p${index}@im.example`);
    const online = await OnlineSession.start(people.map((jid) => `<item jid="${jid}" subscription="both"><group>Work</group></item>`).join(''));
    const moved = online.session.moveContacts(people.map((jid) => ({ jid, leave: ['Work'], join: ['Friends'] })));
    await calm();
    assert.equal(sets(online).length, 8);
    online.stream.lose();
    await online.begin(MARY);
    await calm();
    assert.deepEqual(sets(online), []);
    assert.deepEqual(new Set((await moved).map(({ status }) => status)), new Set(['failed']));
  });

  it('goes on as the same account', async () => {
    const online = await OnlineSession.start(LEE);
    void outcome(online.session.renameContact(JID, 'Stu'));
    await calm();
    online.stream.take();
    online.stream.abandon([]);
    await online.begin(OWN);
    assert.equal(sets(online).length, 1);
  });
});
