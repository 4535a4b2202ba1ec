import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { StanzaError } from '../../src/protocol/errors.js';
import type { MoveResult } from '../../src/state/contact-moves.js';
import { OnlineSession, outcome, standing } from './online-session.js';
import { RosterServer } from './roster-server.js';

const people = (count: number) => Array.from({ length: count }, (_, index) => ({ jid: `p${index}@im.example`, name: `P${index}`, groups: ['Old', `Own ${index}`] }));
const toNew = { leave: ['Old'], join: ['New'] };
const statuses = (result: MoveResult) => result.map((one) => (one.status === 'skipped' ? one.reason : one.status));

describe('moving several contacts', () => {
  it('sends one set for each, with its own name and other groups, and tells what each has left and joined', async () => {
    const server = await RosterServer.start(people(3));
    const result = await server.session.moveContacts(people(3).map(({ jid }) => ({ jid, ...toNew })));
    assert.deepEqual(result, [0, 1, 2].map((index) => ({ jid: `p${index}@im.example`, status: 'moved', left: ['Old'], joined: ['New'] })));
    assert.equal(server.sets, 3);
    assert.deepEqual(server.stored('p1@im.example'), { name: 'P1', groups: ['New', 'Own 1'] });
  });

  it('has eight on the way at most, and says how far it is', async () => {
    const server = await RosterServer.start(people(20), { silent: true });
    const progress: number[] = [];
    const moved = server.session.moveContacts(people(20).map(({ jid }) => ({ jid, ...toNew })), { onProgress: ({ done }) => progress.push(done) });
    assert.equal(server.waiting, 8);
    server.answerAll();
    assert.equal(await standing(moved), 'waiting');
    while (server.waiting > 0) {
      server.answerAll();
      await standing(moved);
    }
    assert.deepEqual(statuses(await moved), Array(20).fill('moved'));
    assert.deepEqual(progress, Array.from({ length: 20 }, (_, index) => index + 1));
  });

  it('computes each from the item as it is when its turn comes', async () => {
    const server = await RosterServer.start(people(9), { silent: true });
    const moved = server.session.moveContacts(people(9).map(({ jid }) => ({ jid, ...toNew })));
    server.push({ jid: 'p8@im.example', name: 'Renamed', groups: ['Old', 'Other'] });
    server.answerAll();
    await standing(moved);
    server.answerAll();
    assert.equal((await moved).length, 9);
    assert.deepEqual(server.stored('p8@im.example'), { name: 'Renamed', groups: ['New', 'Other'] });
  });

  it('skips who is there already, who is gone, and whom a locked group holds, and tells why', async () => {
    const server = await RosterServer.start([...people(2), { jid: 'there@im.example', groups: ['New'] }]);
    server.session.lockGroup('Own 1', 'Kept by the office.');
    const result = await server.session.moveContacts([
      { jid: 'there@im.example', ...toNew }, { jid: 'gone@im.example', ...toNew }, { jid: 'p1@im.example', leave: 'all' }, { jid: 'p0@im.example', ...toNew },
    ]);
    assert.deepEqual(statuses(result), ['already-there', 'gone', 'locked', 'moved']);
    assert.equal(server.sets, 1);
  });

  it('goes on with the others when one is refused', async () => {
    const server = await RosterServer.start(people(3), { refuses: (item) => item.jid === 'p1@im.example' && 'resource-constraint' });
    const result = await server.session.moveContacts(people(3).map(({ jid }) => ({ jid, ...toNew })));
    assert.deepEqual(statuses(result), ['moved', 'failed', 'moved']);
    assert.ok(result[1]?.status === 'failed' && result[1].error instanceof StanzaError && result[1].move.jid === 'p1@im.example');
  });

  it('ends all memberships of a contact', async () => {
    const server = await RosterServer.start(people(1));
    await server.session.leaveAllGroups('p0@im.example');
    assert.deepEqual(server.stored('p0@im.example'), { name: 'P0', groups: [] });
  });
});

describe('taking a move back', () => {
  it('restores what it changed, and keeps what others have changed since', async () => {
    const server = await RosterServer.start(people(2));
    const result = await server.session.moveContacts(people(2).map(({ jid }) => ({ jid, ...toNew })));
    server.push({ jid: 'p0@im.example', name: 'Renamed', groups: ['New', 'Theirs'] });
    assert.deepEqual(statuses(await server.session.undoMove(result)), ['moved', 'moved']);
    assert.deepEqual(server.stored('p0@im.example'), { name: 'Renamed', groups: ['Old', 'Theirs'] });
    assert.deepEqual(server.stored('p1@im.example'), { name: 'P1', groups: ['Old', 'Own 1'] });
  });

  it('leaves a membership that was there before the move', async () => {
    const server = await RosterServer.start([{ jid: 'p@im.example', groups: ['Old', 'New'] }]);
    const result = await server.session.moveContacts([{ jid: 'p@im.example', ...toNew }]);
    assert.deepEqual(server.stored('p@im.example').groups, ['New']);
    await server.session.undoMove(result);
    assert.deepEqual(server.stored('p@im.example').groups, ['New', 'Old']);
  });

  it('puts all groups back after all were left, and adds nobody who is gone', async () => {
    const server = await RosterServer.start(people(2));
    const result = await server.session.moveContacts(people(2).map(({ jid }) => ({ jid, leave: 'all' })));
    server.pushRemoval('p1@im.example');
    assert.deepEqual(statuses(await server.session.undoMove(result)), ['moved', 'gone']);
    assert.deepEqual(server.stored('p0@im.example').groups, ['Old', 'Own 0']);
  });
});

describe('renaming a group', () => {
  it('goes on with those that are left when it is called again', async () => {
    let refused = 0;
    const server = await RosterServer.start(people(3), { refuses: ({ jid }) => jid === 'p1@im.example' && refused++ === 0 && 'resource-constraint' });
    assert.ok((await outcome(server.session.renameGroup('Old', 'New'))) instanceof StanzaError);
    assert.equal(server.sets, 3);
    assert.deepEqual(statuses(await server.session.renameGroup('Old', 'New')), ['moved']);
    assert.deepEqual(server.stored('p1@im.example').groups, ['New', 'Own 1']);
  });

  it('merges it into one that exists', async () => {
    const server = await RosterServer.start([{ jid: 'a@im.example', groups: ['Old', 'New'] }, { jid: 'b@im.example', groups: ['Old'] }]);
    await server.session.renameGroup('Old', 'New');
    assert.deepEqual([server.stored('a@im.example').groups, server.stored('b@im.example').groups], [['New'], ['New']]);
  });
});

describe('two edits of one contact', () => {
  it('are sent one after the other: the second is computed from what became of the first', async () => {
    const server = await RosterServer.start(people(1), { silent: true });
    const both = Promise.all([server.session.addToGroup('p0@im.example', 'A'), server.session.addToGroup('p0@im.example', 'B')]);
    assert.equal(server.waiting, 1);
    server.answerAll();
    await standing(both);
    server.answerAll();
    await both;
    assert.deepEqual(server.stored('p0@im.example').groups, ['A', 'B', 'Old', 'Own 0']);
  });

  it('lose nothing when another client’s is taken between sending ours and the server taking it', async () => {
    const server = await RosterServer.start(people(1), { silent: true });
    const moved = server.session.moveContacts([{ jid: 'p0@im.example', ...toNew }]);
    server.push({ jid: 'p0@im.example', name: 'Renamed', groups: ['Old', 'Theirs'] });
    server.answerAll();
    await moved;
    await standing(moved);
    server.answerAll();
    assert.deepEqual(server.stored('p0@im.example'), { name: 'Renamed', groups: ['New', 'Theirs'] });
  });

  it('add nobody again whom another client has removed meanwhile', async () => {
    const server = await RosterServer.start(people(1), { silent: true });
    const moved = server.session.moveContacts([{ jid: 'p0@im.example', ...toNew }]);
    server.pushRemoval('p0@im.example');
    server.answerAll();
    await moved;
    await standing(moved);
    server.answerAll();
    assert.equal(server.session.contact('p0@im.example').item, undefined);
  });

  it('do not wait for ever for a push that does not come', async () => {
    const online = await OnlineSession.start('<item jid="p0@im.example" subscription="both"/>');
    await Promise.all([online.session.addToGroup('p0@im.example', 'A'), standing(Promise.resolve()).then(() => online.answer())]);
    const second = online.session.addToGroup('p0@im.example', 'B');
    assert.equal(await standing(second), 'waiting');
    online.stream.take();
    online.environment.advance(5_000);
    await standing(second);
    assert.equal(online.stream.take('iq').length, 1);
  });
});
