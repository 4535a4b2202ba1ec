// What can happen to a session, as plain data, and any sequence of it.
import * as fc from 'fast-check';

/** Who sends a push: the first three may, nobody else. */
export const SENDERS = [
  'nobody', 'our account', 'our account in capitals', 'our client', 'another client of ours', 'our domain', 'a look-alike', 'a contact', 'a contact’s client', 'no address', 'an empty address',
] as const;
export type Sender = (typeof SENDERS)[number];

/** Prepared addresses; the last two are accounts one signs in to. */
export const PEOPLE = ['mary@im.example', 'ann@im.example', 'eve@far.example', 'joe@far.example', 'gate.example', 'anne@im.example', 'george@im.example'] as const;
export type Person = (typeof PEOPLE)[number];

/** An address as it may be written. */
export interface Written {
  readonly person: Person;
  readonly capitals: boolean;
  /** `''` for none. */
  readonly resource: string;
}

/** A roster item as it may come; attributes left out are `undefined`. */
export interface ItemEvent {
  readonly jid: Written;
  readonly name: string | undefined;
  readonly subscription: string | undefined;
  readonly ask: string | undefined;
  readonly approved: string | undefined;
  readonly groups: readonly string[];
}

export interface PushEvent {
  readonly kind: 'push';
  readonly from: Sender;
  readonly ver: string | undefined;
  /** `item`: as it should be; everything else makes no sense. */
  readonly shape: 'item' | 'no item' | 'two items' | 'no address' | 'bad address' | 'foreign item' | 'item and more';
  readonly item: ItemEvent;
}

export interface PresenceEvent {
  readonly kind: 'presence';
  /** `undefined`: our own account (RFC 6120 §8.1.2.1). */
  readonly from: Written | undefined;
  readonly type: string | undefined;
  readonly show: string | undefined;
  readonly status: string | undefined;
  readonly priority: string | undefined;
  readonly stamp: string | undefined;
  readonly nick: string | undefined;
  readonly condition: string | undefined;
}

export interface BlockEvent {
  readonly kind: 'block';
  readonly from: Sender;
  readonly verb: 'block' | 'unblock';
  readonly jids: readonly string[];
}

export interface BeginEvent {
  readonly kind: 'begin';
  readonly account: Person;
  readonly roster: readonly ItemEvent[] | 'refused' | 'unchanged';
  readonly ver: string | undefined;
  /** What comes between the question for the roster and its answer. */
  readonly early: readonly (PushEvent | PresenceEvent | BlockEvent)[];
  readonly forgedRoster: boolean;
  readonly blocked: readonly string[];
}

export type ModelEvent =
  | PushEvent | PresenceEvent | BlockEvent | BeginEvent
  | { readonly kind: 'echo' }
  | { readonly kind: 'lose' }
  | { readonly kind: 'pass'; readonly ms: number }
  | { readonly kind: 'choose'; readonly type: 'available' | 'unavailable' };

const one = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);

const NAMES = ['Mary', '', '  ', '\u200b\u3164', '<b>Mary</b>', '__proto__', '\u202eyraM', 'Mary & "Ann"'];
const GROUPS = ['Friends', 'friends', 'Work', '', ' Work', '__proto__', 'toString', '"] , *{display:none} [a="', 'No group'];
const RESOURCES = ['', '', 'desk', 'phone', '__proto__', 'Desk'];
/** Bare, full and domain entries; the model knows them by the text. */
const BLOCKABLE = ['mary@im.example', 'eve@far.example', 'far.example', 'gate.example', 'joe@far.example/desk'];

const version = one(undefined, undefined, '1', '2', '', '<&">');

function writtenOf(cast: readonly Person[]): fc.Arbitrary<Written> {
  return fc.record({ person: one(...cast), capitals: fc.boolean(), resource: one(...RESOURCES) });
}

function itemOf(cast: readonly Person[]): fc.Arbitrary<ItemEvent> {
  return fc.record({
    jid: writtenOf(cast),
    name: one(undefined, ...NAMES),
    subscription: one<string | undefined>(undefined, 'none', 'to', 'from', 'both', 'both', 'to', 'remove', 'friends', ''),
    ask: one(undefined, undefined, 'subscribe', 'subscribe', 'unsubscribe', ''),
    approved: one(undefined, 'true', '1', 'false', '0', 'yes'),
    groups: fc.array(one(...GROUPS), { maxLength: 4 }),
  });
}

const sender = fc.oneof({ weight: 3, arbitrary: one<Sender>('nobody', 'our account', 'our account in capitals') }, { weight: 1, arbitrary: one<Sender>(...SENDERS) });

function pushOf(cast: readonly Person[]): fc.Arbitrary<PushEvent> {
  const nonsense = one<PushEvent['shape']>('no item', 'two items', 'no address', 'bad address', 'foreign item', 'item and more');
  return fc.record({
    kind: fc.constant('push' as const),
    from: sender,
    ver: version,
    shape: fc.oneof({ weight: 6, arbitrary: fc.constant('item' as const) }, { weight: 1, arbitrary: nonsense }),
    item: itemOf(cast),
  });
}

function presenceOf(cast: readonly Person[]): fc.Arbitrary<PresenceEvent> {
  return fc.record({
    kind: fc.constant('presence' as const),
    from: fc.option(writtenOf(cast), { nil: undefined, freq: 12 }),
    type: fc.oneof(
      { weight: 3, arbitrary: one<string | undefined>(undefined, 'unavailable') },
      { weight: 2, arbitrary: one<string | undefined>('available', 'error', 'error', 'probe', 'subscribe', 'subscribed', 'unsubscribe', 'unsubscribed', 'online', '') },
    ),
    show: one(undefined, undefined, 'chat', 'away', 'xa', 'dnd', ' dnd\n', 'brb', ''),
    status: one(undefined, undefined, 'On the meeting…', ' spaced ', '', '  ', '<script>'),
    priority: one(undefined, undefined, '0', '5', '9', '10', '-1', '127', '999', '-300', '+7', ' 7 ', '1.5', 'x', ''),
    stamp: one(undefined, undefined, '2026-03-01T17:00:00Z', '2026-03-01T19:00:00+02:00', '9999-12-31T23:59:59Z', '2026-03-01T17:00:00', '-0001-01-01T00:00:00Z', '2026-13-41T00:00:00Z', 'soon'),
    nick: one(undefined, undefined, undefined, 'Mary B.', ' ', '__proto__'),
    condition: one(undefined, 'remote-server-not-found', 'not-allowed'),
  });
}

const block: fc.Arbitrary<BlockEvent> = fc.record({
  kind: fc.constant('block' as const),
  from: sender,
  verb: one('block' as const, 'unblock' as const),
  jids: fc.uniqueArray(one(...BLOCKABLE), { maxLength: 3 }),
});

function beginOf(cast: readonly Person[]): fc.Arbitrary<BeginEvent> {
  return fc.record({
    kind: fc.constant('begin' as const),
    account: fc.oneof({ weight: 5, arbitrary: fc.constant<Person>('george@im.example') }, { weight: 1, arbitrary: fc.constant<Person>('anne@im.example') }),
    roster: fc.oneof({ weight: 3, arbitrary: fc.array(itemOf(cast), { maxLength: 6 }) }, { weight: 1, arbitrary: one('refused' as const, 'unchanged' as const, 'unchanged' as const) }),
    ver: version,
    early: fc.array(fc.oneof(pushOf(cast), presenceOf(cast), block), { maxLength: 3 }),
    forgedRoster: fc.boolean(),
    blocked: fc.uniqueArray(one(...BLOCKABLE), { maxLength: 2 }),
  });
}

function eventOf(cast: readonly Person[]): fc.Arbitrary<ModelEvent> {
  return fc.oneof(
    { weight: 12, arbitrary: pushOf(cast) },
    { weight: 18, arbitrary: presenceOf(cast) },
    { weight: 3, arbitrary: block },
    { weight: 5, arbitrary: beginOf(cast) },
    { weight: 3, arbitrary: fc.constant<ModelEvent>({ kind: 'lose' }) },
    { weight: 4, arbitrary: fc.constant<ModelEvent>({ kind: 'echo' }) },
    { weight: 4, arbitrary: one(500, 1_500, 2_000, 2_000).map<ModelEvent>((ms) => ({ kind: 'pass', ms })) },
    { weight: 4, arbitrary: one('available' as const, 'unavailable' as const).map<ModelEvent>((type) => ({ kind: 'choose', type })) },
  );
}

/** Any sequence, about few people, so that one thing has to do with the other; it begins with a session. */
export const history: fc.Arbitrary<ModelEvent[]> = fc
  .oneof(fc.constant(PEOPLE), fc.uniqueArray(one(...PEOPLE), { minLength: 1, maxLength: 2 }))
  .chain((cast) => fc.tuple(beginOf(cast), fc.array(eventOf(cast), { minLength: 1, maxLength: 40 })))
  .map(([first, rest]) => [first, ...rest]);
