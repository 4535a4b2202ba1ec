import { expect } from 'chai';
import { inNextFrame } from '../../src/context/frame.js';

/** Puts something else in place of a global's property, until `restore`. */
const undo: (() => void)[] = [];
function replace(owner: object, name: string, descriptor: PropertyDescriptor): void {
  const own = Object.getOwnPropertyDescriptor(owner, name);
  Object.defineProperty(owner, name, { configurable: true, ...descriptor });
  undo.push(() => (own ? Object.defineProperty(owner, name, own) : Reflect.deleteProperty(owner, name)));
}
const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
const asked = () => new Promise<void>((resolve) => inNextFrame(resolve));

describe('inNextFrame', () => {
  afterEach(() => {
    for (const restore of undo.splice(0)) restore();
  });

  it('runs what it was given once in the next frame, however often it was asked', async () => {
    const ran: string[] = [];
    const one = () => void ran.push('one');
    const two = () => void ran.push('two');
    for (const run of [one, two, one, one, two]) inNextFrame(run);
    expect(ran).to.deep.equal([]);
    await nextFrame();
    expect(ran).to.deep.equal(['one', 'two']);
    await nextFrame();
    expect(ran).to.have.length(2);
  });

  it('runs in the following frame what is asked for meanwhile', async () => {
    const frames: number[] = [];
    let frame = 0;
    const again = () => {
      frames.push(frame);
      if (frames.length < 3) inNextFrame(again);
    };
    inNextFrame(again);
    for (frame = 1; frame <= 4; frame++) await nextFrame();
    expect(frames).to.have.length(3);
    expect(new Set(frames).size).to.equal(3);
  });

  it('asks the browser for one frame only', async () => {
    let requests = 0;
    const request = window.requestAnimationFrame.bind(window);
    replace(window, 'requestAnimationFrame', { value: (run: FrameRequestCallback) => (requests++, request(run)) });
    for (let times = 0; times < 40; times++) inNextFrame(() => undefined);
    await asked();
    expect(requests).to.equal(1);
  });

  it('leaves frames out while changes pour in, but not for long, and none when they have ended', async () => {
    let ran = 0;
    const run = () => void ran++;
    inNextFrame(run, 1000);
    await nextFrame();
    expect(ran).to.equal(0);
    await nextFrame();
    expect(ran).to.equal(1);

    const begin = performance.now();
    for (; ran < 2; await nextFrame()) inNextFrame(run, 1000);
    expect(performance.now() - begin).to.be.within(100, 400);
    await nextFrame();
    await nextFrame();
    ran = 0;
    inNextFrame(run);
    await nextFrame();
    expect(ran).to.equal(1);
  });

  it('reports what throws, and runs the others', async () => {
    const reported: unknown[] = [];
    const fault = new Error('a fault in an element');
    replace(window, 'reportError', { value: (error: unknown) => reported.push(error) });
    let ran = false;
    inNextFrame(() => {
      throw fault;
    });
    inNextFrame(() => void (ran = true));
    await asked();
    expect([ran, reported]).to.deep.equal([true, [fault]]);
  });

  it('runs soon where no frame comes', async () => {
    replace(window, 'requestAnimationFrame', { value: () => 0 });
    let times = 0;
    const run = () => void times++;
    inNextFrame(run);
    inNextFrame(run);
    await asked();
    expect(times).to.equal(1);
  });

  it('goes back to frames when they come again', async () => {
    replace(window, 'requestAnimationFrame', { value: () => 0 });
    await asked();
    undo.pop()?.();
    let ran = false;
    inNextFrame(() => void (ran = true));
    await nextFrame();
    expect(ran).to.equal(true);
  });

  it('in a hidden tab does not make a few changes wait, and runs a burst together', async () => {
    let now = performance.now() + 10_000;
    let timers = 0;
    const setTimer = window.setTimeout.bind(window);
    replace(document, 'visibilityState', { get: () => 'hidden' });
    replace(performance, 'now', { value: () => now });
    replace(window, 'requestAnimationFrame', { value: () => 0 });
    replace(window, 'setTimeout', { value: (run: () => void, ms: number) => (timers++, setTimer(run, ms)) });
    for (let few = 0; few < 5; few++) await asked();
    expect(timers).to.equal(0);
    now += 1;
    let times = 0;
    const run = () => void times++;
    for (let change = 0; change < 100; change++) inNextFrame(run);
    await Promise.resolve();
    expect(times).to.equal(0);
    await asked();
    expect([times, timers]).to.deep.equal([1, 1]);
    now += 2_000;
    await asked();
    expect(timers, 'a second later it is all forgotten').to.equal(1);
  });
});
