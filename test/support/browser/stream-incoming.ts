import { expect } from 'chai';
import { errorElement } from '../../../src/protocol/errors.js';
import { childElements, element, localName, textOf, type XmlElement } from '../../../src/protocol/xml.js';
import type { StreamHarness } from './stream-acceptance.js';

const QUERY = 'urn:example:query';
const query = (type: 'get' | 'set', payload = `<query xmlns="${QUERY}"/>`) => `<iq type="${type}" id="q1" from="mary@im.example/tablet">${payload}</iq>`;
const presence = (sender: string) => `<presence from="${sender}"/>`;

/** `result to=…`, or `error to=…: type, condition` */
function describeReply(reply: XmlElement): string {
  const { type = '', id = '', to = '' } = reply.attrs;
  const error = childElements(reply).find(({ name }) => name === 'error');
  const detail = error ? `: ${error.attrs.type ?? ''}, ${childElements(error).map(localName).join()}` : '';
  return `${reply.name} ${type} ${id} to ${to}${detail}`;
}

/** The part of the suite about what others send; see `stream-acceptance.ts`. */
export function describeIncoming(harness: () => StreamHarness): void {
  describe('requests of others', () => {
    beforeEach(() => harness().goOnline());

    it('are answered with the handler’s payload', async () => {
      harness().stream.answer('get', QUERY, () => element('query', { xmlns: QUERY }, 'yes'));
      await harness().receive(query('get'));
      const reply = await harness().nextSent();
      expect(describeReply(reply)).to.equal('iq result q1 to mary@im.example/tablet');
      expect(childElements(reply).map(textOf)).to.deep.equal(['yes']);
    });

    it('are answered with an empty result when the handler has nothing to say', async () => {
      harness().stream.answer('set', QUERY, () => undefined);
      await harness().receive(query('set'));
      const reply = await harness().nextSent();
      expect(describeReply(reply)).to.equal('iq result q1 to mary@im.example/tablet');
      expect(reply.children).to.have.length(0);
    });

    it('without a sender are answered to nobody in particular: our own account', async () => {
      harness().stream.answer('set', QUERY, () => undefined);
      await harness().receive(`<iq type="set" id="q1"><query xmlns="${QUERY}"/></iq>`);
      expect((await harness().nextSent()).attrs.to).to.equal(undefined);
    });

    it('are refused with the handler’s error', async () => {
      harness().stream.answer('get', QUERY, () => errorElement('cancel', 'forbidden'));
      await harness().receive(query('get'));
      expect(describeReply(await harness().nextSent())).to.equal('iq error q1 to mary@im.example/tablet: cancel, forbidden');
    });

    it('are not answered at all when the handler says null', async () => {
      harness().stream.answer('get', QUERY, () => null);
      await harness().receive(query('get'));
      harness().stream.send(element('presence', { id: 'next' }));
      expect((await harness().nextSent()).attrs.id).to.equal('next');
    });

    it('for get and for set have handlers of their own', async () => {
      harness().stream.answer('get', QUERY, () => undefined);
      await harness().receive(query('set'));
      expect(describeReply(await harness().nextSent())).to.contain('service-unavailable');
    });

    it('that nobody handles are refused as service-unavailable (RFC 6120 §8.2.3)', async () => {
      await harness().receive(query('get', '<query xmlns="jabber:iq:version"/>'));
      expect(describeReply(await harness().nextSent())).to.equal('iq error q1 to mary@im.example/tablet: cancel, service-unavailable');
    });

    for (const [what, payload] of Object.entries({ two: `<query xmlns="${QUERY}"/><query xmlns="${QUERY}"/>`, none: '' })) {
      it(`with ${what} for a payload are refused as bad-request to our own account (RFC 6120 §8.2.3), and to others as if nobody were here`, async () => {
        harness().stream.answer('get', QUERY, () => undefined);
        await harness().receive(query('get', payload));
        expect(describeReply(await harness().nextSent())).to.equal('iq error q1 to mary@im.example/tablet: cancel, service-unavailable');
        await harness().receive(`<iq type="get" id="q2">${payload}</iq>`);
        expect(describeReply(await harness().nextSent())).to.contain('modify, bad-request');
      });
    }

    it('of no known type are passed over', async () => {
      await harness().receive(`<iq type="let" id="q1" from="mary@im.example/tablet"><query xmlns="${QUERY}"/></iq>`);
      harness().stream.send(element('presence', { id: 'next' }));
      expect((await harness().nextSent()).attrs.id).to.equal('next');
    });

    it('are no longer handled after the handler was taken back', async () => {
      const stop = harness().stream.answer('get', QUERY, () => undefined);
      stop();
      await harness().receive(query('get'));
      expect(describeReply(await harness().nextSent())).to.contain('service-unavailable');
    });

    it('survive a handler that throws: it is reported, and the next one is answered', async () => {
      const fault = new Error('a fault in the handler');
      let calls = 0;
      harness().stream.answer('get', QUERY, () => {
        if (++calls === 1) throw fault;
        return undefined;
      });
      await harness().receive(query('get'));
      await harness().receive(query('get'));
      expect(describeReply(await harness().nextSent())).to.contain('result');
      expect(harness().environment.errors).to.deep.equal([fault]);
    });
  });

  describe('observers', () => {
    it('are given presence, in order', async () => {
      const senders: (string | undefined)[] = [];
      harness().stream.observe({ onPresence: ({ attrs }) => senders.push(attrs.from) });
      await harness().goOnline();
      for (const sender of ['mary@im.example/a', 'stuart@im.example/b', 'mary@im.example/a']) await harness().receive(presence(sender));
      expect(senders).to.deep.equal(['mary@im.example/a', 'stuart@im.example/b', 'mary@im.example/a']);
    });

    it('see the stanzas that go by both ways as XML, and nothing of the sign-in', async () => {
      const seen: string[] = [];
      harness().stream.observe({ onStanza: (direction, stanza) => seen.push(`${direction} ${String(stanza)}`) });
      await harness().goOnline();
      harness().stream.send(element('presence', { id: 'p1' }));
      await harness().nextSent();
      await harness().receive('<message from="mary@im.example" id="m1"/>');
      await harness().receive('<presence from="mary@im.example" id="p2"/>');
      expect(seen.map((line) => /^(in|out) <(\w+).* id="(\w+)"/.exec(line)?.slice(1).join(' '))).to.deep.equal(['out presence p1', 'in message m1', 'in presence p2']);
    });

    it('that throw are reported, and neither the others nor the next stanza are lost', async () => {
      const fault = new Error('a fault in the page');
      const fail = (): never => {
        throw fault;
      };
      const heard: (string | undefined)[] = [];
      harness().stream.observe({ onState: fail, onPresence: fail, onStanza: fail });
      harness().stream.observe({ onPresence: ({ attrs }) => heard.push(attrs.from) });
      await harness().goOnline();
      await harness().receive(presence('mary@im.example/a'));
      await harness().receive(presence('mary@im.example/b'));
      expect(heard).to.deep.equal(['mary@im.example/a', 'mary@im.example/b']);
      expect(harness().environment.errors.length).to.be.greaterThan(4);
      expect(new Set(harness().environment.errors)).to.deep.equal(new Set([fault]));
      expect(harness().stream.state.connectionStatus).to.equal('online');
    });

    it('hear nothing more after they unsubscribed, even while they are being told', async () => {
      const heard: string[] = [];
      await harness().goOnline();
      const stop = harness().stream.observe({
        onPresence: () => {
          heard.push('first');
          stop();
        },
      });
      harness().stream.observe({ onPresence: () => heard.push('second') });
      await harness().receive(presence('mary@im.example/a'));
      await harness().receive(presence('mary@im.example/a'));
      expect(heard).to.deep.equal(['first', 'second', 'second']);
    });
  });
}
