import '../../src/elements/xmpp-add-contact/xmpp-add-contact.js';
import '../../src/elements/xmpp-connection/xmpp-connection.js';
import '../../src/elements/xmpp-contact-card/xmpp-contact-card.js';
import '../../src/elements/xmpp-presence-badge/xmpp-presence-badge.js';
import '../../src/elements/xmpp-roster/xmpp-roster.js';
import '../../src/elements/xmpp-sign-in/xmpp-sign-in.js';
import '../../src/elements/xmpp-status-picker/xmpp-status-picker.js';
import '../../src/elements/xmpp-subscription-requests/xmpp-subscription-requests.js';
import { words } from '../../src/elements/messages/messages.js';
import type { ConnectionFailure } from '../../src/protocol/stream.js';
import { CLIENT_NS, element as xml } from '../../src/protocol/xml.js';
import { MockAccount, type Item } from '../support/browser/mock-account.js';
import { canBlock } from '../support/browser/mock-blocking.js';
import { firstOf, refusalOf, toXml, type Responder } from '../support/browser/mock-stream.js';
import { settled, until } from '../support/browser/waiting.js';

/** One element in one state, on the page. Every name and address is Greek, so that no Latin letter is anybody's but ours. */
export interface Scene {
  readonly element: Shown;
  remove(): void;
}

type Tag = 'xmpp-add-contact' | 'xmpp-contact-card' | 'xmpp-presence-badge' | 'xmpp-roster' | 'xmpp-sign-in' | 'xmpp-status-picker' | 'xmpp-subscription-requests' | 'xmpp-connection';
type Shown = HTMLElementTagNameMap[Tag];

const at = (name: string): string => `${name}@γραφείο.δοκιμή`;
const own = `${at('γιώργος')}/1`;

export const people: readonly Item[] = [
  { jid: at('άννα'), name: 'Άννα Λη', groups: ['Φίλοι', 'Δουλειά'] },
  { jid: at('μαρία'), name: 'Μαρία', groups: ['Δουλειά'] },
  { jid: at('νίκος'), name: 'Νίκος', groups: ['Δουλειά'] },
  { jid: at('πέτρος'), name: 'Πέτρος', groups: ['Δουλειά'] },
  { jid: at('σοφία'), name: 'Σοφία', groups: ['Φίλοι'], subscription: 'none', ask: 'subscribe' },
  { jid: at('ελένη'), name: 'Ελένη', groups: ['Φίλοι'], subscription: 'to' },
  { jid: at('δημήτρης'), name: 'Δημήτρης', groups: ['Φίλοι'], subscription: 'from' },
  { jid: at('κώστας'), subscription: 'none' },
];

/** What a server does of itself. */
const refuseAll: Responder = (stanza) => (stanza.attrs.type === 'set' ? refusalOf(stanza, 'not-allowed') : undefined);

interface Made<Kind extends Tag> extends Scene {
  readonly element: HTMLElementTagNameMap[Kind];
  readonly account: MockAccount;
  readonly part: (selector: string) => HTMLElement;
  readonly press: (selector: string) => Promise<void>;
}

async function make<Kind extends Tag>(tag: Kind, properties: object = {}, contacts: readonly Item[] | 'offline' = people, also: Responder = () => undefined): Promise<Made<Kind>> {
  const account = new MockAccount(own);
  const box = account.provider();
  const element = document.createElement(tag);
  Object.assign(element, properties);
  box.append(element);
  document.body.append(box);
  if (contacts !== 'offline') await account.comeOnline(contacts, undefined, firstOf(canBlock, also));
  await settled(element);
  const part = (selector: string): HTMLElement => {
    const found = element.shadowRoot?.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`${tag} shows no ${selector}`);
    return found;
  };
  const press = async (selector: string): Promise<void> => {
    part(selector).click();
    await settled(element);
  };
  return { element, account, part, press, remove: () => box.remove() };
}

async function type({ element, part }: Made<Tag>, field: string, text: string): Promise<void> {
  const input = part(field) as HTMLInputElement;
  input.focus();
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertFromPaste' }));
  await settled(element);
}

function everybodyHere({ account }: Made<Tag>): void {
  const shows = [{}, { show: 'dnd', status: 'Σύσκεψη' }, { show: 'away', idleSince: '2020-01-06T12:00:00Z' }];
  shows.forEach((show, index) => account.presence(`${people[index]?.jid}/2`, show));
  account.presence(at('πέτρος'), { type: 'unavailable', status: 'Γεια', stamp: '2020-01-06T12:00:00Z' });
}

function asks({ account }: Made<Tag>, jid: string, nick?: string, status?: string): void {
  const claim = nick === undefined ? undefined : xml('nick', { xmlns: 'http://jabber.org/protocol/nick' }, nick);
  account.stream.receive(toXml(xml('presence', { xmlns: CLIENT_NS, type: 'subscribe', from: jid }, status === undefined ? undefined : xml('status', {}, status), claim)));
}

async function roster(prepare: (scene: Made<'xmpp-roster'>) => unknown = () => undefined, ...rest: [object?, (readonly Item[] | 'offline')?, Responder?]): Promise<Scene> {
  const scene = await make('xmpp-roster', ...rest);
  scene.element.style.blockSize = '40rem';
  everybodyHere(scene);
  await settled(scene.element);
  await prepare(scene);
  await settled(scene.element);
  return scene;
}

async function card(jid: string, prepare: (scene: Made<'xmpp-contact-card'>) => unknown = () => undefined, ...rest: [(readonly Item[] | 'offline')?, Responder?]): Promise<Scene> {
  const scene = await make('xmpp-contact-card', { jid }, ...rest);
  if (rest[0] !== 'offline') everybodyHere(scene);
  await prepare(scene);
  await settled(scene.element);
  return scene;
}

async function picker(prepare: (scene: Made<'xmpp-status-picker'>) => unknown, contacts?: readonly Item[] | 'offline'): Promise<Scene> {
  const scene = await make('xmpp-status-picker', {}, contacts);
  await prepare(scene);
  await settled(scene.element);
  return scene;
}

async function form(prepare: (scene: Made<'xmpp-add-contact'>) => unknown, ...rest: [(readonly Item[] | 'offline')?, Responder?]): Promise<Scene> {
  const scene = await make('xmpp-add-contact', {}, ...rest);
  await prepare(scene);
  await settled(scene.element);
  return scene;
}

async function requests(prepare: (scene: Made<'xmpp-subscription-requests'>) => unknown, also?: Responder): Promise<Scene> {
  const scene = await make('xmpp-subscription-requests', {}, people, also);
  for (let index = 0; index < 12; index++) asks(scene, at(`ξένος${index}`), `Ξένος ${index}`, 'Γεια σου');
  asks(scene, at('ελένη'));
  await settled(scene.element);
  await prepare(scene);
  await settled(scene.element);
  return scene;
}

/** As after typing something that then fails like that. */
async function signIn(failure?: ConnectionFailure): Promise<Scene> {
  const scene = await make('xmpp-sign-in', {}, 'offline');
  if (failure) {
    await scene.account.session.signIn.submit({ jid: at('γιώργος'), password: '1' });
    scene.account.stream.lose(failure);
  }
  await settled(scene.element);
  return scene;
}

async function connection(failure: object): Promise<Scene> {
  const element = document.createElement('xmpp-connection');
  document.body.append(element);
  // What a session tells of its stream.
  Object.defineProperty(element.session, 'failure', { value: failure });
  Object.assign(element, { failure, status: 'final' in failure && failure.final ? 'offline' : 'reconnecting' });
  await settled(element);
  return { element, remove: () => element.remove() };
}

async function badge(properties: object, contacts?: readonly Item[] | 'offline'): Promise<Scene> {
  const scene = await make('xmpp-presence-badge', properties, contacts);
  if (contacts !== 'offline') everybodyHere(scene);
  await settled(scene.element);
  return scene;
}

/** Opens the menu of the first row of that kind; `choose`: and takes that line of it. */
function menu(kind: 'contact' | 'group', choose?: () => string, also?: Responder, then: (scene: Made<'xmpp-roster'>) => unknown = () => undefined): Promise<Scene> {
  const open = async (scene: Made<'xmpp-roster'>): Promise<void> => {
    const isRightToLeft = document.documentElement.dir === 'rtl';
    const row = scene.part(`.row.${kind}:not(.ruler)`);
    const { left, right, top } = row.getBoundingClientRect();
    row.focus();
    row.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, composed: true, cancelable: true, clientX: isRightToLeft ? right - 100 : left + 100, clientY: top + 10 }));
    await settled(scene.element);
    const items = [...(scene.element.shadowRoot?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
    const chosen = choose && items.find((item) => item.textContent.trim() === choose());
    if (choose && !chosen) throw new Error(`There is no ${choose()} in the menu`);
    chosen?.click();
    await settled(scene.element);
    await then(scene);
  };
  return roster(open, {}, people, also);
}

/** Every element in each of its states. */
export const scenes: Readonly<Record<string, () => Promise<Scene>>> = {
  'badge of somebody who does not want to be disturbed': () => badge({ jid: at('μαρία') }),
  'badge of somebody last seen': () => badge({ jid: at('πέτρος') }),
  'badge of a stranger': () => badge({ jid: at('ξένος') }),
  'badge of nobody': () => badge({ jid: '' }),
  'badge without a connection': () => badge({ jid: at('μαρία') }, 'offline'),
  'badge that opens a card': () => badge({ jid: at('μαρία'), card: true }),
  'badge with an open card': async () => {
    const scene = (await badge({ jid: at('μαρία'), card: true })) as Made<'xmpp-presence-badge'>;
    await scene.press('.opener');
    return scene;
  },
  roster: () => roster(),
  'roster with nobody': () => roster(undefined, {}, []),
  'roster without a connection': () => roster(undefined, {}, 'offline'),
  'roster that reconnects': () => roster(({ account }) => account.stream.lose()),
  'roster of somebody who is offline': () => roster(({ account }) => account.goUnavailable()),
  'roster with a request': () => roster((scene) => asks(scene, at('ξένος'), 'Ξένος', 'Γεια σου')),
  'roster with an open card': () => roster((scene) => scene.press('.row.contact:not(.ruler)')),
  'roster in which somebody is sought': () => roster((scene) => type(scene, '.search', 'άν')),
  'roster in which nobody is found': () => roster((scene) => type(scene, '.search', 'ω')),
  'roster with its view options': () => roster((scene) => scene.press('.view-button')),
  'roster that shows only who is available': () => roster(async ({ press, element }) => {
    await press('.view-button');
    element.shadowRoot?.querySelectorAll<HTMLElement>('[part=view-item]')[2]?.click();
  }),
  'compact roster': () => roster(undefined, { density: 'compact' }),
  'roster with unread messages and locked groups': () => roster(undefined, { unread: new Map([[at('άννα'), 3], [at('μαρία'), 12_345]]), lockedGroups: ['Φίλοι'] }),
  'roster that is only read': () => roster(undefined, { readOnly: true }),
  'roster with a contact’s menu': () => menu('contact'),
  'roster with a group’s menu': () => menu('group'),
  'roster with a choice of groups': () => menu('contact', () => words().moving.menu.moveTo),
  'roster with a question': () => menu('contact', () => words().moving.menu.remove),
  'roster with a new name for a group': () => menu('group', () => words().moving.menu.renameGroup),
  'roster with a contact selected': () => menu('contact', () => words().moving.menu.select),
  'roster with a contact lifted': () => menu('contact', () => words().moving.menu.keyboard),
  'roster that says what did not work': () =>
    menu('contact', () => words().moving.menu.removeFrom('Δουλειά'), refuseAll, ({ element }) => until(() => element.shadowRoot?.querySelector('.toast, .error') != null, 'it is said')),
  'card of a contact': () => card(at('άννα')),
  'card of a contact last seen': () => card(at('πέτρος')),
  'card of somebody who was asked': () => card(at('σοφία')),
  'card of somebody who is seen': () => card(at('ελένη')),
  'card of somebody who sees us': () => card(at('δημήτρης')),
  'card of somebody without a name': () => card(at('κώστας')),
  'card of somebody with two devices': () => card(at('άννα'), ({ account }) => account.presence(`${at('άννα')}/3`, { show: 'xa', status: 'Στο τρένο', priority: -1 })),
  'card of a stranger who asks': () => card(at('ξένος'), (scene) => asks(scene, at('ξένος'), 'Ξένος', 'Γεια σου')),
  'card of oneself': () => card(at('γιώργος')),
  'card of nobody': () => card(''),
  'card of what is no address': () => card('@@'),
  'card without a connection': () => card(at('άννα'), undefined, 'offline'),
  'card that asks before removing': () => card(at('άννα'), ({ press }) => press('[data-opens=remove]')),
  'card that asks before blocking': () => card(at('άννα'), ({ press }) => press('[data-opens=block]')),
  'card after a refusal': () => card(at('άννα'), ({ press }) => press('.group input'), people, refuseAll),
  'picker': () => picker(() => undefined),
  'picker without a connection': () => picker(() => undefined, 'offline'),
  'picker that connects': () => picker(({ account }) => account.stream.connect(), 'offline'),
  'picker that reconnects': () => picker(({ account }) => account.stream.lose()),
  'open picker': () => picker(async ({ press, part }) => {
    await press('.opener');
    (part('details') as HTMLDetailsElement).open = true;
  }),
  'open picker without a connection': () => picker(async ({ press, account }) => {
    account.stream.lose({ kind: 'unreachable', final: true });
    await press('.opener');
  }),
  'form': () => form(() => undefined),
  'form without a connection': () => form(() => undefined, 'offline'),
  'form with what is no address': () => form((scene) => type(scene, '#address', 'λάθος')),
  'form with a server’s address': () => form((scene) => type(scene, '#address', 'γραφείο.δοκιμή')),
  'form with one’s own address': () => form((scene) => type(scene, '#address', at('γιώργος'))),
  'form with a device’s address': () => form((scene) => type(scene, '#address', `${at('νέος')}/4`)),
  'form with a contact’s address': () => form((scene) => type(scene, '#address', at('ελένη'))),
  'form with groups': () => form(async (scene) => {
    await type(scene, '#group', 'Νέα');
    scene.part('#group').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
    await settled(scene.element);
    await type(scene, '#group', 'Φ');
  }),
  'form after a refusal': () => form(async (scene) => {
    await type(scene, '#address', at('νέος'));
    await scene.press('.submit');
  }, people, refuseAll),
  'requests': () => requests(() => undefined),
  'requests after an answer': () => requests(({ press }) => press('.answers button')),
  'requests after a refusal': () => requests(({ press }) => press('.request:last-child .danger'), refuseAll),
  'sign-in': () => signIn(),
  'sign-in with nothing in it': async () => {
    const scene = (await signIn()) as Made<'xmpp-sign-in'>;
    await scene.press('button');
    return scene;
  },
  'sign-in that waits': async () => {
    const scene = (await signIn()) as Made<'xmpp-sign-in'>;
    await scene.account.session.signIn.submit({ jid: at('γιώργος'), password: '1' });
    await settled(scene.element);
    return scene;
  },
  'sign-in with a wrong password': () => signIn({ kind: 'authentication', condition: 'not-authorized', final: true }),
  'sign-in at a server that offers less than it used to': () => signIn({ kind: 'no-mechanism', condition: 'weaker', text: '1 → 0', final: true }),
  'sign-in at a server that is not there': () => signIn({ kind: 'unreachable', final: false }),
  'sign-in that is done, with the way out': async () => {
    const scene = (await signIn({ kind: 'timeout', final: false })) as Made<'xmpp-sign-in'>;
    await scene.account.comeOnline([]);
    await settled(scene.element);
    return scene;
  },
  'connection that failed': () => connection({ kind: 'authentication', condition: 'not-authorized', final: true }),
  'connection that the server ended': () => connection({ kind: 'stream-error', condition: 'conflict', final: true }),
  'connection that is being sought': () => connection({ kind: 'unreachable', final: false }),
};
