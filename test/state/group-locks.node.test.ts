import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { OnlineSession, outcome } from './online-session.js';
import { RosterServer } from './roster-server.js';

const STANZAS = 'urn:ietf:params:xml:ns:xmpp-stanzas';
const members = [
  { jid: 'a@im.example', groups: ['Staff'] },
  { jid: 'b@im.example', groups: ['Staff'] },
  { jid: 'c@im.example', groups: ['Friends'] },
];
const keepsStaff = ({ jid, groups }: { readonly jid: string; readonly groups: readonly string[] }) => groups.includes('Staff') !== (jid !== 'c@im.example') && 'not-allowed';
const locked = ({ session }: RosterServer) => [...session.lockedGroups.keys()];

describe('groups that the server governs', () => {
  it('are learned from a refusal, with its reason', async () => {
    const server = await RosterServer.start(members, { refuses: keepsStaff });
    await assert.rejects(server.session.addToGroup('c@im.example', 'Staff'));
    assert.deepEqual([...server.session.lockedGroups].map(([group, { condition }]) => [group, condition]), [['Staff', 'not-allowed']]);
  });

  it('are told from the group on the other side of the move, once that is seen to be free', async () => {
    const server = await RosterServer.start(members, { refuses: keepsStaff });
    await server.session.addToGroup('a@im.example', 'Friends');
    await assert.rejects(server.session.moveContact('b@im.example', 'Staff', 'Friends'));
    assert.deepEqual(locked(server), ['Staff']);
  });

  it('are told by the server’s own words, where they name one', async () => {
    const online = await OnlineSession.start('<item jid="a@im.example" subscription="both"><group>Staff</group></item>');
    const refused = outcome(online.session.moveContact('a@im.example', 'Staff', 'Friends'));
    online.answer(`<error type="cancel"><not-allowed xmlns="${STANZAS}"/><text xmlns="${STANZAS}">Staff is managed by the directory.</text></error>`, 'error');
    await refused;
    assert.deepEqual([...online.session.lockedGroups.keys()], ['Staff']);
  });

  it('are told by what two refusals have in common', async () => {
    const server = await RosterServer.start(members, { refuses: keepsStaff });
    await assert.rejects(server.session.moveContact('a@im.example', 'Staff', 'Friends'));
    assert.deepEqual(locked(server), ['Friends']);
    await assert.rejects(server.session.moveContact('b@im.example', 'Staff', 'Family'));
    assert.deepEqual(locked(server), ['Staff']);
  });

  it('are not learned from a refusal that has another reason, nor from one that concerns no group', async () => {
    const busy = await RosterServer.start(members, { refuses: () => 'resource-constraint' });
    await assert.rejects(busy.session.addToGroup('c@im.example', 'Staff'));
    const strict = await RosterServer.start(members, { refuses: () => 'not-acceptable' });
    await assert.rejects(strict.session.renameContact('c@im.example', 'x'.repeat(2_000)));
    assert.deepEqual([locked(busy), locked(strict)], [[], []]);
  });

  it('are learned from a push that takes a change back, soon after it was made', async () => {
    const server = await RosterServer.start(members);
    await server.session.addToGroup('c@im.example', 'Staff');
    server.push({ jid: 'c@im.example', groups: ['Friends'] });
    assert.deepEqual([...server.session.lockedGroups].map(([group, { condition }]) => [group, condition]), [['Staff', 'reverted']]);
  });

  it('are not learned from somebody who changes their mind later, nor from our own undo', async () => {
    const server = await RosterServer.start(members);
    await server.session.addToGroup('c@im.example', 'Staff');
    server.online.environment.advance(3_000);
    server.push({ jid: 'c@im.example', groups: ['Friends'] });
    await server.session.undoMove(await server.session.moveContacts([{ jid: 'c@im.example', join: ['Staff'] }]));
    assert.deepEqual(locked(server), []);
  });

  it('are unlocked by a change that the server accepts', async () => {
    let isGoverned = true;
    const server = await RosterServer.start(members, { refuses: (item) => isGoverned && keepsStaff(item) });
    await assert.rejects(server.session.addToGroup('c@im.example', 'Staff'));
    isGoverned = false;
    await server.session.addToGroup('c@im.example', 'Staff');
    await new Promise(setImmediate);
    assert.deepEqual(locked(server), []);
  });

  it('are what the page says, too, and subscribers hear of it', async () => {
    const server = await RosterServer.start(members);
    let told = 0;
    server.session.subscribe(() => told++);
    server.session.lockGroup('Staff', 'Kept by the office.');
    assert.deepEqual(server.session.lockedGroups.get('Staff'), { condition: 'page', text: 'Kept by the office.' });
    server.session.unlockGroup('Staff');
    assert.deepEqual([locked(server), told], [[], 2]);
  });
});
