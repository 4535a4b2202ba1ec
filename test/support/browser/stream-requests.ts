import { expect } from 'chai';
import { NoResponseError, NotConnectedError, StanzaError } from '../../../src/protocol/errors.js';
import { childElements, element, textOf, type XmlElement } from '../../../src/protocol/xml.js';
import type { StreamHarness } from './stream-acceptance.js';

const QUERY = 'urn:example:query';
const get = (to?: string) => element('iq', { type: 'get', to }, element('query', { xmlns: QUERY }));
const from = (sender: string | undefined) => (sender === undefined ? '' : ` from="${sender}"`);
const outcome = (answer: Promise<unknown>): Promise<unknown> => answer.then(() => 'resolved', (error: unknown) => error);

/** The part of the suite about what we ask; see `stream-acceptance.ts`. */
export function describeRequests(harness: () => StreamHarness): void {
  describe('requests', () => {
    /** Sends a request and gives it as it reached the server. */
    async function ask(to?: string): Promise<{ id: string; answer: Promise<XmlElement>; outcome: Promise<unknown> }> {
      const answer = harness().stream.request(get(to));
      const sent = await harness().nextSent();
      return { id: sent.attrs.id ?? '', answer, outcome: outcome(answer) };
    }

    it('resolve with the result', async () => {
      await harness().goOnline();
      const { id, answer } = await ask();
      await harness().receive(`<iq type="result" id="${id}"><query xmlns="${QUERY}">42</query></iq>`);
      expect(childElements(await answer).map(textOf)).to.deep.equal(['42']);
    });

    it('each get the result that bears their id, in any order', async () => {
      await harness().goOnline();
      const [first, second] = [await ask(), await ask()];
      await harness().receive(`<iq type="result" id="${second.id}"><query xmlns="${QUERY}">second</query></iq>`);
      await harness().receive(`<iq type="result" id="${first.id}"><query xmlns="${QUERY}">first</query></iq>`);
      expect(childElements(await first.answer).map(textOf)).to.deep.equal(['first']);
      expect(childElements(await second.answer).map(textOf)).to.deep.equal(['second']);
    });

    it('reject with the condition, text and type of an error', async () => {
      await harness().goOnline();
      const asked = await ask();
      await harness().receive(`<iq type="error" id="${asked.id}"><error type="cancel">
        <not-allowed xmlns="urn:ietf:params:xml:ns:xmpp-stanzas"/><text xmlns="urn:ietf:params:xml:ns:xmpp-stanzas">Managed by HR</text>
      </error></iq>`);
      const error = await asked.outcome;
      expect(error).to.be.instanceOf(StanzaError);
      expect(error).to.include({ condition: 'not-allowed', text: 'Managed by HR', type: 'cancel' });
    });

    it('reject with a StanzaError even when the error is not readable', async () => {
      await harness().goOnline();
      const asked = await ask();
      await harness().receive(`<iq type="error" id="${asked.id}"/>`);
      expect(await asked.outcome).to.include({ name: 'StanzaError', condition: 'undefined-condition' });
    });

    it('reject with NotConnectedError while there is no connection', async () => {
      expect(await outcome(harness().stream.request(get()))).to.be.instanceOf(NotConnectedError);
    });

    it('reject with NoResponseError when the connection is lost, and know the cause', async () => {
      await harness().goOnline();
      const asked = await ask();
      await harness().cut();
      const error = await asked.outcome;
      expect(error).to.be.instanceOf(NoResponseError);
      expect((error as Error).cause).to.equal(harness().stream.state.failure);
    });

    it('reject with NoResponseError on disconnecting', async () => {
      await harness().goOnline();
      const asked = await ask();
      await harness().stream.disconnect();
      expect(await asked.outcome).to.be.instanceOf(NoResponseError);
    });

    it('reject with NoResponseError after 30 seconds, and a later answer does no harm', async () => {
      await harness().goOnline();
      const asked = await ask();
      harness().environment.advance(29_999);
      const other = await ask();
      harness().environment.advance(1);
      expect(await asked.outcome).to.be.instanceOf(NoResponseError);
      await harness().receive(`<iq type="result" id="${asked.id}"/>`);
      await harness().receive(`<iq type="result" id="${other.id}"/>`);
      expect(await other.outcome).to.equal('resolved');
    });

    // RFC 6120 §8.1.2.1 and §8.2.3; CVE-2014-0364, CVE-2013-6483
    const impostors: Record<string, [asked: string | undefined, impostors: (string | undefined)[], right: (string | undefined)[]]> = {
      'our own account': [
        undefined,
        ['im.example', 'mary@im.example', 'george@im.example.evil.example', 'george@im.example/home', 'no@such@address', ''],
        [undefined, 'george@im.example', 'George@IM.example'],
      ],
      'our own account by its address': ['george@im.example', ['mary@im.example', 'im.example'], [undefined, 'george@im.example']],
      'the server': ['im.example', [undefined, 'george@im.example', 'evil.example'], ['im.example', 'IM.Example']],
      'a contact’s client': ['mary@im.example/tablet', [undefined, 'mary@im.example', 'mary@im.example/phone', 'im.example'], ['mary@im.example/tablet']],
    };
    for (const [whom, [to, wrong, right]] of Object.entries(impostors)) {
      it(`to ${whom} are answered by nobody else`, async () => {
        await harness().goOnline();
        for (const sender of right) {
          const { id, answer } = await ask(to);
          for (const impostor of wrong) await harness().receive(`<iq type="result" id="${id}"${from(impostor)}><query xmlns="${QUERY}">false</query></iq>`);
          await harness().receive(`<iq type="error" id="${id}"${from(wrong[0])}/>`);
          await harness().receive(`<iq type="result" id="${id}"${from(sender)}><query xmlns="${QUERY}">true</query></iq>`);
          expect(childElements(await answer).map(textOf)).to.deep.equal(['true']);
        }
      });
    }
  });
}
