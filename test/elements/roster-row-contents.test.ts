import { expect } from 'chai';
import { html } from 'lit';
import { AsyncDirective } from 'lit/async-directive.js';
import { directive } from 'lit/directive.js';
import type { ContactRenderer } from '../../src/index.js';
import { office } from './people.js';
import { RosterHarness } from './roster.harness.js';

/** 15 minutes before the mock account's clock begins. */
const QUARTER_AGO = '2026-03-02T08:45:00Z';

describe('the rows of <xmpp-roster>', () => {
  let roster: RosterHarness;
  afterEach(() => roster.remove());

  describe('idle time', () => {
    it('stands after their words, and is said aloud', async () => {
      roster = await RosterHarness.online(office);
      roster.account.presence('ann@im.example/a', { show: 'away', idleSince: QUARTER_AGO });
      await roster.settled();
      const ann = roster.contact('Ann Lee');
      expect([ann.line, ann.idle, ann.label]).to.deep.equal(['Away', 'idle for 15 min', 'Ann Lee, away, idle for 15 min']);
    });

    it('goes on by itself', async () => {
      roster = await RosterHarness.online(office);
      roster.account.presence('ann@im.example/a', { show: 'away', idleSince: QUARTER_AGO });
      await roster.settled();
      roster.account.stream.environment.advance(120_000);
      await roster.settled();
      expect(roster.contact('Ann Lee').idle).to.equal('idle for 17 min');
    });

    it('is left out below a minute, and of whoever is gone', async () => {
      roster = await RosterHarness.online(office);
      roster.account.presence('ann@im.example/a', { idleSince: '2026-03-02T08:59:30Z' });
      roster.account.presence('mary@im.example/a', { idleSince: QUARTER_AGO });
      roster.account.presence('mary@im.example/a', { type: 'unavailable' });
      await roster.settled();
      expect([roster.contact('Ann Lee').idle, roster.contact('Mary').idle]).to.deep.equal(['', '']);
    });

    it('is told in hours and days when it gets long', async () => {
      roster = await RosterHarness.online(office);
      roster.account.presence('ann@im.example/a', { idleSince: '2026-03-02T05:59:00Z' });
      roster.account.presence('mary@im.example/a', { idleSince: '2026-02-27T09:00:00Z' });
      await roster.settled();
      expect([roster.contact('Ann Lee').idle, roster.contact('Mary').idle]).to.deep.equal(['Idle for 3 hr', 'Idle for 3 days']);
    });
  });

  describe('unread counts', () => {
    it('are shown as a badge, and said aloud', async () => {
      roster = await RosterHarness.online(office);
      roster.element.unread = new Map([['stuart@im.example', 3], ['mary@im.example', 100]]);
      await roster.settled();
      expect(roster.contact('Stuart', 'Football').unread).to.equal('3');
      expect(roster.contact('Stuart', 'Coworker').label).to.match(/^Stuart, .*, 3 unread$/);
      expect(roster.contact('Stuart', 'Coworker').parts).to.include('has-unread');
      expect(roster.contact('Mary').unread).to.equal('99+');
      expect(roster.contact('Mary').label).to.match(/, more than 99 unread$/);
    });

    it('may be a plain object, by addresses as people write them; what is no count is nothing', async () => {
      roster = await RosterHarness.online(office);
      roster.element.unread = JSON.parse('{"Mary@IM.example": 2, "ann@im.example": -1, "garry@im.example": "7", "__proto__": 4, "no@@address": 1}') as Record<string, number>;
      await roster.settled();
      expect(['Mary', 'Ann Lee', 'Garry'].map((name) => roster.contact(name).unread)).to.deep.equal(['2', '', '']);
    });

    it('go when the page sets others', async () => {
      roster = await RosterHarness.online(office);
      roster.element.unread = { 'mary@im.example': 2 };
      await roster.settled();
      roster.element.unread = {};
      await roster.settled();
      expect(roster.contact('Mary').unread).to.equal('');
    });
  });

  describe('people of the same name', () => {
    const namesakes = [
      { jid: 'ann@im.example', name: 'Ann Lee', groups: ['Friends'] },
      { jid: 'alee@im.example', name: 'ann  lee', groups: ['Friends'] },
      { jid: 'bo@im.example', name: 'Bo', groups: ['Friends'] },
    ];

    it('are told apart by the part of the address in which they differ, also aloud', async () => {
      roster = await RosterHarness.online(namesakes);
      expect(roster.contact('Ann Lee').distinction).to.equal('ann');
      expect(roster.contact('ann  lee').distinction).to.equal('alee');
      expect(roster.contact('Ann Lee').label).to.equal('Ann Lee (ann), availability not known yet');
      expect(roster.contact('Bo').distinction).to.equal('');
    });

    it('need it no more when one of them is renamed', async () => {
      roster = await RosterHarness.online(namesakes);
      roster.account.push({ jid: 'alee@im.example', name: 'Anna', groups: ['Friends'] });
      await roster.settled();
      expect(roster.contact('Ann Lee').distinction).to.equal('');
    });
  });

  describe('density', () => {
    it('is less high where the list is compact, and the attribute says so', async () => {
      roster = await RosterHarness.online(office);
      const comfortable = roster.contact('Mary').box.height;
      roster.element.density = 'compact';
      await roster.settled();
      expect(roster.element.getAttribute('density')).to.equal('compact');
      expect(roster.contact('Mary').box.height).to.be.lessThan(comfortable * 0.7);
      const [first, second] = roster.boxesInSight();
      expect(second!.top, 'rows follow one another').to.be.closeTo(first!.bottom, 1);
    });

    it('leaves heights to the page that gives them', async () => {
      roster = await RosterHarness.online(office);
      roster.element.style.setProperty('--xmpp-roster-contact-height', '70px');
      roster.element.density = 'compact';
      await roster.settled();
      expect(roster.contact('Mary').box.height).to.equal(70);
    });
  });

  describe('with a template of the page’s own', () => {
    const boxes: ContactRenderer = ({ name }, { unread, standard }) => (name === 'Garry' ? standard : html`<b class="mine">${name} has ${unread}</b>`);

    it('show what it gives, and keep their name for assistive technology', async () => {
      roster = await RosterHarness.online(office);
      roster.element.unread = { 'ann@im.example': 5 };
      roster.element.renderContact = boxes;
      await roster.settled();
      const rows = [...roster.element.shadowRoot!.querySelectorAll<HTMLElement>('[part~=contact]')];
      expect(rows.map((row) => row.querySelector('.mine')?.textContent).filter(Boolean)).to.include('Ann Lee has 5');
      expect(rows.find((row) => row.dataset.jid === 'ann@im.example')?.ariaLabel).to.match(/^Ann Lee, /);
      expect(roster.contact('Garry').name).to.equal('Garry');
    });

    it('show what they always do where it fails, which is reported once', async () => {
      const reported: unknown[] = [];
      const reportError = window.reportError.bind(window);
      window.reportError = (error) => reported.push(error);
      try {
        roster = await RosterHarness.online(office);
        roster.element.renderContact = ({ name }) => {
          if (name !== 'Mary') throw new Error(`no ${name}`);
          return 'It is Mary';
        };
        await roster.settled();
        roster.account.presence('ann@im.example/a');
        await roster.settled();
        expect(reported).to.have.lengthOf(1);
        expect(roster.contact('Ann Lee').availability).to.equal('available');
        expect(roster.element.shadowRoot!.querySelector('[data-jid="mary@im.example"]')?.textContent).to.contain('It is Mary');
      } finally {
        window.reportError = reportError;
      }
    });

    it('stops what goes on in it when the list leaves the page, and goes on when it is back', async () => {
      const log: string[] = [];
      class Ticking extends AsyncDirective {
        override render = (): string => 'tick';
        override disconnected = (): void => void log.push('stopped');
        override reconnected = (): void => void log.push('goes on');
      }
      const ticking = directive(Ticking);
      roster = await RosterHarness.online(office);
      roster.element.renderContact = ({ name }) => (name === 'Ann Lee' ? html`${ticking()}` : name);
      await roster.settled();
      const { parentElement } = roster.element;
      roster.element.remove();
      expect(log).to.deep.equal(['stopped']);
      parentElement?.append(roster.element);
      expect(log).to.deep.equal(['stopped', 'goes on']);
    });

    it('is left again when the page takes it away', async () => {
      roster = await RosterHarness.online(office);
      roster.element.renderContact = () => 'x';
      await roster.settled();
      roster.element.renderContact = undefined;
      await roster.settled();
      expect(roster.contact('Ann Lee').name).to.equal('Ann Lee');
    });
  });

  describe('slots', () => {
    const slotted = (slot: string) => {
      const node = document.createElement('p');
      node.slot = slot;
      node.textContent = `my ${slot}`;
      return node;
    };

    it('hold what the page has to say above and below, and of an empty list', async () => {
      roster = await RosterHarness.offline();
      roster.element.append(...['header', 'footer', 'empty', 'loading', 'offline'].map(slotted));
      await roster.settled();
      const shown = () => [...roster.element.children].filter((child) => child.checkVisibility()).map(({ textContent }) => textContent);
      expect(shown()).to.deep.equal(['my header', 'my footer', 'my offline']);
      const answer = await roster.account.comeOnlineWithoutRoster();
      await roster.settled();
      expect(shown()).to.deep.equal(['my header', 'my footer', 'my loading']);
      answer([]);
      await roster.settled();
      expect(shown()).to.deep.equal(['my header', 'my footer', 'my empty']);
    });
  });
});
