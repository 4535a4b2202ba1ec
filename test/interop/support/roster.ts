import { expect } from 'chai';
import { StanzaError } from '../../../src/protocol/errors.js';
import type { Session } from '../../../src/state/session.js';
import type { Peer } from '../../support/browser/peer.js';
import type { ServerChoice } from '../../support/browser/server-command.js';
import { until } from '../../support/browser/waiting.js';
import { Fixture } from './fixture.js';

/** @param refuses whether the server refuses to put anybody into the group "Locked" */
export function keepsRoster(server: ServerChoice, refuses: boolean): void {
  let fixture: Fixture;
  let session: Session;
  let second: Peer;
  let stuart: string;
  beforeEach(async () => {
    fixture = await Fixture.open(server);
    second = await fixture.client('george', 'second', { available: false });
    session = await fixture.online({ resource: 'page' });
    stuart = fixture.jid('stuart');
  });
  afterEach(() => fixture.close());

  const groups = (jid: string) => [...(session.contact(jid).item?.groups ?? ['no item'])].sort();
  const newcomer = () => `newcomer-${crypto.randomUUID().slice(0, 8)}@${stuart.split('@')[1]}`;

  it('adds a contact with name and groups as typed, and every client is told', async () => {
    const jid = newcomer();
    const name = 'Zoë O’Brien & <Söhne> "42"';
    await session.addContact(jid, { name, groups: ['R & D', 'Küche 🍲'], subscribe: false });
    const push = await second.nextPush(jid);
    expect(push.getChild('query')?.getChild('item')?.attrs.name).to.equal(name);
    expect(await fixture.stored('george', jid)).to.equal(`${name}, none [Küche 🍲, R & D]`);
    await until(() => session.contact(jid).item?.name === name, 'the session has it');
    expect(groups(jid)).to.deep.equal(['Küche 🍲', 'R & D']);
  });

  it('renames, and the groups stay', async () => {
    await session.renameContact(stuart, 'Stuart Hughes');
    await second.nextPush(stuart);
    expect(await fixture.stored('george', stuart)).to.equal('Stuart Hughes, both [Coworker, Football]');
    await until(() => session.contact(stuart).name === 'Stuart Hughes', 'the session has it');
  });

  it('moves with one push, and name and other groups stay', async () => {
    await session.moveContact(stuart, 'Coworker', 'Friends');
    await second.nextPush(stuart);
    await second.ping();
    expect(second.pushes).to.deep.equal([{ jid: stuart, name: 'Stuart', subscription: 'both', groups: ['Football', 'Friends'] }]);
    expect(await fixture.stored('george', stuart)).to.equal('Stuart, both [Football, Friends]');
    await until(() => groups(stuart).join() === 'Football,Friends', 'the session has it');
  });

  it('leaves the last group, and the contact stays', async () => {
    await session.moveContact(stuart, 'Coworker', null);
    await until(() => groups(stuart).join() === 'Football', 'the first group is left');
    await session.moveContact(stuart, 'Football', null);
    await until(() => groups(stuart).length === 0, 'the last group is left');
    expect(await fixture.stored('george', stuart)).to.equal('Stuart, both []');
  });

  it('removes, at the server and everywhere', async () => {
    await session.removeContact(stuart);
    await second.nextPush(stuart);
    expect(await fixture.stored('george', stuart)).to.equal('nothing');
    await until(() => session.contact(stuart).item === undefined, 'the session has it');
    expect(session.contacts().map(({ jid }) => jid)).not.to.include(stuart);
  });

  it('takes in what another client changes', async () => {
    await second.setItem({ jid: stuart, name: 'Stu', groups: ['Chess'] });
    await until(() => session.contact(stuart).name === 'Stu', 'the push has come');
    expect(groups(stuart)).to.deep.equal(['Chess']);
  });

  it('edits what another client has just changed, not what it was before', async () => {
    await second.setItem({ jid: stuart, name: 'Stu', groups: ['Coworker', 'Chess'] });
    await until(() => session.contact(stuart).name === 'Stu', 'the push has come');
    await session.moveContact(stuart, 'Coworker', 'Friends');
    expect(await fixture.stored('george', stuart)).to.equal('Stu, both [Chess, Friends]');
  });

  if (refuses) {
    it('rejects with the server’s condition and words, and nothing has changed', async () => {
      const error: unknown = await session.moveContact(stuart, 'Coworker', 'Locked').catch((reason: unknown) => reason);
      expect(error).to.be.instanceOf(StanzaError).with.property('condition', 'not-allowed');
      expect(await fixture.stored('george', stuart)).to.equal('Stuart, both [Coworker, Football]');
      expect(groups(stuart)).to.deep.equal(['Coworker', 'Football']);
    });
  }
}
