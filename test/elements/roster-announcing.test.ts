import { expect } from 'chai';
import { MovingHarness } from './moving.harness.js';
import { office } from './people.js';
import type { RosterHarness } from './roster.harness.js';

describe('what <xmpp-roster> announces', () => {
  let roster: RosterHarness;
  let seen: MovingHarness;
  beforeEach(async () => {
    ({ roster, seen } = await MovingHarness.online(office));
    await comes('mary');
  });
  afterEach(() => roster.remove());

  const comes = async (name: string, presence: { show?: string; status?: string; type?: string } = {}) => {
    roster.account.presence(`${name}@im.example/a`, presence);
    await roster.settled();
  };
  const choose = async (line: string) => {
    await roster.rightClick('Mary');
    await seen.chooseInMenu(line);
    await roster.settled();
  };

  it('is nobody’s presence, at first', async () => {
    await comes('mary', { show: 'away' });
    expect(seen.said).to.equal('');
  });

  it('is that of whom one has picked, once for each change, and of nobody else', async () => {
    await choose('Announce changes');
    expect(seen.said).to.equal('');
    await comes('stuart', { show: 'dnd' });
    expect(seen.said).to.equal('');
    await comes('mary', { show: 'away', status: 'Lunch' });
    expect(seen.said).to.equal('Mary, away, Lunch');
    await comes('mary', { type: 'unavailable' });
    expect(seen.said).to.match(/^Mary, offline/);
  });

  it('is no longer that of whom one has taken back', async () => {
    await choose('Announce changes');
    await choose('Do not announce changes any more');
    await comes('mary', { show: 'away' });
    expect(seen.said).to.equal('');
  });

  it('is not that one’s own connection is lost', async () => {
    await choose('Announce changes');
    roster.account.stream.lose();
    await roster.settled();
    expect(roster.contact('Mary').availability).to.equal('unknown');
    expect(seen.said).to.equal('');
  });
});
