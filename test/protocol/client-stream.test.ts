import { expect } from 'chai';
import { NotConnectedError } from '../../src/protocol/errors.js';
import { element } from '../../src/protocol/xml.js';
import { serverCommand } from '../support/browser/server-command.js';
import { startClientStream, until, type ClientStreamFixture } from '../support/browser/client-stream-fixture.js';
import type { Script } from '../support/browser/server-script.js';

const CLOSE = '<close xmlns="urn:ietf:params:xml:ns:xmpp-framing"/>';
const streamError = (condition: string, content = '', text = '') =>
  `<stream:error xmlns:stream="http://etherx.jabber.org/streams"><${condition} xmlns="urn:ietf:params:xml:ns:xmpp-streams">${content}</${condition}>${text}</stream:error>`;

describe('ClientStream', () => {
  let fixture: ClientStreamFixture;
  afterEach(() => fixture.end());

  async function start(script?: Partial<Script>, options?: Parameters<typeof startClientStream>[1]): Promise<ClientStreamFixture> {
    return (fixture = await startClientStream(script, options));
  }
  const reconnecting = () => until(fixture.stream, ({ connectionStatus, retryAt }) => connectionStatus === 'reconnecting' && retryAt !== undefined);
  const frames = (connection: number) => fixture.server.reports.flatMap((report) => ('frame' in report && report.connection === connection ? report.frame : []));

  describe('losing the connection', () => {
    it('waits longer and longer between attempts, and begins anew after a success', async () => {
      const { stream, server, environment } = await start({ silentAtOpen: true });
      const waits: number[] = [];
      stream.connect();
      for (let attempt = 1; attempt <= 5; attempt++) {
        await server.next('connected');
        const lost = reconnecting();
        await server.cut();
        const wait = (await lost).retryAt! - environment.now();
        waits.push(wait);
        if (attempt === 5) await server.set({ silentAtOpen: false });
        const online = until(stream, ({ connectionStatus }) => connectionStatus === 'online');
        environment.advance(wait - 1);
        expect(stream.state.retryAt).not.to.equal(undefined);
        environment.advance(1);
        expect(stream.state.retryAt).to.equal(undefined);
        if (attempt === 5) await online;
      }
      expect(waits).to.deep.equal([500, 750, 1_125, 1_687.5, 2_531.25]);
      // One that is cut at once was no success yet: a server that drops everybody at log-in is not to be hammered.
      const dropped = reconnecting();
      await server.cut();
      const next = (await dropped).retryAt! - environment.now();
      expect(next).to.equal(3_796.875);
      const online = until(stream, ({ connectionStatus }) => connectionStatus === 'online');
      environment.advance(next);
      await online;
      environment.advance(30_000);
      const lost = reconnecting();
      await server.cut();
      expect((await lost).retryAt! - environment.now()).to.equal(500);
    });

    it('negotiates anew from the start, once, with a client of its own', async () => {
      const { server } = await start();
      await fixture.goOnline();
      await fixture.cut();
      await fixture.goOnline();
      const second = frames(2).map((frame) => /^<\w+/.exec(frame)?.[0]);
      expect(second).to.deep.equal(['<open', '<auth', '<open', '<iq']);
      expect(server.connections).to.equal(2);
    });

    it('waits longer and longer when the clock is set back, too', async () => {
      const { stream, server, environment } = await start({ silentAtOpen: true });
      const waits: number[] = [];
      stream.connect();
      for (let attempt = 1; attempt <= 4; attempt++) {
        await server.next('connected');
        if (attempt === 2) environment.sleep(-3_600_000);
        const lost = reconnecting();
        await server.cut();
        const wait = (await lost).retryAt! - environment.now();
        waits.push(wait);
        environment.advance(wait);
      }
      expect(waits).to.deep.equal([500, 500, 750, 1_125]);
    });

    it('retries at once when told to connect while it waits', async () => {
      const { stream, server } = await start();
      await fixture.goOnline();
      await fixture.cut();
      const online = until(stream, ({ connectionStatus }) => connectionStatus === 'online');
      stream.connect();
      expect(stream.state.connectionStatus).to.equal('reconnecting');
      await online;
      fixture.environment.advance(600_000);
      await server.settle();
      expect(server.connections).to.equal(2);
    });

    it('does not try again when told to disconnect while it waits', async () => {
      const { stream, server } = await start();
      await fixture.goOnline();
      await fixture.cut();
      await stream.disconnect();
      fixture.environment.advance(600_000);
      await server.settle();
      expect([stream.state.connectionStatus, server.connections]).to.deep.equal(['offline', 1]);
    });

    it('says that nobody is there', async () => {
      await serverCommand('expect-console', { pattern: 'WebSocket connection to .* failed' });
      await start({}, { service: 'ws://127.0.0.1:9/' });
      const lost = reconnecting();
      fixture.stream.connect();
      expect((await lost).failure).to.include({ kind: 'unreachable', final: false });
    });
  });

  describe('a server that says no', () => {
    it('ends the stream for good when another client took its place', async () => {
      const { stream, server } = await start();
      await fixture.goOnline();
      const ended = until(stream, ({ connectionStatus }) => connectionStatus !== 'online');
      await server.send(streamError('conflict'));
      expect((await ended).connectionStatus).to.equal('offline');
      expect(stream.state.failure).to.deep.include({ kind: 'stream-error', condition: 'conflict', final: true });
      fixture.environment.advance(600_000);
      expect(stream.state.connectionStatus).to.equal('offline');
    });

    it('may end a session for another reason, which it says beside the condition', async () => {
      const { stream, server } = await start();
      const ending = async (text: string) => {
        await fixture.goOnline();
        const ended = until(stream, ({ connectionStatus }) => connectionStatus === 'offline');
        await server.send(streamError('conflict', '', `<text xml:lang="en" xmlns="urn:ietf:params:xml:ns:xmpp-streams">${text}</text>`));
        return (await ended).failure;
      };
      // as ejabberd words it
      expect(await ending('User removed')).to.include({ condition: 'not-authorized', final: true });
      expect(await ending('Replaced by new connection')).to.include({ condition: 'conflict', final: true });
      expect(await ending('Back at noon')).to.include({ condition: 'ended', text: 'Back at noon', final: true });
    });

    it('is sought again when it shuts down', async () => {
      const { stream, server } = await start();
      await fixture.goOnline();
      const lost = reconnecting();
      await server.send(streamError('system-shutdown'));
      expect((await lost).failure).to.deep.include({ kind: 'stream-error', condition: 'system-shutdown', final: false });
      await fixture.goOnline();
      expect(stream.state.connectionStatus).to.equal('online');
    });

    it('may say so before the sign-in', async () => {
      const { stream } = await start({ streamErrorAtOpen: 'host-unknown' });
      const ended = until(stream, ({ connectionStatus }) => connectionStatus === 'offline');
      stream.connect();
      expect((await ended).failure).to.include({ kind: 'stream-error', condition: 'host-unknown' });
    });

    it('is not followed to another host behind our back', async () => {
      const { server } = await start();
      await fixture.goOnline();
      const lost = until(fixture.stream, ({ connectionStatus }) => connectionStatus !== 'online');
      await server.send(streamError('see-other-host', new URL(server.service).host));
      expect((await lost).failure).to.deep.include({ kind: 'stream-error', condition: 'see-other-host' });
      await server.next('gone');
      await fixture.goOnline();
      await server.settle();
      expect(server.reports.filter(({ kind }) => kind === 'stray')).to.deep.equal([]);
    });

    it('may close the stream without closing the socket: that is no connection any more', async () => {
      const { server } = await start();
      await fixture.goOnline();
      const lost = reconnecting();
      await server.send(CLOSE);
      expect((await lost).failure).to.include({ kind: 'unreachable', final: false });
      await server.next('gone');
    });

    it('that is silent at <open/> is given up after 15 seconds', async () => {
      const { stream, server, environment } = await start({ silentAtOpen: true });
      stream.connect();
      await server.next('negotiation');
      const lost = reconnecting();
      environment.advance(14_999);
      expect(stream.state.connectionStatus).to.equal('connecting');
      environment.advance(1);
      expect((await lost).failure).to.include({ kind: 'timeout', final: false });
      await server.next('gone');
    });
  });

  describe('disconnecting', () => {
    it('closes the stream before the socket, and settles with the server’s answer (RFC 7395 §3.6)', async () => {
      const { stream, server } = await start();
      await fixture.goOnline();
      stream.send(element('presence', { type: 'unavailable' }));
      await stream.disconnect();
      // The server's own report of what it got may come after its answer.
      await server.next('gone');
      expect(frames(1).at(-2)).to.contain('unavailable');
      expect(frames(1).at(-1)).to.match(/^<close/);
    });

    it('does not wait for an answer longer than two seconds', async () => {
      const { stream, server, environment } = await start({ closes: false });
      await fixture.goOnline();
      let closed = false;
      const closing = stream.disconnect().then(() => (closed = true));
      while (!(await server.next('negotiation')).frame.startsWith('<close'));
      expect(closed).to.equal(false);
      environment.advance(2_000);
      await closing;
      await server.next('gone');
    });

    it('hears nothing of what still comes', async () => {
      const { stream, server } = await start({ closes: false });
      await fixture.goOnline();
      const heard: unknown[] = [];
      stream.observe({ onPresence: (stanza) => heard.push(stanza), onStanza: (_direction, stanza) => heard.push(stanza) });
      const closing = stream.disconnect();
      await server.send('<presence from="mary@im.example/tablet"/>');
      await server.send('<iq type="get" id="1" from="mary@im.example/tablet"><ping xmlns="urn:xmpp:ping"/></iq>');
      await server.send(CLOSE);
      await closing;
      expect(heard).to.deep.equal([]);
      expect(() => stream.send(element('presence'))).to.throw(NotConnectedError);
    });

    it('ends an attempt that is under way', async () => {
      const { stream, server } = await start({ silentAtOpen: true });
      stream.connect();
      await server.next('negotiation');
      const closing = stream.disconnect();
      expect(stream.state.connectionStatus).to.equal('offline');
      await closing;
      await server.next('gone');
      fixture.environment.advance(600_000);
      expect(stream.state.connectionStatus).to.equal('offline');
    });

    it('ends an attempt whose socket is not open yet', async () => {
      const { stream, server } = await start();
      stream.connect();
      await Promise.resolve();
      await stream.disconnect();
      await fixture.goOnline();
      await server.settle();
      expect(server.count('<auth')).to.equal(1);
      expect(fixture.states.map(({ connectionStatus }) => connectionStatus)).to.deep.equal(['connecting', 'offline', 'connecting', 'online']);
    });
  });

  it('tells a server that offers it whether the page is looked at, in each new session too (XEP-0352)', async () => {
    fixture = await startClientStream({ features: '<csi xmlns="urn:xmpp:csi:0"/>' });
    const told = async (): Promise<string> => {
      const { frame } = await fixture.server.next('negotiation');
      return frame.includes('urn:xmpp:csi:0') ? frame : told();
    };
    await fixture.goOnline();
    fixture.stream.setActive(false);
    expect(await told()).to.equal('<inactive xmlns="urn:xmpp:csi:0"/>');
    fixture.stream.setActive(true);
    expect(await told()).to.equal('<active xmlns="urn:xmpp:csi:0"/>');
    fixture.stream.setActive(false);
    await told();
    await fixture.cut();
    await fixture.goOnline();
    expect(await told()).to.equal('<inactive xmlns="urn:xmpp:csi:0"/>');
  });

  it('says nothing of that to a server that does not know it', async () => {
    fixture = await startClientStream();
    await fixture.goOnline();
    fixture.stream.setActive(false);
    fixture.stream.send(element('presence'));
    await fixture.nextSent();
    expect(fixture.server.count('csi')).to.equal(0);
  });
});
