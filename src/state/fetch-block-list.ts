import { blockListGet, BLOCKING_NS, readBlockList } from '../protocol/blocking.js';
import { discoInfoGet, readFeatures } from '../protocol/disco.js';
import { domainOf } from '../protocol/jid.js';
import type { Stream } from '../protocol/stream.js';
import type { AccountState } from './account-state.js';

/** Asks our server whether it can block (XEP-0191 §3.1), and for the list. Without an answer nobody is said to be blocked. */
export async function fetchBlockList(stream: Stream, account: AccountState): Promise<void> {
  const { jid } = stream.state;
  if (account.jid === undefined) return;
  const isCurrent = () => stream.state.jid === jid;
  try {
    const features = readFeatures(await stream.request(discoInfoGet(domainOf(account.jid))));
    const supported = features.has(BLOCKING_NS);
    const list = supported ? readBlockList(await stream.request(blockListGet())) : [];
    if (!isCurrent()) return;
    account.blockList.supported = supported;
    account.blockList.replace(list);
    noteBlocking(account, list);
    // Whoever shows what can be done has to know.
    account.notifier.notify([account.jid]);
  } catch {
    if (isCurrent()) account.blockList.supported = false;
  }
}

/** The block list changed for these; a domain stands for everybody of it. */
export function noteBlocking(account: AccountState, jids: readonly string[]): void {
  const concerned = new Set(jids);
  const { blockList, presences, requests } = account;
  for (const jid of [...presences.jids(), ...requests.all().map((request) => request.jid)]) {
    const isBlocked = (concerned.has(jid) || concerned.has(domainOf(jid))) && blockList.blocks(jid);
    if (!isBlocked || jid === account.jid) continue;
    // XEP-0191 §4: nothing of theirs reaches us any more, neither that they go nor the request that waits.
    presences.forget(jid);
    requests.settle(jid);
  }
  if (jids.some((jid) => !jid.includes('@'))) account.touchAll();
  else account.touch(jids);
}
