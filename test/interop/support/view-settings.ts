import { expect } from 'chai';
import type { Session } from '../../../src/state/session.js';
import type { ServerChoice } from '../../support/browser/server-command.js';
import { until } from '../../support/browser/waiting.js';
import { Fixture } from './fixture.js';

/** XEP-0049, XEP-0083. */
export function keepsView(server: ServerChoice): void {
  let fixture: Fixture;
  afterEach(() => fixture.close());

  /** A session of a page that shows a list, with what the server keeps read. */
  async function page(resource: string): Promise<Session> {
    const session = await fixture.online({ resource });
    const read = answersTo('get', session);
    session.viewSettings.load();
    await until(() => read() === 2, 'the settings and the delimiter were read');
    return session;
  }

  /** Until a later session reads what satisfies. */
  async function read(isRight: (session: Session) => boolean): Promise<Session> {
    for (const deadline = performance.now() + 8_000; ; ) {
      const session = await page(`reader-${crypto.randomUUID().slice(0, 8)}`);
      if (isRight(session) || performance.now() > deadline) return session;
      await session.disconnect();
    }
  }

  it('are read by the next session as this one has written them', async function () {
    this.timeout(20_000);
    fixture = await Fixture.open(server);
    const stuart = fixture.jid('stuart');
    const session = await page('writer');
    const { viewSettings: view } = session;
    view.setCollapsed(['group Football', 'group  odd "<&>\u2028 🙂', 'ungrouped'], true);
    view.setFavourite(stuart, true);
    view.setSort('activity');
    view.setFilter('available');
    session.moveGroup('Football', 'Coworker');
    const { viewSettings: later } = await read(({ viewSettings }) => viewSettings.order !== undefined);
    expect([...later.collapsed]).to.deep.equal(['group Football', 'group  odd "<&>\u2028 🙂', 'ungrouped']);
    expect([...later.favourites]).to.deep.equal([stuart]);
    expect([later.sort, later.filter, later.order]).to.deep.equal(['activity', 'available', ['Football', 'Coworker']]);
  });

  it('keep what two sessions change at a time', async function () {
    this.timeout(20_000);
    fixture = await Fixture.open(server);
    const [one, two] = [await page('one'), await page('two')];
    const written = answersTo('set', one);
    one.viewSettings.setCollapsed(['group Football'], true);
    await until(() => written() === 1, 'the first change is written');
    two.viewSettings.setFavourite(fixture.jid('stuart'), true);
    const { viewSettings: later } = await read(({ viewSettings }) => viewSettings.favourites.size > 0);
    expect([[...later.collapsed], [...later.favourites]]).to.deep.equal([['group Football'], [fixture.jid('stuart')]]);
  });

  it('come with the delimiter of groups that another client has set', async function () {
    this.timeout(20_000);
    fixture = await Fixture.open(server);
    const client = await fixture.client('george', 'client');
    await client.keepPrivately('roster', 'roster:delimiter', '::');
    const { viewSettings } = await read((session) => session.viewSettings.delimiter !== undefined);
    expect(viewSettings.delimiter).to.equal('::');
  });
}

/** How many questions after its settings, or changes of them, the server has answered from now on. What a session shows may come from this browser. */
function answersTo(type: 'get' | 'set', session: Session): () => number {
  const asked: string[] = [];
  let answers = 0;
  session.observeStanzas((direction, stanza) => {
    const xml = String(stanza);
    const id = /^<iq[^>]* id="([^"]*)"/.exec(xml)?.[1] ?? '';
    if (direction === 'out' && xml.startsWith('<iq') && xml.includes(`type="${type}"`) && xml.includes('jabber:iq:private')) asked.push(id);
    else if (direction === 'in' && asked.includes(id)) answers++;
  });
  return () => answers;
}
