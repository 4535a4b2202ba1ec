import { expect } from 'chai';
import { element } from '../../src/protocol/xml.js';
import { until } from '../support/browser/client-stream-fixture.js';
import type { Script } from '../support/browser/server-script.js';
import { TestTab } from '../support/browser/tab-stream-fixture.js';
import { until as eventually } from '../support/browser/waiting.js';

const presence = (id: string) => `<presence from="mary@im.example/tablet" id="${id}"/>`;
const idOf = ({ attrs }: { attrs: { id?: string | undefined } }) => attrs.id;

describe('Tabs that share a stream', () => {
  let tabs: TestTab[] = [];
  afterEach(async () => {
    for (const tab of tabs) await tab.stream.disconnect();
    tabs[0]?.server.end();
  });

  /** So many tabs, one after the other; the first holds the socket. */
  async function open(count: number, script: Partial<Script> = { managed: true }): Promise<TestTab[]> {
    tabs = [await TestTab.start(script)];
    for (let number = 1; number < count; number++) tabs.push(tabs[0]!.beside());
    for (const tab of tabs) await tab.goOnline();
    // What the server says of keeping the stream has come by then.
    await receive('first');
    return tabs;
  }
  const beside = (tab: TestTab): TestTab => {
    tabs.push(tab.beside());
    return tabs.at(-1)!;
  };
  const theServer = () => tabs[0]!.server;
  const frames = (connection: number) => theServer().reports.flatMap((report) => ('frame' in report && report.connection === connection ? report.frame : []));
  const resumes = () => theServer().count('<resume');

  async function receive(id: string): Promise<void> {
    const heard = tabs.filter(({ stream }) => stream.state.connectionStatus === 'online').map((tab) => tab.hears(id));
    await theServer().send(presence(id));
    await Promise.all(heard);
  }

  describe('while one of them holds the socket', () => {
    it('sign in once, and all know the address', async () => {
      const all = await open(3);
      expect(theServer().connections).to.equal(1);
      expect(all.map(({ stream }) => stream.state.jid)).to.deep.equal(Array(3).fill('george@im.example/office'));
    });

    it('hear all that comes in, in order, and who comes later what came before', async () => {
      const [first, second] = await open(2);
      for (const id of ['a', 'b', 'c']) await receive(id);
      const third = beside(first!);
      await third.goOnline();
      await receive('d');
      for (const tab of [first, second, third]) expect(tab!.received).to.deep.equal(['first', 'a', 'b', 'c', 'd']);
    });

    it('send once what is said in any of them, and the others know', async () => {
      const [first, second, third] = await open(3);
      second!.say('from-second');
      first!.say('from-first');
      expect([idOf(await theServer().nextStanza()), idOf(await theServer().nextStanza())].sort()).to.deep.equal(['from-first', 'from-second']);
      await eventually(() => third!.sentElsewhere.length === 2, 'the third knows of both');
      expect([first!.sentElsewhere, second!.sentElsewhere]).to.deep.equal([['from-second'], ['from-first']]);
      expect([theServer().count('from-second'), theServer().count('from-first')]).to.deep.equal([1, 1]);
    });

    it('answer a request of the server once', async () => {
      const all = await open(3);
      let handled = 0;
      for (const { stream } of all) stream.answer('set', 'urn:example:push', () => void handled++);
      await theServer().send('<iq type="set" id="push-1"><query xmlns="urn:example:push"/></iq>');
      await eventually(() => handled === 3, 'all have dealt with it');
      // Whatever a tab says after it has dealt with it comes after what it answered.
      for (const [number, tab] of all.entries()) tab.say(`after-${number}`);
      await eventually(() => theServer().count('id="after-') === 3, 'all have spoken');
      expect(theServer().count('id="push-1"')).to.equal(1);
    });

    it('are told of a session that has just begun when it is known, not before', async () => {
      const [first] = await open(1);
      first!.ready = false;
      const second = beside(first!);
      second.stream.connect();
      await receive('a');
      expect(second.statuses).to.deep.equal(['connecting']);
      first!.ready = true;
      const online = second.becomes('online');
      first!.stream.offer();
      await online;
      expect(second.received).to.deep.equal(['first', 'a']);
    });

    it('are looked at as long as one of them is', async () => {
      const [first, second] = await open(2, { features: '<csi xmlns="urn:xmpp:csi:0"/>' });
      first!.stream.setActive(false);
      second!.say('still-active');
      await theServer().nextStanza();
      expect(theServer().count('<inactive')).to.equal(0);
      second!.stream.setActive(false);
      second!.say('inactive');
      await theServer().nextStanza();
      expect(theServer().count('<inactive')).to.equal(1);
    });

    it('go offline together when one of them disconnects, and the stream is closed', async () => {
      const all = await open(3);
      const offline = all.map((tab) => tab.becomes('offline'));
      const closed = all[1]!.stream.disconnect(element('presence', { type: 'unavailable', id: 'farewell' }));
      await Promise.all([...offline, closed]);
      const last = frames(1).map((frame) => /^<\w+/.exec(frame)?.[0]).filter((name) => name !== '<a' && name !== '<r');
      expect(last.slice(-2)).to.deep.equal(['<presence', '<close']);
      expect(theServer().connections).to.equal(1);
    });

    it('are reconnecting together, and any of them has the next attempt made', async () => {
      const all = await open(3);
      const lost = all.map((tab) => tab.becomes('reconnecting'));
      await theServer().cut();
      await Promise.all(lost);
      const online = all.map((tab) => tab.becomes('online'));
      all[2]!.stream.connect();
      await Promise.all(online);
      expect(all.map(({ stream }) => stream.state.resumed)).to.deep.equal([true, true, true]);
      expect([theServer().connections, resumes()]).to.deep.equal([2, 1]);
    });

    it('fail together, after one attempt, and come back with the one of them that gets through', async () => {
      tabs = [await TestTab.start({ managed: true, password: 'another' })];
      const [first, second] = [tabs[0]!, beside(tabs[0]!)];
      first.stream.connect();
      second.stream.connect();
      await Promise.all(tabs.map((tab) => tab.becomes('offline')));
      expect(tabs.map(({ stream }) => stream.state.failure?.condition)).to.deep.equal(['not-authorized', 'not-authorized']);
      expect(theServer().count('<auth')).to.equal(1);
      await theServer().set({ password: 'secret' });
      const online = first.becomes('online');
      second.stream.connect();
      await online;
      expect([second.stream.state.connectionStatus, theServer().count('<auth')]).to.deep.equal(['online', 2]);
    });

    it('do not come along where what was typed is wrong', async () => {
      tabs = [await TestTab.start({ managed: true, password: 'another' })];
      const [first, second] = [tabs[0]!, beside(tabs[0]!)];
      first.comesAlong = false;
      first.stream.connect();
      second.stream.connect();
      await Promise.all(tabs.map((tab) => tab.becomes('offline')));
      await theServer().set({ password: 'secret' });
      await second.goOnline();
      await theServer().settle();
      expect([first.stream.state.connectionStatus, theServer().count('<auth')]).to.deep.equal(['offline', 2]);
    });

    it('connect alone where the page does not say in time whose they are', async () => {
      tabs = [await TestTab.start()];
      const [tab] = tabs as [TestTab];
      tab.isUndecided = true;
      tab.stream.connect();
      tab.environment.advance(30_000);
      await tab.becomes('online');
    });

    it('do not meet those of another account', async () => {
      const [first] = await open(1);
      const other = await TestTab.start();
      await other.goOnline();
      await receive('a');
      expect([first!.received, other.received]).to.deep.equal([['first', 'a'], []]);
      await other.stream.disconnect();
      expect(first!.stream.state.connectionStatus).to.equal('online');
      other.server.end();
    });
  });

  describe('when the one that holds the socket goes', () => {
    const ways: Record<string, (tab: TestTab) => void> = {
      'is left': ({ stream }) => stream.release(),
      crashes: (tab) => tab.crash(),
    };
    for (const [how, go] of Object.entries(ways)) {
      it(`and ${how}: the next goes on with the same stream, unnoticed`, async () => {
        const [first, second, third] = await open(3);
        for (const id of ['a', 'b']) await receive(id);
        second!.say('before');
        await theServer().nextStanza();
        go(first!);
        await theServer().next('connected');
        await eventually(() => resumes() === 1, 'the stream is resumed');
        await receiveIn([second!, third!], 'c');
        for (const tab of [second, third]) {
          expect(tab!.received).to.deep.equal(['first', 'a', 'b', 'c']);
          expect(tab!.statuses).to.deep.equal(['connecting', 'online']);
        }
        expect(frames(2).find((frame) => frame.includes('<resume'))).to.contain('h="3"').and.to.contain('previd="stream-1"');
      });

      it(`and ${how}: what is said meanwhile goes out once`, async () => {
        const [first, second, third] = await open(3);
        go(first!);
        second!.say('second');
        third!.say('third');
        await eventually(() => theServer().count('id="second"') + theServer().count('id="third"') === 2, 'both went out');
        await theServer().settle();
        second!.say('last');
        await eventually(() => theServer().count('id="last"') === 1, 'the next goes out');
        expect([theServer().count('id="second"'), theServer().count('id="third"')]).to.deep.equal([1, 1]);
      });

      it(`and ${how}: a request that is under way is answered`, async () => {
        const [first, second] = await open(2);
        const answer = second!.stream.request(element('iq', { type: 'get' }, element('query', { xmlns: 'urn:example:query' })));
        const { attrs } = await theServer().nextStanza();
        go(first!);
        await eventually(() => resumes() === 1, 'the stream is resumed');
        await theServer().send(`<iq type="result" id="${attrs.id}"/>`);
        expect((await answer).attrs.type).to.equal('result');
      });
    }

    it('five times in a row, the last one still has the same stream', async () => {
      const all = await open(6);
      for (const [number, tab] of all.slice(0, 5).entries()) {
        tab.stream.release();
        await eventually(() => resumes() === number + 1, `the stream is resumed for the ${number + 1}. time`);
        await receiveIn(all.slice(number + 1), `after-${number}`);
      }
      expect(all[5]!.statuses).to.deep.equal(['connecting', 'online']);
      expect(all[5]!.received).to.deep.equal(['first', ...[0, 1, 2, 3, 4].map((number) => `after-${number}`)]);
      expect(theServer().count('<bind')).to.equal(1);
    });

    it('says so when the server does not keep the stream, and begins a new session', async () => {
      const [first, second] = await open(2, { managed: true, resumption: 'forgotten' });
      await receive('a');
      const online = until(second!.stream, ({ connectionStatus }) => connectionStatus === 'online');
      first!.stream.release();
      await online;
      expect(second!.statuses).to.deep.equal(['connecting', 'online', 'reconnecting', 'online']);
      expect(second!.received).to.deep.equal([]);
      expect(second!.stream.state.resumed).to.equal(undefined);
    });

    it('tells what was to be sent meanwhile and was not, in the tab that takes over and in the others', async () => {
      const [first, second, third] = await open(3, { managed: true, resumption: 'mute' });
      first!.stream.release();
      await eventually(() => resumes() === 1, 'another one tries to go on');
      second!.say('by-second');
      third!.say('by-third');
      await theServer().set({ resumption: 'forgotten' });
      await theServer().cut();
      second!.environment.advance(60_000);
      await eventually(() => [second, third].every((tab) => tab!.unacknowledged.length > 0), 'both are told');
      expect([second!.unacknowledged, third!.unacknowledged]).to.deep.equal([['by-second'], ['by-third']]);
      expect([theServer().count('by-second'), theServer().count('by-third')]).to.deep.equal([0, 0]);
    });

    it('having lost the connection before, the others are online again as soon as the next has one', async () => {
      const [first, second, third] = await open(3);
      const are = (status: string) => [second, third].every((tab) => tab!.stream.state.connectionStatus === status);
      await theServer().cut();
      await eventually(() => are('reconnecting'), 'all know of the loss');
      first!.stream.release();
      await eventually(() => are('online'), 'the others are online');
      expect(resumes()).to.equal(1);
      expect(second!.stream.state.resumed).to.equal(true);
      await receiveIn([second!, third!], 'again');
    });

    it('says so after three seconds without a connection', async () => {
      const [first, second] = await open(2);
      await theServer().set({ resumption: 'mute' });
      first!.stream.release();
      await eventually(() => resumes() === 1, 'it is asked for');
      expect(second!.stream.state.connectionStatus).to.equal('online');
      second!.environment.advance(3_000);
      expect(second!.stream.state.connectionStatus).to.equal('reconnecting');
    });
  });

  describe('when the page is left and there is no other', () => {
    const names = (connection: number) => frames(connection).map((frame) => /^<\w+/.exec(frame)?.[0]);

    it('the next page goes on with the same stream, and knows what was known', async () => {
      const [first] = await open(1);
      await receive('a');
      first!.stream.release();
      const next = beside(first!);
      await next.goOnline();
      expect(next.received).to.deep.equal(['first', 'a']);
      expect(frames(2).find((frame) => frame.includes('<resume'))).to.contain('h="2"');
      await receiveIn([next], 'b');
      expect(next.received).to.deep.equal(['first', 'a', 'b']);
    });

    it('the same page goes on with it when it comes back', async () => {
      const [first] = await open(1);
      first!.stream.release();
      await first!.goOnline();
      await theServer().settle();
      expect(first!.statuses).to.deep.equal(['connecting', 'online', 'reconnecting', 'online']);
      expect([resumes(), first!.received]).to.deep.equal([1, ['first']]);
    });

    it('it is left once: whoever comes after the next begins a new session', async () => {
      const [first] = await open(1);
      first!.stream.release();
      const next = beside(first!);
      await next.goOnline();
      next.crash();
      const last = beside(first!);
      await last.goOnline();
      expect([resumes(), last.received, names(3).includes('<iq')]).to.deep.equal([1, [], true]);
    });

    it('it is no good any more once the server has given it up', async () => {
      const [first] = await open(1);
      first!.stream.release();
      first!.environment.advance(60_001);
      const next = beside(first!);
      await next.goOnline();
      expect([resumes(), next.received]).to.deep.equal([0, []]);
    });

    it('what makes no sense is not gone on with', async () => {
      const [first] = await open(1);
      const taken = { id: 'stream-1', jid: 'george@im.example/office', inbound: 0, outbound: 0, unacknowledged: [], features: [], takenAt: first!.environment.now() };
      for (const value of ['garbage', { resumption: { ...taken, inbound: -1 }, snapshot: [] }, { resumption: taken, snapshot: 'no list' }]) {
        first!.stream.release();
        first!.leave(value);
        await first!.goOnline();
        expect(resumes()).to.equal(0);
      }
    });

    it('nothing of the sign-in is left', async () => {
      const [first] = await open(1);
      first!.stream.release();
      const left = Object.entries(localStorage).flat().join();
      expect(left).to.contain('stream-1');
      for (const secret of ['secret', btoa('\0george\0secret'), 'PLAIN']) expect(left).not.to.contain(secret);
    });

    it('a page whose browser keeps nothing closes its stream', async () => {
      const [first] = await open(1);
      first!.keeps = false;
      first!.stream.release();
      await theServer().next('gone');
      expect(names(1).at(-1)).to.equal('<close');
    });

    it('a page that shares with nobody closes its stream', async () => {
      tabs = [await TestTab.start({ managed: true }, '')];
      await tabs[0]!.goOnline();
      tabs[0]!.stream.release();
      await theServer().next('gone');
      expect(names(1).at(-1)).to.equal('<close');
    });
  });

  async function receiveIn(some: readonly TestTab[], id: string): Promise<void> {
    const heard = some.map((tab) => tab.hears(id));
    await theServer().send(presence(id));
    await Promise.all(heard);
  }
});
