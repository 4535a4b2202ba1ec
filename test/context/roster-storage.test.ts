import { expect } from 'chai';
import { rosterStorage, rosterStorageOf } from '../../src/context/roster-storage.js';

const KEPT = { format: 1, items: [] };

describe('what a browser keeps of rosters', () => {
  const account = 'nobody@anonymous.example';
  afterEach(() => rosterStorage.remove(account));

  it('is nothing of an anonymous account, which does not come back', async () => {
    const storage = rosterStorageOf(() => true);
    await storage.save(account, KEPT);
    expect(await rosterStorage.load(account)).to.equal(undefined);
    await rosterStorage.save(account, KEPT);
    expect(await storage.load(account)).to.equal(undefined);
    await storage.remove(account);
    expect(await rosterStorage.load(account)).to.equal(undefined);
  });

  it('is the list of anybody else', async () => {
    const storage = rosterStorageOf(() => false);
    await storage.save(account, KEPT);
    expect(await storage.load(account)).to.deep.equal(KEPT);
    await storage.remove(account);
    expect(await storage.load(account)).to.equal(undefined);
  });
});
