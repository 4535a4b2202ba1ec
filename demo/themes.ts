import '../src/index.js';
import '../src/languages/ar.js';
import { connections } from './connections.js';
import { at, createCompanyServer, DEMO_PASSWORD } from './server/company.js';
import { webSocketFor } from './server/in-page.js';
import { type Mood, SimulatedPerson } from './server/simulated-person.js';
import { pictureOf } from './server/simulation.js';

const SERVICE = 'wss://im.company.org/xmpp-websocket';

/** Who is there, and how: the same at every visit, so that looks can be compared. */
const PRESENT: Readonly<Record<string, Mood>> = {
  stuart: { show: 'dnd', status: 'In a meeting until 3' },
  patric: { show: 'chat', status: 'Ask me anything' },
  'amelie.durand': {},
  'kwame.mensah': { show: 'away', status: 'Lunch' },
  'yuki.tanaka': { show: 'xa', status: 'On the train, back at 2' },
  'ines.carvalho': { status: 'Working from home' },
  'garry.tech': { status: 'In the office today' },
  'olena.kovalenko': { show: 'away' },
  'chloe.martin': {},
};

/** What of the page the address says: `?look=github&scheme=dark&lang=ar`, and `&only` for the elements without the heading. */
const choices = new URLSearchParams(location.search);
const root = document.documentElement;
const form = document.querySelector<HTMLFormElement>('#choices');

function show(): void {
  const look = choices.get('look') ?? 'intranet';
  const language = choices.get('lang') ?? 'en';
  const sheet = document.querySelector<HTMLLinkElement>('#look');
  if (sheet && /^[a-z]+$/.test(look)) sheet.href = `/demo/themes/${look}.css`;
  Object.assign(root, { lang: language, dir: language === 'ar' ? 'rtl' : 'ltr' });
  root.dataset.look = look;
  root.style.colorScheme = choices.get('scheme') || 'light dark';
  root.toggleAttribute('data-only', choices.has('only'));
}

function fillForm(): void {
  for (const select of form?.querySelectorAll('select') ?? []) select.value = choices.get(select.name) ?? select.value;
}

form?.addEventListener('change', () => {
  for (const select of form.querySelectorAll('select')) choices.set(select.name, select.value);
  history.replaceState(null, '', `?${choices}`);
  show();
});

show();
fillForm();

// Everybody in the page: nothing goes over any network.
const server = createCompanyServer();
globalThis.WebSocket = webSocketFor(server, SERVICE, globalThis.WebSocket);
await Promise.all(Object.entries(PRESENT).map(([name, mood]) => new SimulatedPerson(server, name, DEMO_PASSWORD, () => undefined, pictureOf(name)).signIn(mood)));
for (const connection of connections()) Object.assign(connection, { service: SERVICE, jid: at('george'), credentials: { password: DEMO_PASSWORD } });
