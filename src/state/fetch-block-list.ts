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
  if (jids.some((jid) => !jid.includes('@'))) return account.touchAll();
  // XEP-0191 §4: nothing of theirs reaches us any more, not even that they go.
  for (const jid of jids) if (account.blockList.blocks(jid)) account.presences.forget(jid);
  account.touch(jids);
}
