// What a session says, and what the model says, in the same plain words.
import type { Session } from '../../../src/state/session.js';
import { PEOPLE } from './events.js';

export interface PersonView {
  readonly name: string;
  /** `undefined` for somebody who is not in the roster. */
  readonly item: ItemView | undefined;
  readonly availability: string;
  readonly reason: string | undefined;
  readonly status: string | undefined;
  readonly lastSeen: number | undefined;
  readonly resources: readonly ResourceView[];
  readonly nick: string | undefined;
  readonly requested: boolean;
  /** The condition. */
  readonly requestError: string | undefined;
  readonly blocked: boolean;
}

export interface ItemView {
  readonly name: string | undefined;
  readonly subscription: string;
  readonly ask: boolean;
  readonly approved: boolean;
  readonly groups: readonly string[];
}

/** `[resource, show, status, priority]`, best first. */
export type ResourceView = readonly [string, string | undefined, string | undefined, number];

export interface View {
  readonly people: Readonly<Record<string, PersonView>>;
  /** Sorted. */
  readonly contacts: readonly string[];
  /** Group by group, both sorted: `['Friends', 'ann@…', 'mary@…']`; '' is no group. */
  readonly groups: readonly (readonly string[])[];
  readonly requests: readonly { readonly jid: string; readonly nick: string | undefined; readonly status: string | undefined }[];
  readonly blocked: readonly string[];
  readonly own: readonly ResourceView[];
}

export function viewOf(session: Session): View {
  const groups = session.groups().map(({ name, contacts }) => [name ?? '', ...contacts.map(({ jid }) => jid).sort()]);
  return {
    people: Object.fromEntries(PEOPLE.filter((jid) => jid !== session.jid).map((jid) => [jid, personView(session, jid)])),
    contacts: session.contacts().map(({ jid }) => jid).sort(),
    groups: groups.sort(byText),
    requests: session.requests().map(({ jid, nick, status }) => ({ jid, nick, status })),
    blocked: [...session.blocked()].sort(),
    own: session.resources.map(resourceView),
  };
}

export function byText(a: readonly string[], b: readonly string[]): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}

function personView(session: Session, jid: string): PersonView {
  const { name, item, availability, reason, status, lastSeen, resources, nick, requested, requestError, blocked } = session.contact(jid);
  return {
    name, availability, reason, status, nick,
    item: item && {
      name: item.name, subscription: item.subscription, ask: item.ask === 'subscribe', approved: item.approved === true, groups: [...item.groups].sort(),
    },
    lastSeen: lastSeen?.getTime(),
    resources: resources.map(resourceView),
    requested: requested === true,
    requestError: requestError?.condition,
    blocked: blocked === true,
  };
}

function resourceView({ resource, show, status, priority }: Session['resources'][number]): ResourceView {
  return [resource, show, status, priority];
}
