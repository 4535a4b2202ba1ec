// The events as XML, as a server or somebody else would write them.
import type { BlockEvent, ItemEvent, PresenceEvent, PushEvent, Sender, Written } from './events.js';

/** The address of a sender, `undefined` for none. */
export function senderJid(sender: Sender, own: string): string | undefined {
  const jids: Record<Sender, string | undefined> = {
    nobody: undefined,
    'our account': own,
    'our account in capitals': own.toUpperCase(),
    'our client': `${own}/office`,
    'another client of ours': `${own}/home`,
    'our domain': own.slice(own.indexOf('@') + 1),
    'a look-alike': `${own}.evil.example`,
    'a contact': 'mary@im.example',
    'a contact’s client': 'mary@im.example/desk',
    'no address': 'george@im@example',
    'an empty address': '',
  };
  return jids[sender];
}

export function pushXml({ from, ver, shape, item }: PushEvent, id: string, own: string): string {
  const contents: Record<PushEvent['shape'], string> = {
    item: itemXml(item),
    'no item': '',
    'two items': itemXml(item) + itemXml(item),
    'no address': itemXml(item).replace(/ jid="[^"]*"/, ''),
    'bad address': itemXml(item).replace(/ jid="[^"]*"/, ' jid="a@b@c"'),
    'foreign item': itemXml(item).replace('<item', '<item xmlns="urn:example:other"'),
    'item and more': `${itemXml(item)}<more/>`,
  };
  return `<iq${attrs({ type: 'set', id, from: senderJid(from, own) })}><query${attrs({ xmlns: 'jabber:iq:roster', ver })}>${contents[shape]}</query></iq>`;
}

export function itemXml({ jid, name, subscription, ask, approved, groups }: ItemEvent): string {
  const inner = groups.map((group) => `<group>${escape(group)}</group>`).join('');
  return `<item${attrs({ jid: jidText(jid), name, subscription, ask, approved })}>${inner}</item>`;
}

export function presenceXml({ from, type, show, status, priority, stamp, nick, condition }: PresenceEvent): string {
  const error = condition === undefined ? '' : `<error type="cancel"><${condition} xmlns="urn:ietf:params:xml:ns:xmpp-stanzas"/></error>`;
  const content = [
    text('show', show), text('status', status), text('priority', priority),
    stamp === undefined ? '' : `<delay${attrs({ xmlns: 'urn:xmpp:delay', stamp })}/>`,
    nick === undefined ? '' : `<nick xmlns="http://jabber.org/protocol/nick">${escape(nick)}</nick>`,
  ];
  return `<presence${attrs({ from: from && jidText(from), type })}>${content.join('')}${error}</presence>`;
}

export function blockXml({ from, verb, jids }: BlockEvent, id: string, own: string): string {
  const items = jids.map((jid) => `<item${attrs({ jid })}/>`).join('');
  return `<iq${attrs({ type: 'set', id, from: senderJid(from, own) })}><${verb} xmlns="urn:xmpp:blocking">${items}</${verb}></iq>`;
}

function jidText({ person, capitals, resource }: Written): string {
  return (capitals ? person.toUpperCase() : person) + (resource === '' ? '' : `/${resource}`);
}

function text(name: string, content: string | undefined): string {
  return content === undefined ? '' : `<${name}>${escape(content)}</${name}>`;
}

function attrs(values: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(values).map(([name, value]) => (value === undefined ? '' : ` ${name}="${escape(value)}"`)).join('');
}

function escape(content: string): string {
  return content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
