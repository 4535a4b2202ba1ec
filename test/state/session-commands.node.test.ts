import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { NoResponseError, NotConnectedError, StanzaError } from '../../src/protocol/errors.js';
import type { Session } from '../../src/state/session.js';
import { OnlineSession, outcome, standing } from './online-session.js';

const STUART = '<item jid="stuart@im.example" name="Stuart" subscription="both"><group>Coworker</group><group>Football</group></item>';
const MARY = '<item jid="mary@im.example" subscription="to"><group>Coworker</group></item>';
const JID = 'stuart@im.example';
/** The items of the roster sets that were sent since. */
const sets = ({ stream }: OnlineSession) => stream.take('iq').map((xml) => /<item.*(?=<\/query>)/.exec(xml)?.[0]);

describe('editing a contact', () => {
  const edits: Record<string, [(session: Session) => Promise<void>, string]> = {
    'moving it': [(session) => session.moveContact(JID, 'Coworker', 'Friends'), `<item jid="${JID}" name="Stuart"><group>Football</group><group>Friends</group></item>`],
    'adding it to a group': [(session) => session.addToGroup(JID, 'Friends'), `<item jid="${JID}" name="Stuart"><group>Coworker</group><group>Football</group><group>Friends</group></item>`],
    'taking it out of a group': [(session) => session.removeFromGroup(JID, 'Coworker'), `<item jid="${JID}" name="Stuart"><group>Football</group></item>`],
    'renaming it': [(session) => session.renameContact(JID, 'Stu'), `<item jid="${JID}" name="Stu"><group>Coworker</group><group>Football</group></item>`],
    'taking its name away': [(session) => session.renameContact(JID, ''), `<item jid="${JID}"><group>Coworker</group><group>Football</group></item>`],
    'removing it': [(session) => session.removeContact('Stuart@im.example/tablet'), `<item jid="${JID}" subscription="remove"/>`],
  };
  for (const [what, [edit, item]] of Object.entries(edits)) {
    it(`by ${what} sends one set with name and all groups, and settles with the answer`, async () => {
      const online = await OnlineSession.start(STUART);
      const edited = edit(online.session);
      assert.equal(await standing(edited), 'waiting');
      online.answer();
      assert.equal(await outcome(edited), 'done');
      assert.deepEqual(sets(online), [item]);
    });
  }

  it('writes nothing itself: the push does', async () => {
    const online = await OnlineSession.start(STUART);
    const before = online.session.contact(JID);
    const moved = online.session.moveContact(JID, 'Coworker', 'Friends');
    online.answer();
    await moved;
    assert.equal(online.session.contact(JID), before);
    online.push(`<item jid="${JID}" name="Stuart" subscription="both"><group>Friends</group></item>`);
    assert.deepEqual(online.session.contact(JID).item?.groups, ['Friends']);
  });

  it('starts from the item as it is now, not as it was when the page was drawn', async () => {
    const online = await OnlineSession.start(STUART);
    online.push(`<item jid="${JID}" name="Stuart II" subscription="both"><group>Coworker</group><group>Chess</group></item>`);
    online.stream.take();
    void outcome(online.session.moveContact(JID, 'Coworker', 'Friends'));
    assert.deepEqual(sets(online), [`<item jid="${JID}" name="Stuart II"><group>Chess</group><group>Friends</group></item>`]);
  });

  const idle: Record<string, (session: Session) => Promise<unknown>> = {
    'moving within a group': (session) => session.moveContact(JID, 'Coworker', 'Coworker'),
    'adding to a group it is in': (session) => session.addToGroup(JID, 'Football'),
    'taking out of a group it is not in': (session) => session.removeFromGroup(JID, 'Friends'),
    'giving it the name it has': (session) => session.renameContact(JID, 'Stuart'),
    'renaming a group to itself': (session) => session.renameGroup('Coworker', 'Coworker'),
    'renaming a group nobody is in': (session) => session.renameGroup('Friends', 'Foes'),
  };
  for (const [what, edit] of Object.entries(idle)) {
    it(`by ${what} sends nothing`, async () => {
      const online = await OnlineSession.start(STUART);
      assert.equal(await outcome(edit(online.session)), 'done');
      assert.deepEqual(online.stream.take(), []);
    });
  }

  it('rejects with StanzaError when the server refuses, and leaves the contact as it was', async () => {
    const online = await OnlineSession.start(STUART);
    const before = online.session.contact(JID);
    const moved = outcome(online.session.moveContact(JID, 'Coworker', 'Friends'));
    online.refuse('not-allowed');
    const error = await moved;
    assert.ok(error instanceof StanzaError);
    assert.equal(error.condition, 'not-allowed');
    assert.equal(online.session.contact(JID), before);
  });

  it('rejects with NotConnectedError when nothing could be sent, and no connection is sought', async () => {
    const online = await OnlineSession.start(STUART);
    await online.session.disconnect();
    for (const [edit] of Object.values(edits)) assert.ok((await outcome(edit(online.session))) instanceof NotConnectedError);
    for (const jid of [JID, 'new@im.example']) {
      for (const act of ['addContact', 'requestSubscription', 'unsubscribe', 'approveSubscription', 'denySubscription', 'cancelSubscription', 'sendDirectedPresence', 'endDirectedPresence'] as const) {
        assert.ok((await outcome(online.session[act](jid))) instanceof NotConnectedError, act);
      }
    }
  });

  it('rejects with NoResponseError when the connection ends for good before the answer, or none comes', async () => {
    const online = await OnlineSession.start(STUART);
    const cut = outcome(online.session.renameContact(JID, 'Stu'));
    await online.session.disconnect();
    assert.ok((await cut) instanceof NoResponseError);
    await online.begin();
    const silent = outcome(online.session.renameContact(JID, 'Stu'));
    online.environment.advance(30_000);
    assert.ok((await silent) instanceof NoResponseError);
  });

  it('rejects for what is no address, or not in the list, without sending anything', async () => {
    const online = await OnlineSession.start(STUART);
    const { session } = online;
    for (const jid of ['', 'a@b@c', '@im.example', 'mary@']) {
      for (const act of ['addContact', 'removeContact', 'requestSubscription', 'unsubscribe', 'approveSubscription'] as const) {
        const error = await outcome(session[act](jid));
        assert.ok(error instanceof StanzaError && error.condition === 'jid-malformed', `${act} ${jid}`);
      }
    }
    const error = await outcome(session.moveContact('nobody@im.example', null, 'Friends'));
    assert.ok(error instanceof StanzaError && error.condition === 'item-not-found');
    assert.deepEqual(online.stream.take(), []);
  });

  it('takes a contact that is gone already for removed (RFC 6121 §2.5.3)', async () => {
    const online = await OnlineSession.start(STUART);
    const removed = outcome(online.session.removeContact(JID));
    online.refuse('item-not-found');
    assert.equal(await removed, 'done');
    const refused = outcome(online.session.removeContact(JID));
    online.refuse('not-allowed');
    assert.ok((await refused) instanceof StanzaError);
  });
});

describe('editing a group', () => {
  it('by renaming it sends one set for each member, each with its own name and groups', async () => {
    const online = await OnlineSession.start(STUART + MARY);
    void outcome(online.session.renameGroup('Coworker', 'Colleagues'));
    assert.deepEqual(sets(online), [
      `<item jid="${JID}" name="Stuart"><group>Football</group><group>Colleagues</group></item>`,
      '<item jid="mary@im.example"><group>Colleagues</group></item>',
    ]);
  });

  it('by removing it leaves its members in the list, those without another group in none', async () => {
    const online = await OnlineSession.start(STUART + MARY);
    void outcome(online.session.removeGroup('Coworker'));
    assert.deepEqual(sets(online), [`<item jid="${JID}" name="Stuart"><group>Football</group></item>`, '<item jid="mary@im.example"/>']);
  });

  it('rejects with the first refusal, once all have been answered', async () => {
    const online = await OnlineSession.start(STUART + MARY);
    const renamed = online.session.renameGroup('Coworker', 'Colleagues');
    const [first, second] = online.stream.sent.map(({ attrs }) => attrs.id);
    online.receive(`<iq type="error" id="${first}"><error type="modify"><not-acceptable xmlns="urn:ietf:params:xml:ns:xmpp-stanzas"/></error></iq>`);
    assert.equal(await standing(renamed), 'waiting');
    online.receive(`<iq type="result" id="${second}"/>`);
    online.push('<item jid="mary@im.example" subscription="to"><group>Colleagues</group></item>');
    const error = await outcome(renamed);
    assert.ok(error instanceof StanzaError && error.condition === 'not-acceptable');
  });
});

describe('adding a contact', () => {
  it('sets name and groups first, and then asks to see them (RFC 6121 §2.3, §3.1)', async () => {
    const online = await OnlineSession.start();
    const added = online.session.addContact('Ann@IM.example/x', { name: 'Ann', groups: ['Friends'] });
    assert.deepEqual(online.stream.sent.map(({ name }) => name), ['iq']);
    online.answer();
    await added;
    assert.deepEqual(sets(online), ['<item jid="ann@im.example" name="Ann"><group>Friends</group></item>']);
    assert.match(online.stream.take('presence').join(), /^<presence type="subscribe" to="ann@im.example"/);
  });

  it('does not ask when the server refused, or when told not to', async () => {
    const online = await OnlineSession.start();
    const refused = outcome(online.session.addContact('ann@im.example'));
    online.refuse('not-allowed');
    assert.ok((await refused) instanceof StanzaError);
    const added = online.session.addContact('ann@im.example', { subscribe: false });
    online.answer();
    await added;
    assert.deepEqual(online.stream.take('presence'), []);
  });

  it('that is there already keeps the name and groups that are left out', async () => {
    const online = await OnlineSession.start(STUART);
    void outcome(online.session.addContact(JID));
    assert.deepEqual(sets(online), [`<item jid="${JID}" name="Stuart"><group>Coworker</group><group>Football</group></item>`]);
  });

  it('is refused for one’s own account before anything is sent', async () => {
    const online = await OnlineSession.start();
    const error = await outcome(online.session.addContact('George@im.example/home'));
    assert.ok(error instanceof StanzaError && error.condition === 'not-allowed');
    assert.deepEqual(online.stream.take(), []);
  });
});
