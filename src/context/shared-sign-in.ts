import type { StreamState } from '../protocol/stream.js';
import type { KeptSignIn } from '../state/sign-in.js';
import { soon } from './soon.js';
import { tabGroupsAt, hasChannels } from './tab-group.js';

/** A tab that is there may be busy, in ms. */
const ANSWER_TIMEOUT_MS = 2_000;

/** A question, which is a number by chance, or the answer to it. */
type Words = number | readonly [question: number, kept: KeptSignIn];

/**
 * Lets the other tabs of the origin sign in as who is signed in here, for as long as this one is: they get the key that
 * no script can read, from memory to memory.
 *
 * @param kind of connection, as the page describes it; `undefined`: one that is not to be shared
 * @returns to be told of the stream's state
 */
export function shareSignIn(kind: () => string | undefined, shared: () => KeptSignIn | undefined): (state: StreamState) => void {
  let channel: BroadcastChannel | undefined;
  return ({ connectionStatus }) => {
    channel?.close();
    const name = connectionStatus !== 'offline' && shared() && kind();
    if (!name || !hasChannels(name)) return;
    const open = (channel = new BroadcastChannel(name));
    open.onmessage = ({ data }: MessageEvent<Words>) => {
      const kept = shared();
      if (typeof data === 'number' && kept) open.postMessage([data, kept] satisfies Words);
    };
  };
}

/** What signs in here, too, where one account is signed in in other tabs at that place; `undefined` where none is, or several are. */
export async function signInOfTabs(kind: string, place: string): Promise<unknown> {
  if ((await tabGroupsAt(place)).size !== 1) return undefined;
  const channel = new BroadcastChannel(kind);
  const question = Math.random();
  const answer = new Promise<unknown>((resolve) => {
    channel.onmessage = ({ data }: MessageEvent<Words>) => typeof data === 'object' && data[0] === question && resolve(data[1]);
  });
  channel.postMessage(question satisfies Words);
  const kept = await soon(answer, ANSWER_TIMEOUT_MS);
  channel.close();
  return kept;
}
