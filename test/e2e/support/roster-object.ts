import assert from 'node:assert/strict';
import type { KeyInput, Page } from 'puppeteer-core';
import { eventually } from './eventually.js';
import { readRoster, type ContactSeen, type RosterSeen } from './read-roster.js';

/** A row: a group by its name (`null` for no group), or a contact in one. */
type Row = { readonly group: string | null; readonly jid?: string };

/** How far a pressed pointer goes to be dragging, in px. */
const FIRST_STEP = 12;

/** `<xmpp-roster>` as seen and handled by a person. */
export class RosterObject {
  readonly #selector: string;

  constructor(
    private readonly page: Page,
    within: string,
  ) {
    this.#selector = `${within} xmpp-roster`;
  }

  seen(): Promise<RosterSeen> {
    return this.page.$eval(this.#selector, readRoster);
  }

  /** Waits until the list looks like that. */
  shows(check: (seen: RosterSeen) => void): Promise<RosterSeen> {
    return eventually(() => this.seen(), check);
  }

  /** Waits until the groups hold just these contacts, named "Group: Name, Name". */
  async lists(...groups: string[]): Promise<void> {
    await this.shows(({ contacts, groups: headers }) => {
      const names = (group: string | null) => contacts.filter((contact) => contact.group === group).map(({ name }) => name).sort();
      assert.deepEqual(headers.map(({ group, title }) => `${title}: ${names(group).join(', ')}`), groups);
    });
  }

  async contact(jid: string, group: string | null): Promise<ContactSeen> {
    const seen = await this.seen();
    const contact = seen.contacts.find((row) => row.jid === jid && row.group === group);
    assert.ok(contact, `${jid} is not in ${group ?? 'no group'}: ${JSON.stringify(seen)}`);
    return contact;
  }

  /** Waits until the row looks like that. */
  async contactShows(jid: string, group: string | null, check: (seen: ContactSeen) => void): Promise<void> {
    await eventually(() => this.contact(jid, group), check);
  }

  /** Drags the contact out of the group to a place in another, by mouse. */
  async drag(jid: string, from: string | null, to: Row, { key }: { key?: KeyInput } = {}): Promise<void> {
    const drag = await this.pickUp(jid, from);
    await drag.over(to);
    await drag.drop(key);
  }

  /** Presses on the contact and moves until it is on its way. */
  async pickUp(jid: string, group: string | null): Promise<DragInHand> {
    const start = await this.#centre({ jid, group });
    await this.page.mouse.move(start.x, start.y);
    await this.page.mouse.down();
    await this.page.mouse.move(start.x + FIRST_STEP, start.y + 2, { steps: 3 });
    const { name } = await this.contact(jid, group);
    await this.shows(({ dragImage }) => assert.match(dragImage, new RegExp(`^${name}`)));
    return new DragInHand(this.page, this, (row) => this.#centre(row));
  }

  async click(row: Row): Promise<void> {
    const { x, y } = await this.#centre(row);
    await this.page.mouse.click(x, y);
  }

  /** Clicks groups shut. */
  async collapse(...groups: string[]): Promise<void> {
    for (const group of groups) {
      // The server keeps what was collapsed at an earlier visit.
      const isExpanded = (await this.seen()).groups.find((row) => row.group === group)?.expanded;
      if (isExpanded) await this.click({ group });
      await this.shows((seen) => assert.equal(seen.groups.find((row) => row.group === group)?.expanded, false));
    }
  }

  /** Where the rows stand, in px from the top of the window, in their order. */
  tops(): Promise<number[]> {
    return this.page.$eval(this.#selector, (roster) => {
      const rows = [...(roster.shadowRoot?.querySelectorAll<HTMLElement>('[role="row"]') ?? [])];
      rows.sort((a, b) => Number(a.dataset['index']) - Number(b.dataset['index']));
      return rows.map((row) => row.getBoundingClientRect().top);
    });
  }

  async dismissError(): Promise<void> {
    await this.page.locator(`${this.#selector} >>> [part="error-close"]`).click();
  }

  /** Tells when the contact first showed in the group, in ms since 1970. Call it before, await it after. */
  watchFor(jid: string, group: string): Promise<number> {
    return this.page.$eval(this.#selector, (roster, selector) => new Promise<number>((resolve) => {
      const root = roster.shadowRoot ?? roster;
      const observer = new MutationObserver(() => {
        if (!root.querySelector(selector)) return;
        observer.disconnect();
        resolve(performance.timeOrigin + performance.now());
      });
      observer.observe(root, { subtree: true, childList: true, attributes: true });
    }), `[data-jid="${jid}"][data-group="${group}"]`);
  }

  async #centre({ group, jid }: Row): Promise<{ x: number; y: number }> {
    const inGroup = group === null ? ':not([data-group])' : `[data-group="${group}"]`;
    const selector = `${jid === undefined ? '[part~="group-header"]' : `[part~="contact"][data-jid="${jid}"]`}${inGroup}`;
    return this.page.$eval(this.#selector, (roster, row) => {
      const box = roster.shadowRoot?.querySelector(row)?.getBoundingClientRect();
      if (!box) throw new Error(`no row ${row}`);
      return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    }, selector);
  }
}

/** A contact in hand: the button is pressed. */
class DragInHand {
  constructor(
    private readonly page: Page,
    private readonly roster: RosterObject,
    private readonly centre: (row: Row) => Promise<{ x: number; y: number }>,
  ) {}

  async over(row: Row): Promise<void> {
    const { x, y } = await this.centre(row);
    await this.page.mouse.move(x, y, { steps: 6 });
  }

  /** Waits until the picture by the pointer says so. */
  async says(effect: string): Promise<void> {
    await this.roster.shows(({ dragImage }) => assert.ok(dragImage.endsWith(effect), `“${dragImage}” does not end with “${effect}”`));
  }

  /** @param key held while letting go */
  async drop(key?: KeyInput): Promise<void> {
    if (key) await this.page.keyboard.down(key);
    await this.page.mouse.up();
    if (key) await this.page.keyboard.up(key);
  }

  async escape(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.roster.shows(({ dragImage }) => assert.equal(dragImage, ''));
    await this.page.mouse.up();
  }
}
