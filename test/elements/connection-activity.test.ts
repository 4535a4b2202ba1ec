import { expect } from 'chai';
import '../../src/elements/xmpp-connection/xmpp-connection.js';

describe('whether anybody looks at a page with <xmpp-connection>', () => {
  const undo: (() => void)[] = [];
  const timers: { readonly run: () => void; readonly ms: number }[] = [];
  const told: boolean[] = [];
  let visibility: DocumentVisibilityState = 'visible';
  let connection: HTMLElementTagNameMap['xmpp-connection'];

  function replace(owner: object, name: string, descriptor: PropertyDescriptor): void {
    const own = Object.getOwnPropertyDescriptor(owner, name);
    Object.defineProperty(owner, name, { configurable: true, ...descriptor });
    undo.push(() => (own ? Object.defineProperty(owner, name, own) : Reflect.deleteProperty(owner, name)));
  }

  beforeEach(() => {
    const [setTimer, clearTimer] = [window.setTimeout.bind(window), window.clearTimeout.bind(window)];
    replace(document, 'visibilityState', { get: () => visibility });
    replace(window, 'setTimeout', {
      value: (run: () => void, ms = 0) => (ms === 60_000 ? timers.push({ run, ms }) + 1e9 : setTimer(run, ms)),
    });
    replace(window, 'clearTimeout', { value: (id?: number) => ((id ?? 0) > 1e9 ? timers.splice(0) : clearTimer(id)) });
    connection = document.createElement('xmpp-connection');
    connection.session.setActive = (active) => void told.push(active);
    document.body.append(connection);
  });
  afterEach(() => {
    connection.remove();
    visibility = 'visible';
    for (const list of [timers, told]) list.length = 0;
    for (const restore of undo.splice(0)) restore();
  });

  function become(state: DocumentVisibilityState): void {
    visibility = state;
    document.dispatchEvent(new Event('visibilitychange'));
  }

  it('is told to the server when it has been in the background for a minute, and at once when it is back', () => {
    expect(told).to.deep.equal([true]);
    become('hidden');
    expect(told).to.deep.equal([true]);
    timers[0]?.run();
    expect(told).to.deep.equal([true, false]);
    become('visible');
    expect(told).to.deep.equal([true, false, true]);
  });

  it('is not told when one only looks at something else for a moment, nor after the element has gone', () => {
    become('hidden');
    become('visible');
    expect(timers).to.deep.equal([]);
    become('hidden');
    connection.remove();
    expect(timers).to.deep.equal([]);
    expect(told).not.to.include(false);
  });
});
