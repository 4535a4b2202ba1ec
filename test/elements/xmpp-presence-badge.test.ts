import { expect } from 'chai';
import type { Availability } from '../../src/state/contact.js';
import { MockAccount, type PresenceText } from '../support/browser/mock-account.js';
import { BadgeHarness } from './badge.harness.js';

const ann = 'ann@im.example';

/** What comes in, and what it makes of Ann Lee. */
const presences: Readonly<Record<Exclude<Availability, 'unknown'>, { readonly text: PresenceText; readonly label: string }>> = {
  available: { text: {}, label: 'Ann Lee, available' },
  chat: { text: { show: 'chat' }, label: 'Ann Lee, free to chat' },
  away: { text: { show: 'away', status: 'At the coffee machine' }, label: 'Ann Lee, away, At the coffee machine' },
  xa: { text: { show: 'xa' }, label: 'Ann Lee, extended away' },
  dnd: { text: { show: 'dnd', status: 'On the meeting…' }, label: 'Ann Lee, do not disturb, On the meeting…' },
  unavailable: { text: { type: 'unavailable' }, label: 'Ann Lee, offline' },
};

describe('<xmpp-presence-badge>', () => {
  let badge: BadgeHarness;
  afterEach(() => badge.remove());

  for (const [availability, { text, label }] of Object.entries(presences)) {
    it(`shows ${availability}, to the eye, to the page’s CSS and to the ear`, async () => {
      badge = await BadgeHarness.online(ann);
      badge.account.presence(`${ann}/desk`, text);
      await badge.settled();
      expect(badge.availability).to.equal(availability);
      expect(badge.label).to.equal(label);
      expect(badge.tooltip).to.equal(label);
    });
  }

  it('says when somebody was last seen', async () => {
    badge = await BadgeHarness.online(ann);
    badge.account.presence(ann, { type: 'unavailable', status: 'Bye', stamp: '2020-01-06T12:00:00Z' });
    await badge.settled();
    expect(badge.label).to.match(/^Ann Lee, offline, Bye, last seen .*2020/);
  });

  it('has seven shapes, no two alike', async () => {
    badge = await BadgeHarness.online(ann);
    const shapes = new Set([badge.shape]);
    for (const { text } of Object.values(presences)) {
      badge.account.presence(`${ann}/desk`, text);
      await badge.settled();
      shapes.add(badge.shape);
    }
    expect(shapes.size).to.equal(7);
  });

  it('goes by the resource of the highest priority, as a number', async () => {
    badge = await BadgeHarness.online(ann);
    badge.account.presence(`${ann}/phone`, { show: 'away', priority: 10 });
    badge.account.presence(`${ann}/desk`, { priority: 5 });
    badge.account.presence(`${ann}/bot`, { show: 'dnd', priority: -1 });
    await badge.settled();
    expect(badge.availability).to.equal('away');
    badge.account.presence(`${ann}/phone`, { type: 'unavailable' });
    await badge.settled();
    expect(badge.availability).to.equal('available');
    badge.account.presence(`${ann}/desk`, { type: 'unavailable' });
    await badge.settled();
    expect(badge.availability).to.equal('dnd');
  });

  describe('where nothing is known', () => {
    const isUnknown = (because: string) => {
      expect(badge.availability).to.equal('unknown');
      expect(badge.label).to.equal(`Ann Lee, ${because}`);
    };

    it('says that no presence has come yet', async () => {
      badge = await BadgeHarness.online(ann);
      isUnknown('availability not known yet');
    });

    it('says that it is not shared with us', async () => {
      badge = await BadgeHarness.online(ann, [{ jid: ann, name: 'Ann Lee', subscription: 'from' }]);
      isUnknown('sees your presence, does not share theirs');
      badge.account.presence(ann, { type: 'unavailable' });
      await badge.settled();
      isUnknown('sees your presence, does not share theirs');
    });

    it('says that we are disconnected, and shows nobody as online', async () => {
      badge = await BadgeHarness.online(ann);
      badge.account.presence(`${ann}/desk`);
      await badge.settled();
      badge.account.stream.lose();
      await badge.settled();
      isUnknown('availability unknown while disconnected');
    });

    it('says that we are offline ourselves', async () => {
      badge = await BadgeHarness.online(ann);
      badge.account.presence(`${ann}/desk`);
      badge.account.goUnavailable();
      await badge.settled();
      isUnknown('availability unknown while you are offline');
    });

    it('says of a stranger that it is not shared with us, and shows it if it is', async () => {
      badge = await BadgeHarness.online('stranger@elsewhere.example');
      expect(badge.label).to.equal('stranger@elsewhere.example, availability not shared');
      badge.account.presence('stranger@elsewhere.example/a', { show: 'chat' });
      await badge.settled();
      expect(badge.availability).to.equal('chat');
    });

    it('says that the page has no connection', async () => {
      badge = await BadgeHarness.withoutConnection(ann);
      expect(badge.availability).to.equal('unknown');
      expect(badge.label).to.equal('ann@im.example, availability unknown: no connection on this page');
    });

    it('blames no connection where it was given no address', async () => {
      badge = await BadgeHarness.online('');
      expect(badge.availability).to.equal('unknown');
      expect(badge.label).not.to.contain('connection');
      expect(badge.label).not.to.equal('');
    });
  });

  describe('follows one address', () => {
    it('and renders for nobody else’s changes', async () => {
      badge = await BadgeHarness.online(ann);
      expect(badge.account.session.listeners).to.equal(1);
      const before = badge.renders;
      badge.account.presence('mary@im.example/a');
      badge.account.push({ jid: 'mary@im.example', name: 'Mary' });
      await badge.settled();
      expect(badge.renders).to.equal(before);
      badge.account.presence(`${ann}/a`);
      await badge.settled();
      expect(badge.renders).to.be.above(before);
    });

    it('set before or after it is attached, as attribute or property', async () => {
      badge = await BadgeHarness.online('');
      const other = document.createElement('xmpp-presence-badge');
      other.jid = ann;
      badge.box.append(other);
      badge.element.jid = ann;
      badge.account.presence(`${ann}/a`, { show: 'away' });
      await badge.settled();
      expect(badge.availability).to.equal('away');
      expect(other.availability).to.equal('away');
    });

    it('however it is written', async () => {
      badge = await BadgeHarness.online(' Ann@IM.example/desk ');
      badge.account.presence(`${ann}/phone`, { show: 'away' });
      await badge.settled();
      expect(badge.availability).to.equal('away');
      expect(badge.label).to.equal('Ann Lee, away');
    });

    it('and another when it is given another', async () => {
      badge = await BadgeHarness.online(ann);
      badge.account.presence(`${ann}/a`, { show: 'away' });
      badge.account.presence('mary@im.example/a', { show: 'dnd' });
      badge.element.setAttribute('jid', 'mary@im.example');
      await badge.settled();
      expect(badge.availability).to.equal('dnd');
      badge.account.presence(`${ann}/a`, { show: 'xa' });
      badge.account.presence('mary@im.example/a', { show: 'chat' });
      await badge.settled();
      expect(badge.availability).to.equal('chat');
      expect(badge.account.session.listeners).to.equal(1);
    });

    for (const nothing of [null, undefined, 7, 'no address @@', 'a@b@c']) {
      it(`and takes ${JSON.stringify(nothing)} for nobody’s`, async () => {
        badge = await BadgeHarness.online(ann);
        badge.element.jid = nothing as string;
        await badge.settled();
        expect(badge.availability).to.equal('unknown');
        badge.element.jid = ann;
        badge.account.presence(`${ann}/a`);
        await badge.settled();
        expect(badge.availability).to.equal('available');
      });
    }

    it('and nobody’s once the attribute is removed', async () => {
      badge = await BadgeHarness.online(ann);
      badge.account.presence(`${ann}/a`);
      badge.element.removeAttribute('jid');
      await badge.settled();
      expect(badge.availability).to.equal('unknown');
      expect(badge.account.session.listeners).to.equal(0);
    });

    it('again after it was taken out and put back', async () => {
      badge = await BadgeHarness.online(ann);
      badge.element.remove();
      expect(badge.account.session.listeners).to.equal(0);
      badge.account.presence(`${ann}/a`, { show: 'xa' });
      await badge.attach();
      expect(badge.availability).to.equal('xa');
      expect(badge.account.session.listeners).to.equal(1);
    });

    it('on another connection when it is moved there', async () => {
      badge = await BadgeHarness.online(ann);
      const other = new MockAccount('eve@im.example/a');
      await other.comeOnline([{ jid: ann, name: 'Annie' }]);
      const box = other.provider();
      badge.box.append(box);
      box.append(badge.element);
      other.presence(`${ann}/a`, { show: 'dnd' });
      badge.account.presence(`${ann}/a`, { show: 'chat' });
      await badge.settled();
      expect(badge.label).to.equal('Annie, do not disturb');
      expect(badge.account.session.listeners).to.equal(0);
    });
  });
});
