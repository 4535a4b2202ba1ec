// What @xmpp/client alone costs, used as its README says: stanzas parsed, through its middleware, and counted.
import { client, xml, type XmlParserElement, type XmppClient } from '@xmpp/client';
import { Probe } from './probe.js';

/** What the product's own declarations leave out, because it goes past it. */
interface WholeClient extends XmppClient {
  readonly iqCaller: { request(iq: XmlParserElement): Promise<XmlParserElement> };
  on(event: 'error', listener: (error: Error) => void): void;
  on(event: 'online', listener: (jid: { toString(): string }) => void): void;
  on(event: 'disconnect', listener: () => void): void;
  on(event: 'stanza', listener: (stanza: XmlParserElement) => void): void;
}

const probe = new Probe();
const { domain, presences, changes } = probe.expectation;
const burst = presences + 1;
const end = burst + changes;
probe.check = () => (probe.counted === burst || probe.counted === end ? [] : [`counted ${probe.counted} presences`]);

const xmpp = client({
  service: `ws://${location.host}/xmpp`,
  domain,
  userAgent: xml('user-agent'),
  credentials: (authenticate) => authenticate({ username: '', password: '' }, 'ANONYMOUS'),
}) as WholeClient;
xmpp.reconnect.stop();
xmpp.on('error', reportError);
xmpp.on('stanza', (stanza) => {
  if (!stanza.is('presence')) return;
  probe.counted++;
  if (probe.counted === burst) probe.mark('burst');
  else if (probe.counted === end) probe.mark('end');
});

async function begin(): Promise<void> {
  await xmpp.start();
  await xmpp.iqCaller.request(xml('iq', { type: 'get' }, xml('query', { xmlns: 'jabber:iq:roster' })));
  probe.mark('roster');
  probe.mark('first-row');
  await xmpp.send(xml('presence'));
}

begin().catch(reportError);
