import { wants } from './capabilities.js';
import type { Account } from './account.js';
import type { Core } from './core.js';
import { deliverTo } from './deliver.js';
import { StanzaError } from './errors.js';
import { type Jid, parseJid } from './jid.js';
import { areWeSubscribedTo, isSubscribedToUs } from './roster.js';
import type { Session } from './session.js';
import { type Element, NS, randomName, xml } from './xml.js';

/** XEP-0163 §3, as far as avatars need it: each node keeps its last item, and whoever sees us may read it. @throws StanzaError */
export function publish(core: Core, session: Session, pubsub: Element): Element {
  const { account } = session;
  const node = pubsub.getChild('publish')?.attrs.node;
  const item = pubsub.getChild('publish')?.getChild('item');
  if (node === undefined || item === undefined) throw new StanzaError('bad-request');
  const id = item.attrs.id ?? randomName();
  account.nodes.set(node, xml('item', { id }, item.children));
  for (const follower of followersOf(core, account)) notify(core, follower, account, node);
  return xml('pubsub', { xmlns: NS.pubsub }, xml('publish', { node }, xml('item', { id })));
}

/** XEP-0060 §6.5. @throws StanzaError */
export function getItems(core: Core, session: Session, pubsub: Element, of: Jid): Element {
  const items = pubsub.getChild('items');
  const account = core.account(of.bare);
  if (items?.attrs.node === undefined) throw new StanzaError('bad-request');
  if (account === undefined || !isFollower(account, session.account.jid)) throw new StanzaError('forbidden');
  const kept = account.nodes.get(items.attrs.node);
  const asked = items.getChild('item')?.attrs.id;
  if (kept === undefined || (asked !== undefined && asked !== kept.attrs.id)) throw new StanzaError('item-not-found');
  return xml('pubsub', { xmlns: NS.pubsub }, xml('items', { node: items.attrs.node }, kept));
}

/** XEP-0163 §4.3.4: who comes is sent the last item of each node that they want to hear of. */
export function sendLastItems(core: Core, session: Session): void {
  const contacts = session.account.roster.items().filter(areWeSubscribedTo).map(({ jid }) => jid);
  for (const jid of [session.account.jid, ...contacts]) {
    const account = core.account(jid);
    if (account !== undefined && isFollower(account, session.account.jid)) for (const node of account.nodes.keys()) notify(core, session, account, node);
  }
}

function isFollower(account: Account, jid: string): boolean {
  return jid === account.jid || isSubscribedToUs(account.roster.get(jid));
}

function followersOf(core: Core, account: Account): Session[] {
  const jids = account.roster.items().filter(isSubscribedToUs).map(({ jid }) => parseJid(jid)?.bare ?? '');
  return [account.jid, ...jids].flatMap((jid) => core.account(jid)?.availableSessions ?? []);
}

function notify(core: Core, follower: Session, account: Account, node: string): void {
  const item = account.nodes.get(node);
  if (item === undefined || !wants(core, follower, `${node}+notify`)) return;
  const event = xml('event', { xmlns: NS.pubsubEvent }, xml('items', { node }, item));
  deliverTo(core, follower, xml('message', { xmlns: NS.client, type: 'headline', from: account.jid, to: follower.jid }, event));
}
