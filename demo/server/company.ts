import { DemoServer, type DemoServerOptions } from './server.js';
import type { ContactSeed } from './seeds.js';

export const COMPANY_DOMAIN = 'im.company.org';

/** Everybody's password. The demo server listens on loopback only. */
export const DEMO_PASSWORD = 'demo';

/** Nobody plays these: George and Mary are the demo's windows, and Aoife leaves George's request unanswered. */
export const NOT_PLAYED: readonly string[] = ['george', 'mary', 'aoife.kelly'];

/** Who shows a picture: most in their vCard (XEP-0153), some by publishing it (XEP-0084). The others are initials. */
export const PICTURES: ReadonlyMap<string, 'vcard' | 'avatar'> = new Map([
  ['stuart', 'vcard'], ['amelie.durand', 'vcard'], ['yuki.tanaka', 'avatar'], ['piotr.zielinski', 'vcard'], ['sofia.rossi', 'vcard'], ['liam.obrien', 'avatar'],
  ['garry.tech', 'vcard'], ['chloe.martin', 'vcard'], ['emeka.obi', 'avatar'], ['grace.liu', 'vcard'], ['zeynep.yilmaz', 'vcard'],
]);

/** Members come and go by the directory: moving somebody into or out of it is refused, so that the refusal can be seen. */
export const GOVERNED_GROUP = 'Board';

/** User name, the name George gave, George's groups. */
const GEORGES_COLLEAGUES: readonly (readonly [string, string, ...string[]])[] = [
  ['mary', 'Mary Okafor', 'Coworkers', 'Friends'],
  ['stuart', 'Stuart', 'Coworkers', 'Football'],
  ['patric', 'Patric Lindqvist', 'Coworkers'],
  ['amelie.durand', 'Amélie Durand', 'Coworkers'],
  ['kwame.mensah', 'Kwame Mensah', 'Coworkers'],
  ['yuki.tanaka', 'Yuki Tanaka', 'Coworkers', 'Design'],
  ['ines.carvalho', 'Inês Carvalho', 'Coworkers'],
  ['piotr.zielinski', 'Piotr Zieliński', 'Coworkers'],
  ['fatima.elamrani', 'Fatima El Amrani', 'Coworkers'],
  ['sofia.rossi', 'Sofia Rossi', 'Design'],
  ['liam.obrien', 'Liam O’Brien', 'Design', 'Football'],
  ['anjali.rao', 'Anjali Rao', 'Design'],
  ['noor.haddad', 'Noor Haddad', 'Design'],
  ['garry.tech', 'Garry (IT)', 'IT Support'],
  ['olena.kovalenko', 'Olena Kovalenko', 'IT Support'],
  ['tomas.novak', 'Tomáš Novák', 'IT Support'],
  ['potter', 'Potter', 'Friends'],
  ['chloe.martin', 'Chloé Martin', 'Friends'],
  ['mateo.garcia', 'Mateo García', 'Friends', 'Football'],
  ['hanna.virtanen', 'Hanna Virtanen', 'Friends'],
  ['emeka.obi', 'Emeka Obi', 'Football'],
  ['jonas.weber', 'Jonas Weber', 'Football'],
  ['dmitri.ivanov', 'Дмитрий Иванов', 'Football'],
  ['helena.strand', 'Helena Strand', GOVERNED_GROUP],
  ['rajiv.menon', 'Rajiv Menon', GOVERNED_GROUP],
  ['grace.liu', 'Grace Liu', GOVERNED_GROUP],
  ['bruno.keller', 'Bruno Keller'],
  ['zeynep.yilmaz', 'Zeynep Yılmaz'],
];

/** George's contacts that are not simply subscribed both ways. */
const GEORGES_OTHERS: readonly ContactSeed[] = [
  { jid: at('victor.hugo.silva'), name: 'Victor Hugo Silva', groups: ['Coworkers'], subscription: 'none' },
  { jid: at('li.wei'), name: 'Li Wei', groups: ['Design'], subscription: 'from' },
  { jid: at('aoife.kelly'), name: 'Aoife Kelly', groups: ['Friends'], subscription: 'none', ask: 'subscribe' },
];

const MARYS_CONTACTS: readonly (readonly [string, string, ...string[]])[] = [
  ['george', 'George', 'Office'],
  ['stuart', 'Stuart Hughes', 'Office'],
  ['sofia.rossi', 'Sofia', 'Office', 'Lunch'],
  ['yuki.tanaka', 'Yuki', 'Office', 'Lunch'],
  ['anjali.rao', 'Anjali Rao', 'Lunch'],
  ['garry.tech', 'Garry Technician', 'Help'],
  ['olena.kovalenko', 'Olena', 'Help'],
  ['chloe.martin', 'Chloé', 'Choir'],
  ['hanna.virtanen', 'Hanna', 'Choir'],
  ['grace.liu', 'Grace Liu'],
];

/** Who asks to see Mary's presence when the demo begins; he says yes when asked back. */
const ASKS_MARY = 'mateo.garcia';

const HOUR = 3_600_000;

/** How many hours ago some were there for the last time, and with which words they went. */
const LAST_SEEN: readonly (readonly [string, number, string?])[] = [
  ['rajiv.menon', 20, 'Flight to Lisbon'],
  ['hanna.virtanen', 75, 'On parental leave until May'],
  ['tomas.novak', 16],
  ['mary', 1],
];

/** The seeded company `im.company.org`. */
export function createCompanyServer(options: Omit<DemoServerOptions, 'domain'> = {}): DemoServer {
  const server = new DemoServer({ governedGroups: [GOVERNED_GROUP], ...options, domain: COMPANY_DOMAIN });
  for (const username of usernames()) server.addAccount(username, DEMO_PASSWORD);
  for (const contact of [...GEORGES_COLLEAGUES.map(colleague), ...GEORGES_OTHERS]) server.seedContact('george', contact);
  for (const contact of MARYS_CONTACTS.map(colleague)) server.seedContact('mary', contact);
  server.seedContact(ASKS_MARY, { jid: at('mary'), name: 'Mary', subscription: 'none', ask: 'subscribe' });
  for (const [username, hours, status] of LAST_SEEN) server.seedLastSeen(username, server.now() - hours * HOUR, status);
  return server;
}

function colleague([username, name, ...groups]: readonly [string, string, ...string[]]): ContactSeed {
  return { jid: at(username), name, groups, subscription: 'both' };
}

function usernames(): string[] {
  return ['george', ...GEORGES_COLLEAGUES.map(([username]) => username), ...GEORGES_OTHERS.map(({ jid }) => jid.replace(/@.*/, ''))];
}

export function at(username: string): string {
  return `${username}@${COMPANY_DOMAIN}`;
}
