import { expect } from 'chai';
import { setMessages, type PartialMessages } from '../../src/elements/messages/messages.js';
import { registerLanguage } from '../../src/elements/messages/registry.js';
import { english } from '../../src/elements/messages/english.js';
import { settled } from '../support/browser/waiting.js';
import { BadgeHarness } from './badge.harness.js';
import { RosterHarness } from './roster.harness.js';

const { lang } = document.documentElement;
const ann = 'ann@im.example';
const available = (text: string): PartialMessages => ({ presence: { availability: { available: text } } });

describe('the words of the elements', () => {
  let badge: BadgeHarness;
  let roster: RosterHarness | undefined;
  beforeEach(async () => {
    badge = await BadgeHarness.online(ann);
    badge.account.presence(`${ann}/desk`);
    await badge.settled();
  });
  afterEach(async () => {
    badge.remove();
    await roster?.remove();
    roster = undefined;
    document.documentElement.lang = lang;
  });

  async function pageIsIn(language: string): Promise<void> {
    document.documentElement.lang = language;
    await settled(badge.element);
  }

  it('are those of the page’s language, and follow when it changes', async () => {
    setMessages('qaa', available('one'));
    expect(badge.label).to.equal('Ann Lee, available');
    await pageIsIn('qaa');
    expect(badge.label).to.equal('Ann Lee, one');
    await pageIsIn('en');
    expect(badge.label).to.equal('Ann Lee, available');
  });

  it('are those of the language where its country has none, and of the country where it has', async () => {
    setMessages('qab', available('everywhere'));
    await pageIsIn('qab-AT');
    expect(badge.label).to.equal('Ann Lee, everywhere');
    setMessages('qab-AT', available('there'));
    await badge.settled();
    expect(badge.label).to.equal('Ann Lee, there');
    await pageIsIn('QAB');
    expect(badge.label).to.equal('Ann Lee, everywhere');
  });

  it('are English where the page’s language has none, or is none', async () => {
    for (const language of ['qac', 'not a language', '', 'x']) {
      await pageIsIn(language);
      expect(badge.label, language).to.equal('Ann Lee, available');
    }
  });

  it('can be replaced one by one, at any time, and the rest stays', async () => {
    await pageIsIn('qad');
    setMessages('qad', available('there'));
    setMessages('qad', { phrases: { series: (parts) => parts.join(' / ') } });
    await badge.settled();
    expect(badge.label).to.equal('Ann Lee / there');
    badge.account.presence(`${ann}/desk`, { show: 'away' });
    await badge.settled();
    expect(badge.label).to.equal('Ann Lee / away');
  });

  it('can be replaced before and after the language’s own script has come', async () => {
    setMessages('qae', available('the page’s'));
    registerLanguage({ ...english, language: 'qae', phrases: { ...english.phrases, series: (parts) => parts.join('; ') } });
    await pageIsIn('qae');
    expect(badge.label).to.equal('Ann Lee; the page’s');
    setMessages('qae', available('another'));
    await badge.settled();
    expect(badge.label).to.equal('Ann Lee; another');
  });

  it('stay as they are where the page gives something else than words', async () => {
    await pageIsIn('qaf');
    const wrong: unknown[] = [null, undefined, 1, 'text', [], { presence: null }, { presence: { availability: { available: 1 } } }, { phrases: { series: {} } }];
    for (const value of [...wrong, { __proto__: { presence: 1 }, unheardOf: 'x' }]) setMessages('qaf', value as PartialMessages);
    setMessages(undefined as unknown as string, available('x'));
    await badge.settled();
    expect(badge.label).to.equal('Ann Lee, available');
  });

  it('stay as they are where a function of the page fails', async () => {
    const reported: unknown[] = [];
    const own = Object.getOwnPropertyDescriptor(window, 'reportError');
    window.reportError = (error) => reported.push(error);
    const fail = (): string => {
      throw new Error('The page is wrong');
    };
    await pageIsIn('qag');
    setMessages('qag', { phrases: { series: fail } });
    await badge.settled();
    expect(badge.label).to.equal('Ann Lee, available');
    expect(reported.map(String), 'the page is told, once').to.deep.equal(['Error: The page is wrong']);
    setMessages('qag', { phrases: { series: (() => 7) as unknown as () => string } });
    await badge.settled();
    expect(badge.label).to.equal('Ann Lee, available');
    if (own) Object.defineProperty(window, 'reportError', own);
  });

  it('cost no rendering where they are for another language', async () => {
    const before = badge.renders;
    setMessages('qah', available('x'));
    await badge.settled();
    expect(badge.renders - before).to.equal(0);
  });

  it('are up to date in an element that was away meanwhile', async () => {
    badge.element.remove();
    setMessages('qai', available('here'));
    document.documentElement.lang = 'qai';
    badge.box.append(badge.element);
    await badge.settled();
    expect(badge.label).to.equal('Ann Lee, here');
  });

  it('write dates as the page’s language does', async () => {
    setMessages('de', { presence: { lastSeen: (moment) => `zuletzt ${moment}` } });
    await pageIsIn('de');
    badge.account.presence(`${ann}/desk`, { type: 'unavailable' });
    badge.account.presence(ann, { type: 'unavailable', stamp: '2020-01-06T12:00:00Z' });
    await badge.settled();
    expect(badge.label).to.match(/zuletzt .*6\. Jan\.? 2020/);
  });

  it('are the roster’s, too, with all that it opens', async () => {
    roster = await RosterHarness.online([{ jid: ann, name: 'Ann Lee' }]);
    setMessages('qaj', { roster: { label: 'LABEL', noGroup: 'NO GROUP' } });
    document.documentElement.lang = 'qaj';
    await settled(roster.element);
    expect([roster.label, roster.element.shadowRoot?.querySelector('.title')?.textContent]).to.deep.equal(['LABEL', 'NO GROUP']);
  });
});
