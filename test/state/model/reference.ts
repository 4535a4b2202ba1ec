// RFC 6121 and XEP-0191 as plainly as they can be said: slow, without cleverness, and sharing no code with the product.
import { PEOPLE, type BeginEvent, type BlockEvent, type ItemEvent, type ModelEvent, type Person, type PresenceEvent, type PushEvent, type Sender } from './events.js';
import { availabilityNow, NOBODY, type Seen } from './seen.js';
import { readPriority, readShow, readStamp, readText } from './values.js';
import { byText, type ItemView, type View } from './view.js';

const MAY_PUSH: readonly Sender[] = ['nobody', 'our account', 'our account in capitals'];
const SETTLE_MS = 2_000;
/** Of the names that come. */
const INVISIBLE = ['  ', '\u200b\u3164'];

export class Reference {
  account: Person | undefined;
  /** The version the next session will ask with. */
  ver = '';
  /** How many pushes were to be acknowledged so far. */
  acknowledgements = 0;
  #online = false;
  #available = true;
  #settlesAt: number | undefined;
  #items = new Map<string, ItemView>();
  #seen = new Map<string, Seen>();
  #requests: { jid: string; nick: string | undefined; status: string | undefined }[] = [];
  #blocked: string[] = [];
  #nicks = new Map<string, string>();
  #errors = new Map<string, string>();

  constructor(public now: number) {}

  get online(): boolean {
    return this.#online;
  }

  apply(event: ModelEvent): void {
    if (event.kind === 'pass') this.now += event.ms;
    else if (event.kind === 'choose') this.#choose(event.type === 'available');
    else if (event.kind === 'begin') this.#begin(event);
    else if (!this.#online) return;
    else if (event.kind === 'push') this.#push(event);
    else if (event.kind === 'presence') this.#presence(event);
    else if (event.kind === 'block') this.#block(event);
    else if (event.kind === 'echo') this.#echo();
    else this.#lose();
  }

  view(): View {
    const contacts = [...this.#items.keys()].filter((jid) => jid !== this.account).sort();
    const groups = new Map<string, string[]>();
    for (const jid of contacts) {
      const own = this.#items.get(jid)?.groups ?? [];
      for (const group of own.length > 0 ? own : ['']) groups.set(group, [...(groups.get(group) ?? []), jid]);
    }
    return {
      people: Object.fromEntries(PEOPLE.filter((jid) => jid !== this.account).map((jid) => [jid, this.#person(jid)])),
      contacts,
      groups: [...groups].map(([name, members]) => [name, ...members]).sort(byText),
      requests: this.#requests.map((request) => ({ ...request })),
      blocked: [...this.#blocked].sort(),
      own: this.account ? (this.#seen.get(this.account) ?? NOBODY).resources : [],
    };
  }

  #person(jid: string): View['people'][string] {
    const item = this.#items.get(jid);
    const seen = this.#seen.get(jid);
    const isSettled = this.#settlesAt !== undefined && this.now >= this.#settlesAt && domain(jid) === domain(this.account ?? '');
    const blindness = this.#online ? (this.#available ? undefined : 'own-unavailable') : 'disconnected';
    const best = seen?.resources[0];
    return {
      ...availabilityNow({ seen, blindness, blocked: this.#blocks(jid), subscribed: sees(item), isSettled }),
      name: item?.name && !INVISIBLE.includes(item.name) ? item.name : jid,
      item,
      status: best ? best[2] : seen?.lastWords,
      lastSeen: best ? undefined : seen?.lastSeen,
      resources: seen?.resources ?? [],
      nick: this.#nicks.get(jid),
      requested: this.#requests.some((request) => request.jid === jid),
      requestError: this.#errors.get(jid),
      blocked: this.#blocks(jid),
    };
  }

  #begin({ account, early, roster, ver, blocked }: BeginEvent): void {
    if (this.#online) return;
    if (account !== this.account) this.#becomeAccount(account);
    this.#online = true;
    for (const event of early) this.apply(event);
    if (roster !== 'unchanged') {
      const items = roster === 'refused' ? [] : roster;
      this.#items = new Map(items.map((item) => [item.jid.person, readItem(item)]));
      this.ver = roster === 'refused' ? '' : (ver ?? '');
      this.#dropErrors();
    }
    if (!this.#available) this.#seen.clear();
    this.#blocked = [...blocked];
    this.#voidBlocked(blocked);
  }

  #becomeAccount(account: Person): void {
    if (this.account !== undefined) this.#available = true;
    this.account = account;
    this.ver = '';
    for (const map of [this.#items, this.#seen, this.#nicks, this.#errors]) map.clear();
  }

  /** Nothing of a session is true after it; what the server does not tell again stays: the roster, names, failures. */
  #lose(): void {
    this.#online = false;
    this.#settlesAt = undefined;
    this.#seen.clear();
    this.#requests = [];
    this.#blocked = [];
  }

  #choose(available: boolean): void {
    this.#available = available;
    if (available || !this.#online) return;
    this.#seen.clear();
    this.#settlesAt = undefined;
  }

  #echo(): void {
    const own: PresenceEvent = {
      kind: 'presence', from: { person: this.account ?? 'george@im.example', capitals: false, resource: 'office' },
      type: undefined, show: undefined, status: undefined, priority: undefined, stamp: undefined, nick: undefined, condition: undefined,
    };
    this.#presence(own);
    if (this.#available) this.#settlesAt ??= this.now + SETTLE_MS;
  }

  #push({ from, shape, item, ver }: PushEvent): void {
    if (!MAY_PUSH.includes(from)) return;
    this.acknowledgements++;
    if (shape !== 'item') return;
    const jid = item.jid.person;
    const before = this.#items.get(jid);
    const after = item.subscription === 'remove' ? undefined : readItem(item);
    if (after) this.#items.set(jid, after);
    else this.#items.delete(jid);
    this.ver = ver ?? this.ver;
    this.#dropErrors();
    if (after?.subscription === 'from' || after?.subscription === 'both') this.#settle(jid);
    if (jid === this.account) return;
    // With the subscription ends what it told us; with a new one ends what was no presence, but an acknowledgement.
    const isVoid = !after || (sees(before) && !sees(after)) || (!sees(before) && sees(after) && !this.#seen.get(jid)?.resources.length);
    if (isVoid) this.#seen.delete(jid);
  }

  #presence(event: PresenceEvent): void {
    const jid = event.from?.person ?? this.account ?? '';
    const type = event.type ?? 'available';
    const nick = readText(event.nick);
    if (type === 'available' || type === 'unavailable') {
      if (!this.#available && jid !== this.account) return;
      this.#seen.set(jid, this.#afterPresence(jid, event));
      if (nick) this.#nicks.set(jid, nick);
    } else if (jid === this.account) {
      return;
    } else if (type === 'subscribe') {
      const request = { jid, nick, status: readText(event.status) };
      const at = this.#requests.findIndex((one) => one.jid === jid);
      if (at < 0) this.#requests.push(request);
      else this.#requests[at] = request;
      if (nick) this.#nicks.set(jid, nick);
    } else if (type === 'unsubscribe') {
      this.#settle(jid);
    } else if (type === 'error' && this.#items.get(jid)?.ask) {
      this.#errors.set(jid, event.condition ?? 'undefined-condition');
    }
  }

  #afterPresence(jid: string, { from, type, show, status, priority, stamp }: PresenceEvent): Seen {
    const before = this.#seen.get(jid) ?? NOBODY;
    const resource = from?.resource ?? '';
    const others = before.resources.filter(([other]) => other !== resource);
    const words = readText(status);
    if (type !== 'unavailable') return { resources: best([[resource, readShow(show), words, readPriority(priority)], ...others]), lastSeen: undefined, lastWords: undefined };
    if (resource !== '' && others.length > 0) return { ...before, resources: others };
    const went = before.resources.length > 0;
    const stamped = readStamp(stamp, this.now);
    return { resources: [], lastSeen: stamped ?? (went ? this.now : before.lastSeen), lastWords: words ?? (went ? undefined : before.lastWords) };
  }

  #block({ from, verb, jids }: BlockEvent): void {
    if (!MAY_PUSH.includes(from)) return;
    this.acknowledgements++;
    const concerned = verb === 'unblock' && jids.length === 0 ? this.#blocked : jids;
    const others = this.#blocked.filter((jid) => !concerned.includes(jid));
    // A block of nobody makes no sense (XEP-0191 §3.3).
    this.#blocked = verb === 'block' ? [...others, ...jids] : others;
    this.#voidBlocked(concerned.map((jid) => jid.replace(/\/.*/, '')));
  }

  #blocks(jid: string): boolean {
    return this.#blocked.includes(jid) || this.#blocked.includes(domain(jid));
  }

  /** Nothing of theirs reaches us: neither that they go, nor their request once more. */
  #voidBlocked(concerned: readonly string[]): void {
    for (const jid of PEOPLE) {
      if (jid === this.account || !this.#blocks(jid) || !(concerned.includes(jid) || concerned.includes(domain(jid)))) continue;
      this.#seen.delete(jid);
      this.#settle(jid);
    }
  }

  #settle(jid: string): void {
    this.#requests = this.#requests.filter((request) => request.jid !== jid);
  }

  /** A request that is no longer pending cannot have failed. */
  #dropErrors(): void {
    for (const jid of [...this.#errors.keys()]) if (!this.#items.get(jid)?.ask) this.#errors.delete(jid);
  }
}

function domain(jid: string): string {
  return jid.split('@').at(-1) ?? '';
}

function sees(item: ItemView | undefined): boolean {
  return item?.subscription === 'to' || item?.subscription === 'both';
}

function readItem({ name, subscription, ask, approved, groups }: ItemEvent): ItemView {
  return {
    name: name === '' ? undefined : name,
    subscription: subscription !== undefined && ['to', 'from', 'both'].includes(subscription) ? subscription : 'none',
    ask: ask === 'subscribe',
    approved: approved === 'true' || approved === '1',
    groups: [...new Set(groups)].filter((group) => group !== '').sort(),
  };
}

/** The highest priority, then the most available, then the newest: the first is. */
function best(resources: Seen['resources'][number][]): Seen['resources'] {
  const shows = ['chat', undefined, 'away', 'xa', 'dnd'];
  const left = [...resources];
  const sorted: Seen['resources'][number][] = [];
  while (left.length > 0) {
    const top = left.reduce((a, b) => (b[3] > a[3] || (b[3] === a[3] && shows.indexOf(b[1]) < shows.indexOf(a[1])) ? b : a));
    sorted.push(top);
    left.splice(left.indexOf(top), 1);
  }
  return sorted;
}
