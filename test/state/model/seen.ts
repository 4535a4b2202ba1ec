import type { PersonView, ResourceView } from './view.js';

/** What presence told of one address. */
export interface Seen {
  readonly resources: readonly ResourceView[];
  readonly lastSeen: number | undefined;
  /** What was said on going. */
  readonly lastWords: string | undefined;
}

export const NOBODY: Seen = { resources: [], lastSeen: undefined, lastWords: undefined };

interface Circumstances {
  readonly seen: Seen | undefined;
  readonly blindness: 'own-unavailable' | 'disconnected' | undefined;
  readonly blocked: boolean;
  /** Whether we are subscribed to theirs. */
  readonly subscribed: boolean;
  /** Whether our own server has had its time to tell of this person. */
  readonly isSettled: boolean;
}

/** Somebody who is there is there, whatever else; of others one has to be in a position to know. */
export function availabilityNow({ seen, blindness, blocked, subscribed, isSettled }: Circumstances): Pick<PersonView, 'availability' | 'reason'> {
  const top = seen?.resources[0];
  if (top) return { availability: top[1] ?? 'available', reason: undefined };
  const unknown = (reason: string) => ({ availability: 'unknown', reason });
  if (blindness) return unknown(blindness);
  if (blocked) return unknown('blocked');
  if (!subscribed) return unknown('not-subscribed');
  return seen || isSettled ? { availability: 'unavailable', reason: undefined } : unknown('no-presence');
}
