// The probe beside our elements: it looks at them as a page and a reader would, through the session and open shadow roots.
import type { XmppConnection } from '../../../src/elements/xmpp-connection/xmpp-connection.js';
import type { Milestone } from '../scenario.js';
import { elementsWithin, isOnScreen, Probe } from './probe.js';

const probe = new Probe();
const connection = document.querySelector('xmpp-connection') as XmppConnection;
const { session } = connection;
const { burst, end } = probe.expectation;

function visible(part: string): Element[] {
  return [...elementsWithin(document.body)].filter((element) => element.part.contains(part) && isOnScreen(element));
}

/** "Sales Berlin 12/83", whatever stands around the numbers. */
function showsCounts(header: Element, { counts }: Milestone): boolean {
  const [online, total] = counts[header.getAttribute('data-group') ?? ''] ?? [];
  const [, first, second] = /(\d+)\D+(\d+)\D*$/.exec(header.textContent) ?? [];
  return Number(first) === online && Number(second) === total;
}

function shows(milestone: Milestone): boolean {
  if (session.contact(milestone.jid).status !== milestone.status) return false;
  const row = visible('contact').find((element) => element.getAttribute('data-jid') === milestone.jid);
  const headers = visible('group-header');
  return (row?.textContent.includes(milestone.status) ?? false) && headers.length > 0 && headers.every((header) => showsCounts(header, milestone));
}

/** The whole model, not only what is on screen. */
probe.check = ({ counts }) => session.groups().flatMap(({ name, contacts }) => {
  const online = contacts.filter(({ resources }) => resources.length > 0).length;
  const [expected = 0, total = 0] = counts[name ?? ''] ?? [];
  return online === expected && contacts.length === total ? [] : [`${name}: ${online} of ${contacts.length} online, not ${expected} of ${total}`];
});

const unsubscribe = session.subscribe(() => {
  if (!session.contact(burst.jid).item) return;
  unsubscribe();
  probe.mark('roster');
});
probe.watch('first-row', () => visible('contact').length > 0);
probe.watch('burst', () => shows(burst));
probe.watch('end', () => shows(end));
