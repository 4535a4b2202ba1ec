import { expect } from 'chai';
import { createStore, promisifyRequest } from 'idb-keyval';
import { storedSession, storeSession } from '../../src/context/stored-session.js';

describe('what a browser keeps of sessions', function () {
  this.timeout(15_000);
  const key = 'nobody@slow.example';
  const store = createStore('xmpp-elements-sessions', 'sessions');
  afterEach(() => storeSession(key, undefined));

  /** Keeps the store busy for so many ms, in which nobody else can write. @returns when that has begun, with its end */
  async function occupy(ms: number): Promise<{ free: Promise<void> }> {
    const until = performance.now() + ms;
    let begun: () => void;
    const beginning = new Promise<void>((resolve) => (begun = resolve));
    const free = store('readwrite', async (objects) => {
      while (performance.now() < until) {
        await promisifyRequest(objects.count());
        begun();
      }
    });
    await beginning;
    return { free };
  }

  it('is there or not, as it says', async () => {
    expect(await storeSession(key, { n: 1 })).to.equal(true);
    expect(await storedSession(key)).to.deep.equal({ n: 1 });
    expect(await storeSession(key, undefined)).to.equal(false);
    expect(await storedSession(key)).to.equal(undefined);
  });

  it('is there, perhaps, if it takes too long to be written: it is, then', async () => {
    const { free } = await occupy(3_500);
    const began = performance.now();
    expect(await storeSession(key, { n: 2 })).to.equal(true);
    expect(performance.now() - began).to.be.within(2_900, 3_450);
    await free;
    expect(await storedSession(key)).to.deep.equal({ n: 2 });
  });

  it('is there, perhaps, if it takes too long to be deleted', async () => {
    await storeSession(key, { n: 3 });
    const { free } = await occupy(3_500);
    expect(await storeSession(key, undefined)).to.equal(true);
    await free;
  });
});
