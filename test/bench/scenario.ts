import { seededRandom, type Random } from '../../demo/server/random.js';

export const DOMAIN = 'bench.example';
export const OWN_JID = `bench@${DOMAIN}/page`;

export interface Sizes {
  readonly contacts: number;
  readonly groups: number;
  readonly presences: number;
  readonly changes: number;
}

/** A large company at nine in the morning, then its ordinary bustle for ten seconds. */
export const FULL_SIZE: Sizes = { contacts: 5000, groups: 60, presences: 3500, changes: 1000 };

/** One frame that the server sends, and the end of a phase: what a page must show once it has taken everything in. */
export interface Milestone {
  /** The contact that the phase's last presence is about: first in the first group, so that it is on screen. */
  readonly jid: string;
  /** The words of that presence, said by nobody else. */
  readonly status: string;
  /** By group, '' for none: how many of how many are online. */
  readonly counts: Readonly<Record<string, readonly [online: number, total: number]>>;
  /** How many contacts have been spoken of so far. */
  readonly known: number;
}

/** What a page is told of the scenario, to recognise its milestones. */
export interface Expectation {
  readonly domain: string;
  readonly contacts: number;
  readonly presences: number;
  readonly changes: number;
  readonly burst: Milestone;
  readonly end: Milestone;
}

/** Everything that is sent, as it goes over the wire; the same for every page and every run. */
export interface Scenario {
  readonly sizes: Sizes;
  /** The children of the roster result's `<query/>`. */
  readonly rosterItems: string;
  /** Our own presence coming back, then everybody's. */
  readonly presences: readonly string[];
  readonly changes: readonly string[];
  readonly expectation: Expectation;
}

interface Person {
  readonly jid: string;
  readonly name: string;
  readonly groups: readonly string[];
}

type Choice = readonly [string, ...string[]];

const FIRST: Choice = ['Bea', 'Carl', 'Dora', 'Emil', 'Fay', 'Gus', 'Hana', 'Ivo', 'Jana', 'Karim', 'Lena', 'Mara', 'Nils', 'Olga', 'Pia', 'Quin', 'Rosa', 'Sven', 'Tara', 'Uwe', 'Vera', 'Wim', 'Yara', 'Zoe', 'Zoë', 'Søren'];
const LAST: Choice = ['Bauer', 'Costa', 'Dvořák', 'Eriksen', 'Fischer', 'García', 'Hansen', 'Ito', 'Jensen', 'Kovač', 'Lang', 'Moreau', 'Novak', 'Okafor', 'Petrov', 'Quist', 'Rossi', 'Silva', 'Tanaka', 'Ullman', 'Vogel', 'Weber', 'Young', 'Zhang', 'O’Neill', 'Smith & Sons'];
const TEAMS: Choice = ['Accounting', 'Board', 'Canteen', 'Design', 'Engineering', 'Facilities', 'Human Resources', 'Legal', 'Marketing', 'Sales', 'Support', 'Warehouse'];
const PLACES: Choice = ['Amsterdam', 'Berlin', 'Copenhagen', 'Dublin', 'Esbjerg', 'Florence', 'Graz', 'Hamburg'];
const SHOWS: Choice = ['', '', '', '', '', '', 'away', 'away', 'xa', 'dnd', 'dnd', 'chat'];
const STATUSES: Choice = ['', '', '', 'In a meeting', 'Working from home', 'Lunch until one', 'On the phone', 'Back on Monday', 'At the coffee machine', 'Ask me about <Q3> & Q4', 'Büro 4.12', 'Travelling – slow to answer'];
const RESOURCES: Choice = ['desktop', 'laptop.4f21', 'phone', 'web-9c1'];
const CAPS = "<c xmlns='http://jabber.org/protocol/caps' hash='sha-1' node='https://client.example' ver='q07IKJEyjvHSyhy//CH0CxmKi8w='/>";

/** Writes the whole scenario down. The same seed gives the same stanzas. */
export function writeScenario(sizes: Sizes = FULL_SIZE, seed = 20): Scenario {
  const random = seededRandom(seed);
  const people = hire(sizes, random);
  const world = new World(people);
  const presences = burst(people, sizes.presences, world, random);
  const afterBurst = world.milestone('Burst is through');
  const changes = bustle(people, sizes.changes, world, random);
  const end = world.milestone('All changes are in');
  return {
    sizes,
    rosterItems: people.map(rosterItem).join(''),
    presences: [`<presence xmlns='jabber:client' from='${OWN_JID}' to='${OWN_JID}'/>`, ...presences],
    changes,
    expectation: { domain: DOMAIN, contacts: people.length, presences: sizes.presences, changes: sizes.changes, burst: afterBurst, end },
  };
}

/** The first is the one who speaks last: alone in being called so, and in the first group only. */
function hire({ contacts, groups }: Sizes, random: Random): Person[] {
  const names = groupNames(groups);
  const people: Person[] = [{ jid: `aada.aalto@${DOMAIN}`, name: 'Aada Aalto', groups: [names[0]] }];
  while (people.length < contacts) {
    const [first, last] = [random.pick(FIRST), random.pick(LAST)];
    const jid = `${first}.${last}.${people.length}@${DOMAIN}`.toLowerCase().normalize('NFD').replace(/[^a-z0-9.@]/g, '');
    people.push({ jid, name: `${first} ${last}`, groups: memberships(names, random) });
  }
  return people;
}

function groupNames(count: number): [string, ...string[]] {
  const all = TEAMS.flatMap((team) => PLACES.map((place) => `${team} ${place}`));
  // Spread over teams and places, and the alphabetically first one among them.
  const chosen = all.filter((_, index) => Math.floor((index * count) / all.length) !== Math.floor(((index - 1) * count) / all.length));
  return [chosen[0] ?? 'All', ...chosen.slice(1)];
}

/** Most are in one group, every tenth in two, one in fifty in none. */
function memberships(names: Choice, random: Random): string[] {
  if (random.chance(0.02)) return [];
  return [...new Set(random.chance(0.1) ? [random.pick(names), random.pick(names)] : [random.pick(names)])];
}

function rosterItem({ jid, name, groups }: Person): string {
  const inside = groups.map((group) => `<group>${escape(group)}</group>`).join('');
  return `<item jid='${jid}' name='${escape(name)}' subscription='both'>${inside}</item>`;
}

/** One presence for most people; some are offline since a while, some have a second client. */
function burst(people: readonly Person[], count: number, world: World, random: Random): string[] {
  const speakers = shuffled(people.slice(1), random);
  const firsts = Math.min(speakers.length, Math.floor(count * 0.93));
  const stanzas: string[] = [];
  while (stanzas.length < count - 1) {
    const index = stanzas.length;
    const person = speakers[index < firsts ? index : Math.floor(random.next() * firsts)];
    if (!person) break;
    stanzas.push(index < firsts && random.chance(0.06) ? world.lastSeen(person, random) : world.arrive(person, random));
  }
  return [...stanzas, world.speakLast('Burst is through')];
}

/** People change their words, come and go. */
function bustle(people: readonly Person[], count: number, world: World, random: Random): string[] {
  const stanzas: string[] = [];
  while (stanzas.length < count - 1) {
    const person = people[1 + Math.floor(random.next() * (people.length - 1))];
    if (!person) break;
    stanzas.push(world.isOnline(person) && random.chance(0.35) ? world.leave(person) : world.arrive(person, random));
  }
  return [...stanzas, world.speakLast('All changes are in')];
}

/** Writes stanzas and keeps account of who is online through them: what the pages are checked against. */
class World {
  readonly #online = new Map<string, Set<string>>();

  constructor(private readonly people: readonly Person[]) {}

  isOnline({ jid }: Person): boolean {
    return (this.#online.get(jid)?.size ?? 0) > 0;
  }

  arrive(person: Person, random: Random): string {
    const [resource, show, status] = [random.pick(RESOURCES), random.pick(SHOWS), random.pick(STATUSES)];
    const priority = random.chance(0.3) ? Math.floor(random.between(0, 50)) : 0;
    return this.#available(person, resource, [tag('show', show), tag('status', status), priority > 0 ? tag('priority', String(priority)) : '', CAPS]);
  }

  /** All of a person's clients go one after another; the stanza that says so comes from the bare address (RFC 6121 §4.5.4). */
  leave({ jid }: Person): string {
    this.#online.set(jid, new Set());
    return `<presence xmlns='jabber:client' from='${jid}' to='${OWN_JID}' type='unavailable'/>`;
  }

  /** What a server answers to a probe of somebody who is not there (RFC 6121 §4.3.2, XEP-0203). */
  lastSeen({ jid }: Person, random: Random): string {
    this.#online.set(jid, new Set());
    const stamp = new Date(Date.UTC(2025, 9, 1) + Math.floor(random.next() * 40 * 24 * 3600) * 1000).toISOString().replace('.000', '');
    return `<presence xmlns='jabber:client' from='${jid}' to='${OWN_JID}' type='unavailable'><delay xmlns='urn:xmpp:delay' from='${DOMAIN}' stamp='${stamp}'/></presence>`;
  }

  speakLast(status: string): string {
    const [person] = this.people;
    return person ? this.#available(person, 'desktop', [tag('status', status), CAPS]) : '';
  }

  milestone(status: string): Milestone {
    const counts: Record<string, [number, number]> = {};
    for (const person of this.people) {
      for (const group of person.groups.length > 0 ? person.groups : ['']) {
        const count = (counts[group] ??= [0, 0]);
        count[0] += this.isOnline(person) ? 1 : 0;
        count[1] += 1;
      }
    }
    return { jid: this.people[0]?.jid ?? '', status, counts, known: this.#online.size };
  }

  #available({ jid }: Person, resource: string, payload: readonly string[]): string {
    const resources = this.#online.get(jid) ?? new Set();
    this.#online.set(jid, resources.add(resource));
    return `<presence xmlns='jabber:client' from='${jid}/${resource}' to='${OWN_JID}'>${payload.join('')}</presence>`;
  }
}

function shuffled<T>(items: readonly T[], random: Random): T[] {
  const keyed = items.map((item) => ({ item, key: random.next() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}

function tag(name: string, text: string): string {
  return text === '' ? '' : `<${name}>${escape(text)}</${name}>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll("'", '&apos;');
}
