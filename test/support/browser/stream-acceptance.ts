import { expect } from 'chai';
import { NotConnectedError } from '../../../src/protocol/errors.js';
import type { Stream, StreamState } from '../../../src/protocol/stream.js';
import { children, CLIENT_NS, element, textOf, type XmlElement } from '../../../src/protocol/xml.js';
import type { MockEnvironment } from './mock-environment.js';
import { describeIncoming } from './stream-incoming.js';
import { describeRequests } from './stream-requests.js';

/** What a kind of stream has to offer to be put through the suite. Its account is george@im.example. */
export interface StreamHarness {
  readonly stream: Stream;
  readonly environment: MockEnvironment;
  /** Connects and settles when the stream is online. */
  goOnline(): Promise<void>;
  /** Makes the stream receive a stanza from its server; settles when it has. */
  receive(stanza: string): Promise<void>;
  /** The next stanza that reached the server. */
  nextSent(): Promise<XmlElement>;
  /** Ends the connection without farewell; settles when the stream has noticed. */
  cut(): Promise<void>;
  end(): Promise<void>;
}

const presence = (status: string) => element('presence', {}, element('status', {}, status));

/** What every `Stream` promises, whatever carries it. */
export function describeStream(name: string, start: () => Promise<StreamHarness>): void {
  describe(`${name} as a stream`, () => {
    let harness: StreamHarness;
    let stream: Stream;
    let states: StreamState[];

    beforeEach(async () => {
      harness = await start();
      stream = harness.stream;
      states = [];
      stream.observe({ onState: (state) => states.push(state) });
    });
    afterEach(() => harness.end());

    describe('connection', () => {
      it('is offline until told to connect', () => {
        expect(stream.state.connectionStatus).to.equal('offline');
        expect(stream.state.jid).to.equal(undefined);
      });

      it('is connecting and then online, and knows its full address', async () => {
        await harness.goOnline();
        expect(states.map(({ connectionStatus }) => connectionStatus)).to.deep.equal(['connecting', 'online']);
        expect(stream.state.jid).to.equal('george@im.example/office');
        expect(stream.state).to.equal(states.at(-1));
      });

      it('does nothing when told to connect while it is online', async () => {
        await harness.goOnline();
        stream.connect();
        expect(stream.state.connectionStatus).to.equal('online');
        expect(states).to.have.length(2);
      });

      it('is offline at once when told to disconnect, and stays so', async () => {
        await harness.goOnline();
        const closed = stream.disconnect();
        expect(stream.state.connectionStatus).to.equal('offline');
        await closed;
        harness.environment.advance(600_000);
        expect(stream.state.connectionStatus).to.equal('offline');
        expect(stream.state.failure).to.equal(undefined);
      });

      it('says why it is reconnecting when the connection is lost, and comes back online', async () => {
        await harness.goOnline();
        await harness.cut();
        expect(stream.state.connectionStatus).to.equal('reconnecting');
        expect(stream.state.failure?.kind).to.equal('unreachable');
        expect(stream.state.jid).to.equal(undefined);
        await harness.goOnline();
        expect(stream.state.failure).to.equal(undefined);
        expect(stream.state.jid).to.equal('george@im.example/office');
      });

      it('can be connected again after it was disconnected', async () => {
        await harness.goOnline();
        await stream.disconnect();
        await harness.goOnline();
        expect(stream.state.connectionStatus).to.equal('online');
      });
    });

    describe('sending', () => {
      it('keeps the order', async () => {
        await harness.goOnline();
        for (const status of ['one', 'two', 'three']) stream.send(presence(status));
        const sent = [await harness.nextSent(), await harness.nextSent(), await harness.nextSent()];
        expect(sent.map((stanza) => children(stanza, 'status', CLIENT_NS).map(textOf).join())).to.deep.equal(['one', 'two', 'three']);
      });

      it('carries any text unharmed', async () => {
        await harness.goOnline();
        const text = '<b a="1">Łódź & "☕" \'it\' 𝄞</b>';
        stream.send(element('presence', { id: text }, element('status', {}, text)));
        const sent = await harness.nextSent();
        expect([sent.attrs.id, children(sent, 'status', CLIENT_NS).map(textOf).join()]).to.deep.equal([text, text]);
      });

      it('throws NotConnectedError while there is no connection', async () => {
        expect(() => stream.send(presence('lost'))).to.throw(NotConnectedError);
        await harness.goOnline();
        await harness.cut();
        expect(() => stream.send(presence('lost'))).to.throw(NotConnectedError);
      });
    });

    describeRequests(() => harness);
    describeIncoming(() => harness);
  });
}
