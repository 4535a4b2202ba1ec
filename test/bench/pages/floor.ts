// What one would write by hand in an afternoon: a row for each contact in each group, as they come, and each presence
// put into its rows at once. No sorting, no counts, no several clients per person, nothing that recovers from anything.
import { logIn } from './log-in.js';
import { isOnScreen, Probe } from './probe.js';
import type { Milestone } from '../scenario.js';

interface Row {
  readonly row: HTMLElement;
  readonly words: HTMLElement;
}

const probe = new Probe();
const box = document.querySelector('.box') ?? document.body;
const parser = new DOMParser();
const rows = new Map<string, Row[]>();
const lists = new Map<string, HTMLElement>();

function listOf(group: string): HTMLElement {
  const known = lists.get(group);
  if (known) return known;
  const title = document.createElement('h2');
  const list = document.createElement('ul');
  title.textContent = group || 'No group';
  box.append(title, list);
  lists.set(group, list);
  return list;
}

function addRow(jid: string, name: string, group: string): void {
  const row = document.createElement('li');
  const words = document.createElement('small');
  row.append(`${name} `, words);
  listOf(group).append(row);
  rows.set(jid, [...(rows.get(jid) ?? []), { row, words }]);
}

function showRoster(frame: string): void {
  const items = parser.parseFromString(frame, 'text/xml').querySelectorAll('item');
  probe.mark('roster');
  for (const item of items) {
    const groups = [...item.querySelectorAll('group')].map((group) => group.textContent);
    for (const group of groups.length > 0 ? groups : ['']) addRow(item.getAttribute('jid') ?? '', item.getAttribute('name') ?? '', group);
  }
}

function showPresence(frame: string): void {
  const presence = parser.parseFromString(frame, 'text/xml').documentElement;
  const jid = presence.getAttribute('from')?.split('/')[0] ?? '';
  const type = presence.getAttribute('type') ?? presence.querySelector('show')?.textContent ?? 'available';
  const status = presence.querySelector('status')?.textContent ?? '';
  for (const { row, words } of rows.get(jid) ?? []) {
    row.className = type;
    words.textContent = status;
  }
}

function shows({ jid, status }: Milestone): boolean {
  return rows.get(jid)?.some(({ row, words }) => words.textContent === status && isOnScreen(row)) ?? false;
}

probe.check = ({ known }) => {
  const told = [...rows.values()].filter((same) => same.some(({ row }) => row.className !== '')).length;
  return told === known ? [] : [`${told} contacts have presence, not ${known}`];
};
probe.watch('first-row', () => {
  const [first] = rows.values();
  return first?.some(({ row }) => isOnScreen(row)) ?? false;
});
probe.watch('burst', () => shows(probe.expectation.burst));
probe.watch('end', () => shows(probe.expectation.end));
logIn(probe.expectation.domain, { roster: showRoster, presence: showPresence });
