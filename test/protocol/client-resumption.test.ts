import { expect } from 'chai';
import { ClientStream } from '../../src/protocol/client-stream.js';
import { NoResponseError, NotConnectedError } from '../../src/protocol/errors.js';
import { readResumption } from '../../src/protocol/stream-resumption.js';
import type { StreamState } from '../../src/protocol/stream.js';
import { element, type XmlElement } from '../../src/protocol/xml.js';
import { startClientStream, until, type ClientStreamFixture } from '../support/browser/client-stream-fixture.js';
import type { Script } from '../support/browser/server-script.js';

const presence = (status: string) => element('presence', { id: status }, element('status', {}, status));
const get = () => element('iq', { type: 'get' }, element('query', { xmlns: 'urn:example:query' }));
const outcome = (answer: Promise<unknown>): Promise<unknown> => answer.then(() => 'resolved', (error: unknown) => error);

describe('ClientStream over several sockets (XEP-0198)', () => {
  let fixture: ClientStreamFixture;
  afterEach(() => fixture.end());

  async function start(script: Partial<Script> = {}): Promise<ClientStreamFixture> {
    fixture = await startClientStream({ managed: true, ...script });
    await fixture.goOnline();
    await managed();
    return fixture;
  }

  /** The server has said that it keeps the stream; it has sent one stanza since. */
  async function managed(): Promise<void> {
    await nextFrame('<enable');
    await fixture.receive('<message/>');
  }

  /** The client's next frame that is no stanza and begins like that. */
  async function nextFrame(beginning: string): Promise<string> {
    for (;;) {
      const { frame } = await fixture.server.next('negotiation');
      if (frame.startsWith(beginning)) return frame;
    }
  }

  /** What reached the server over that socket, by names and ids. */
  const sentOver = (connection: number) => fixture.server.reports
    .flatMap((report) => ('frame' in report && report.connection === connection ? report.frame : []))
    .map((frame) => /^<([\w:]+)/.exec(frame)![1] + (/ id="([^"]*)"/.exec(frame)?.[1] ?? ''));
  /** Acknowledged: the server has said that it has all that was sent so far. */
  async function acknowledged(): Promise<void> {
    await fixture.server.settle();
    fixture.stream.wake();
    await nextFrame('<r ');
    await fixture.receive('<message id="behind the answer"/>');
  }

  it('goes on where it was: no bind, the same address, and everybody is told so', async () => {
    const { stream, server } = await start();
    await fixture.receive('<message/>');
    await fixture.cut();
    await fixture.goOnline();
    expect(await nextFrame('<resume')).to.equal('<resume xmlns="urn:xmpp:sm:3" h="2" previd="stream-1"/>');
    expect(stream.state).to.include({ connectionStatus: 'online', resumed: true, jid: 'george@im.example/office' });
    expect(sentOver(2)).to.deep.equal(['open', 'auth', 'open', 'resume']);
    expect(server.connections).to.equal(2);
    await fixture.cut();
    expect(stream.state.resumed).to.equal(undefined);
  });

  it('sends again what the server does not have, once, in order and before anything new', async () => {
    const { stream, server } = await start();
    for (const status of ['one', 'two', 'three']) stream.send(presence(status));
    await server.settle();
    // As if the last two had been lost on the way.
    await server.set({ handled: 1 });
    await fixture.cut();
    stream.observe({ onState: ({ resumed }) => void (resumed && stream.send(presence('new'))) });
    await fixture.goOnline();
    while ((await fixture.nextSent()).attrs.id !== 'new');
    expect(sentOver(2).slice(4)).to.deep.equal(['presencetwo', 'presencethree', 'presencenew']);
  });

  it('sends nothing again that was acknowledged', async () => {
    const { stream } = await start();
    stream.send(presence('one'));
    await fixture.nextSent();
    await acknowledged();
    expect(stream.resumption).to.deep.include({ outbound: 1, unacknowledged: [] });
    await fixture.cut();
    await fixture.goOnline();
    stream.send(presence('two'));
    await fixture.nextSent();
    expect(sentOver(2).slice(4)).to.deep.equal(['presencetwo']);
  });

  it('counts what it answers and what it gets, and tells whoever asks', async () => {
    const { server } = await start();
    await fixture.receive('<iq type="get" id="1" from="im.example"><ping xmlns="urn:xmpp:ping"/></iq>');
    await fixture.receive('<presence from="mary@im.example/tablet"/>');
    await server.send('<r xmlns="urn:xmpp:sm:3"/>');
    expect(await nextFrame('<a')).to.equal('<a xmlns="urn:xmpp:sm:3" h="3"/>');
    expect(fixture.stream.resumption).to.deep.include({ inbound: 3 });
    expect(fixture.stream.resumption?.unacknowledged).to.have.length(1);
  });

  it('asks for acknowledgements by itself, so that little is ever kept', async () => {
    const { stream, environment } = await start();
    stream.send(presence('one'));
    await fixture.nextSent();
    environment.advance(2_000);
    expect(await nextFrame('<r ')).to.equal('<r xmlns="urn:xmpp:sm:3"/>');
  });

  it('ends a connection whose server has handled more than was sent', async () => {
    const { server, stream } = await start();
    const lost = until(stream, ({ connectionStatus }) => connectionStatus === 'reconnecting');
    await server.send('<a xmlns="urn:xmpp:sm:3" h="7"/>');
    expect((await lost).failure).to.include({ kind: 'malformed' });
    const states: StreamState[] = [];
    stream.observe({ onState: (state) => states.push(state) });
    const online = until(stream, ({ connectionStatus }) => connectionStatus === 'online');
    stream.connect();
    expect((await online).resumed, 'with counts that mean nothing, it is another stream').to.equal(undefined);
    expect(states.map(({ connectionStatus }) => connectionStatus)).to.deep.equal(['reconnecting', 'online']);
  });

  describe('requests under way', () => {
    it('are answered after the stream has gone on, however long that took', async () => {
      const { stream, environment } = await start({ enabled: 'id="stream-1" resume="true" max="600"' });
      const answer = stream.request(get());
      const { attrs } = await fixture.nextSent();
      await fixture.cut();
      environment.online = false;
      environment.advance(59_000);
      environment.online = true;
      await fixture.goOnline();
      await fixture.receive(`<iq type="result" id="${attrs.id}"/>`);
      expect((await answer).attrs.type).to.equal('result');
    });

    it('wait 30 seconds for their answer after that, and not longer', async () => {
      const { stream, environment } = await start();
      const settled = outcome(stream.request(get()));
      await fixture.nextSent();
      environment.advance(1_500);
      await fixture.cut();
      await fixture.goOnline();
      environment.advance(2_000);
      await nextFrame('<r ');
      await fixture.receive('<message id="behind the answer"/>');
      environment.advance(27_999);
      const other = stream.request(get());
      await fixture.nextSent();
      environment.advance(1);
      expect(await settled).to.be.instanceOf(NoResponseError);
      void other.catch(() => undefined);
    });

    it('were not sent, if the server says that it did not handle them; else their effect is unknown', async () => {
      const { stream, server } = await start();
      const settled = [get(), get()].map((iq) => outcome(stream.request(iq)));
      await fixture.nextSent();
      const second = await fixture.nextSent();
      const unhandled: XmlElement[] = [];
      stream.observe({ onUnacknowledged: (stanzas) => unhandled.push(...stanzas) });
      await server.set({ resumption: 'refused', handled: 1 });
      await fixture.cut();
      await fixture.goOnline();
      await managed();
      const errors = await Promise.all(settled);
      expect(errors[0]).to.be.instanceOf(NoResponseError);
      expect(errors[1]).to.be.instanceOf(NotConnectedError);
      expect(unhandled.map(({ attrs }) => attrs.id)).to.deep.equal([second.attrs.id]);
      expect(stream.state.resumed).to.equal(undefined);
      expect(sentOver(2).map((name) => name.replace(/iq.+/, 'iq'))).to.deep.equal(['open', 'auth', 'open', 'resume', 'iq', 'enable']);
    });

    it('may have had any effect where the server has forgotten the stream', async () => {
      const { stream, server } = await start();
      const settled = outcome(stream.request(get()));
      await fixture.nextSent();
      await server.set({ resumption: 'forgotten' });
      await fixture.cut();
      await fixture.goOnline();
      expect(await settled).to.be.instanceOf(NoResponseError);
    });

    it('are given up when the server does not keep the stream any longer', async () => {
      const { stream, environment } = await start();
      const settled = outcome(stream.request(get()));
      await fixture.nextSent();
      await fixture.cut();
      environment.online = false;
      environment.advance(60_000);
      expect(await settled).to.be.instanceOf(NoResponseError);
      expect(stream.resumption).to.equal(undefined);
      environment.online = true;
      await fixture.goOnline();
      expect(sentOver(2)).not.to.include('resume');
    });

    it('are rejected at once on disconnecting', async () => {
      const { stream } = await start();
      const settled = outcome(stream.request(get()));
      await fixture.nextSent();
      await fixture.cut();
      await stream.disconnect();
      expect(await settled).to.be.instanceOf(NoResponseError);
      expect(stream.resumption).to.equal(undefined);
    });
  });

  it('tries again when it is cut off while resuming, and sends nothing twice', async () => {
    const { stream, server, environment } = await start({ resumption: 'mute' });
    stream.send(presence('one'));
    await fixture.nextSent();
    await server.set({ handled: 0 });
    await fixture.cut();
    stream.connect();
    await nextFrame('<resume');
    const lost = until(stream, ({ retryAt }) => retryAt !== undefined);
    await server.cut();
    await lost;
    await server.set({ resumption: 'granted' });
    const online = until(stream, ({ connectionStatus }) => connectionStatus === 'online');
    environment.advance(5_000);
    expect((await online).resumed).to.equal(true);
    await fixture.nextSent();
    expect([sentOver(2), sentOver(3)].map((names) => names.filter((name) => name === 'presenceone').length)).to.deep.equal([0, 1]);
  });

  for (const word of ['<failed xmlns="urn:xmpp:sm:3" h="7"/>', '<a xmlns="urn:xmpp:sm:3" h="7"/>', '<r xmlns="urn:xmpp:sm:3"/>']) {
    it(`keeps the stream whatever somebody says of it who has not let us in: ${word.slice(0, word.indexOf(' '))}/>`, async () => {
      const { stream, server, environment } = await start();
      await fixture.cut();
      await server.set({ silentAtOpen: true });
      stream.connect();
      await nextFrame('<open');
      await server.send(word);
      await server.settle();
      const lost = until(stream, ({ retryAt }) => retryAt !== undefined);
      await server.cut();
      expect((await lost).failure).to.include({ kind: 'unreachable' });
      expect(sentOver(2)).to.deep.equal(['open']);
      await server.set({ silentAtOpen: false });
      const online = until(stream, ({ connectionStatus }) => connectionStatus === 'online');
      environment.advance(5_000);
      expect((await online).resumed).to.equal(true);
    });
  }

  it('does not wait for an answer to <resume/> longer than 20 seconds', async () => {
    const { stream, environment } = await start({ resumption: 'mute' });
    await fixture.cut();
    stream.connect();
    await nextFrame('<resume');
    const lost = until(stream, ({ retryAt }) => retryAt !== undefined);
    environment.advance(20_000);
    expect((await lost).failure).to.include({ kind: 'timeout' });
  });

  it('closes properly when told to disconnect: nothing is left to be resumed', async () => {
    const { stream } = await start();
    await stream.disconnect();
    await fixture.server.next('gone');
    expect(sentOver(1).slice(-2)).to.deep.equal(['a', 'close']);
    await fixture.goOnline();
    expect(sentOver(2)).not.to.include('resume');
  });

  describe('handing over', () => {
    it('lets go of the socket without a word, and another stream goes on with it', async () => {
      const { stream, server, environment } = await start();
      await fixture.receive('<message/>');
      stream.send(presence('one'));
      await fixture.nextSent();
      const kept = readResumption(JSON.parse(JSON.stringify(stream.detach())));
      expect(kept).to.deep.include({ id: 'stream-1', inbound: 2 });
      expect([stream.state.connectionStatus, stream.resumption]).to.deep.equal(['offline', undefined]);
      await server.next('gone');
      expect(server.count('<close')).to.equal(0);

      const heir = new ClientStream(() => ({ service: server.service, domain: 'im.example', credentials: { username: 'george', password: 'secret' } }), environment, { resumption: kept });
      const online = until(heir, ({ connectionStatus }) => connectionStatus === 'online');
      heir.connect();
      expect(await online).to.include({ resumed: true, jid: 'george@im.example/office' });
      await heir.disconnect();
    });

    it('closes the stream where nobody could go on with it', async () => {
      fixture = await startClientStream();
      await fixture.goOnline();
      expect(fixture.stream.detach()).to.equal(undefined);
      await nextFrame('<close');
    });

    it('does not even try with a stream that is too old', async () => {
      const { stream, server, environment } = await start();
      const kept = stream.detach();
      environment.advance(60_000);
      const heir = new ClientStream(() => ({ service: server.service, domain: 'im.example', credentials: { username: 'george', password: 'secret' } }), environment, { resumption: kept });
      const online = until(heir, ({ connectionStatus }) => connectionStatus === 'online');
      heir.connect();
      expect((await online).resumed).to.equal(undefined);
      expect(sentOver(2)).not.to.include('resume');
      await heir.disconnect();
    });
  });

  describe('without a network', () => {
    it('tries nothing, and tries at once when the network is back', async () => {
      const { stream, server, environment } = await start();
      environment.online = false;
      await fixture.cut();
      expect([stream.state.connectionStatus, stream.state.retryAt, stream.state.failure?.kind]).to.deep.equal(['reconnecting', undefined, 'no-network']);
      stream.connect();
      stream.wake();
      environment.advance(30_000);
      await server.settle();
      expect(server.connections).to.equal(1);
      environment.online = true;
      const online = until(stream, ({ connectionStatus }) => connectionStatus === 'online');
      stream.wake();
      await online;
      expect(server.connections).to.equal(2);
    });

    it('says so from the beginning', async () => {
      fixture = await startClientStream();
      fixture.environment.online = false;
      fixture.stream.connect();
      expect(fixture.stream.state.failure).to.include({ kind: 'no-network' });
      fixture.environment.online = true;
      const online = until(fixture.stream, ({ connectionStatus }) => connectionStatus === 'online');
      fixture.stream.wake();
      await online;
    });
  });

  it('asks the server whether it is there when it is woken, and lets go of it when it is not', async () => {
    const { stream, server, environment } = await start();
    stream.wake();
    await nextFrame('<r ');
    await fixture.receive('<message/>');
    environment.advance(1_000);
    const lost = until(stream, ({ connectionStatus }) => connectionStatus === 'reconnecting');
    await server.set({ managed: false });
    environment.sleep(600_000);
    environment.advance(10_000);
    expect((await lost).failure).to.include({ kind: 'timeout' });
    // The raw socket alone: a stream that was closed could not be resumed.
    await server.next('gone');
    expect(server.count('<close')).to.equal(0);
  });
});
