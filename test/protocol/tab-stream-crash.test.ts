import { expect } from 'chai';
import { readResumption } from '../../src/protocol/stream-resumption.js';
import type { Script } from '../support/browser/server-script.js';
import { TestTab } from '../support/browser/tab-stream-fixture.js';
import { until } from '../support/browser/waiting.js';

const presence = (id: string) => `<presence from="mary@im.example/tablet" id="${id}"/>`;
const QUESTION = '<r xmlns="urn:xmpp:sm:3"/>';

describe('A stream whose only tab crashes', () => {
  let tabs: TestTab[] = [];
  afterEach(async () => {
    for (const tab of tabs) await tab.stream.disconnect();
    tabs[0]?.server.end();
  });

  async function open(script: Partial<Script> = { managed: true }): Promise<TestTab> {
    const tab = await TestTab.start(script);
    tabs = [tab];
    await tab.goOnline();
    await receive(tab, 'first');
    return tab;
  }
  async function next(tab: TestTab): Promise<TestTab> {
    tabs.push(tab.beside());
    await tabs.at(-1)!.goOnline();
    return tabs.at(-1)!;
  }
  const server = () => tabs[0]!.server;
  const count = (text: string) => server().count(text);
  const last = (tab: TestTab) => tab.stored.at(-1) as { resumption: unknown } | undefined;
  const inbound = (tab: TestTab) => readResumption(last(tab)?.resumption)?.inbound;

  async function receive(tab: TestTab, id: string): Promise<void> {
    const heard = tab.hears(id);
    await server().send(presence(id));
    await heard;
  }
  async function stored(tab: TestTab, wanted: number): Promise<void> {
    tab.environment.advance(5_000);
    await until(() => inbound(tab) === wanted, () => `the count ${wanted} is stored: ${tab.stored.length} writes, ${inbound(tab)}`);
  }
  async function crash(tab: TestTab): Promise<void> {
    tab.crash();
    await server().cut();
  }

  it('goes on in the next page, which knows what was stored and hears the rest', async () => {
    const tab = await open();
    await receive(tab, 'a');
    await stored(tab, 2);
    await receive(tab, 'b');
    await crash(tab);
    const other = await next(tab);
    expect(other.stream.state.resumed).to.equal(true);
    expect(server().reports.flatMap((report) => ('frame' in report && report.frame.includes('<resume') ? report.frame : []))).to.deep.equal(['<resume xmlns="urn:xmpp:sm:3" h="2" previd="stream-1"/>']);
    // The server has it still: it was not acknowledged.
    await receive(other, 'b');
    expect(other.received).to.deep.equal(['first', 'a', 'b']);
    expect(count('<bind')).to.equal(1);
  });

  it('acknowledges only what is stored, and that soon', async () => {
    const tab = await open();
    await stored(tab, 1);
    await receive(tab, 'a');
    await server().send(QUESTION);
    await receive(tab, 'b');
    await server().settle();
    expect(count('<a ')).to.equal(0);
    await stored(tab, 3);
    await until(() => count('<a ') === 1, 'it is acknowledged');
    expect(count('<a xmlns="urn:xmpp:sm:3" h="3"/>')).to.equal(1);
  });

  it('acknowledges at once where the browser stores nothing', async () => {
    const tab = await open();
    tab.keeps = false;
    tab.environment.advance(5_000);
    await receive(tab, 'a');
    await server().send(QUESTION);
    await until(() => count('<a xmlns="urn:xmpp:sm:3" h="2"/>') === 1, 'it is acknowledged');
  });

  it('is not told again what the page said after it had stored the session', async () => {
    const tab = await open();
    tab.say('before');
    await server().nextStanza();
    await stored(tab, 1);
    tab.say('after');
    await server().nextStanza();
    await crash(tab);
    const other = await next(tab);
    other.say('new');
    await until(() => count('id="new"') === 1, 'the next page is heard');
    expect([count('id="before"'), count('id="after"'), other.stream.state.resumed]).to.deep.equal([1, 1, true]);
  });

  it('is told again what was stored and has not reached it', async () => {
    const tab = await open();
    tab.say('lost');
    await server().nextStanza();
    await stored(tab, 1);
    await server().set({ handled: 0 });
    await crash(tab);
    await next(tab);
    await until(() => count('id="lost"') === 2, 'it is said again');
  });

  it('goes on after any time, if the server has kept it', async () => {
    const tab = await open();
    await stored(tab, 1);
    await crash(tab);
    tab.environment.advance(3_600_000);
    expect((await next(tab)).stream.state.resumed).to.equal(true);
  });

  it('begins anew where the server has not', async () => {
    const tab = await open();
    await stored(tab, 1);
    await server().set({ resumption: 'forgotten' });
    await crash(tab);
    const other = await next(tab);
    expect([other.stream.state.resumed, other.received]).to.deep.equal([undefined, []]);
  });

  it('goes on once: the session is deleted before the stream is resumed', async () => {
    const tab = await open();
    await stored(tab, 1);
    await crash(tab);
    const other = await next(tab);
    expect(other.stored).to.deep.equal([undefined]);
    await crash(other);
    await next(tab);
    expect([count('<resume'), count('<bind')]).to.deep.equal([1, 2]);
  });

  it('does not go on in a second tab while the first one lives', async () => {
    const tab = await open();
    await stored(tab, 1);
    const other = await next(tab);
    expect([server().connections, count('<resume'), other.stored]).to.deep.equal([1, 0, []]);
  });

  it('goes on in the other tab where there is one, and what was stored is deleted before', async () => {
    const tab = await open();
    await stored(tab, 1);
    const other = await next(tab);
    await receive(other, 'a');
    await crash(tab);
    await until(() => count('<resume') === 1, 'it is resumed');
    expect(count('h="2" previd="stream-1"')).to.equal(1);
    expect(other.stored).to.deep.equal([undefined]);
  });

  it('leaves nothing once it is closed, and nothing of the sign-in before', async () => {
    const tab = await open();
    await stored(tab, 1);
    expect(JSON.stringify(last(tab))).to.contain('stream-1');
    for (const secret of ['secret', btoa('\0george\0secret'), 'PLAIN']) expect(JSON.stringify(last(tab))).not.to.contain(secret);
    await tab.stream.disconnect();
    expect(last(tab)).to.equal(undefined);
  });
});
