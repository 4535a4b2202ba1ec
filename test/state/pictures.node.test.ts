import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Picture } from '../../src/protocol/picture-data.js';
import { child, type XmlElement } from '../../src/protocol/xml.js';
import type { PictureStorage } from '../../src/state/picture-cache.js';
import { refusalOf, resultOf } from '../support/browser/mock-stream.js';
import { parse } from '../support/browser/parse.js';
import { avatarDataWith, avatarEvent, base64, photoPresence, png, sha1, vCardWith } from '../support/browser/pictures.js';
import { OnlineSession } from './online-session.js';

const both = (jid: string) => `<item jid="${jid}" subscription="both"/>`;
const ROSTER = `${both('mary@im.example')}${both('ann@im.example')}<item jid="out@im.example" subscription="from"/>`;

let hashing = 0;
const digest = crypto.subtle.digest.bind(crypto.subtle);
crypto.subtle.digest = (...options: Parameters<typeof digest>) => {
  hashing++;
  return digest(...options).finally(() => hashing--);
};

/** A browser's storage, in memory. */
class MemoryStorage implements PictureStorage {
  readonly pictures = new Map<string, Uint8Array<ArrayBuffer>>();
  readonly ids = new Map<string, unknown>();
  load = (id: string): Promise<unknown> => Promise.resolve(this.pictures.get(id));
  save = (id: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> => Promise.resolve(void this.pictures.set(id, bytes));
  loadIds = (account: string): Promise<unknown> => Promise.resolve(this.ids.get(account));
  saveIds = (account: string, ids: unknown): Promise<void> => Promise.resolve(void this.ids.set(account, ids));
  clear = (): Promise<void> => {
    this.pictures.clear();
    this.ids.clear();
    return Promise.resolve();
  };
}

/** George looks at people; the test is their server. */
class Looking {
  readonly viewer = {};
  #taken = 0;

  private constructor(readonly online: OnlineSession) {}

  static async start(storage?: PictureStorage, roster = ROSTER): Promise<Looking> {
    return new Looking(await OnlineSession.start(roster, storage && { pictures: storage }));
  }

  async show(...jids: string[]): Promise<void> {
    this.online.session.pictures.show(this.viewer, jids);
    await this.settle();
  }

  async receive(...stanzas: string[]): Promise<void> {
    for (const stanza of stanzas) this.online.stream.receive(parse(stanza));
    await this.settle();
  }

  picture(jid: string): Picture | undefined {
    return this.online.session.pictures.picture(jid);
  }

  /** The requests for pictures that were sent and not yet taken. */
  asked(): XmlElement[] {
    const asked = this.online.stream.sent.filter((stanza) => child(stanza, 'vCard', 'vcard-temp') ?? child(stanza, 'pubsub', 'http://jabber.org/protocol/pubsub'));
    const fresh = asked.slice(this.#taken);
    this.#taken = asked.length;
    return fresh;
  }

  async answer(get: XmlElement | undefined, payload: string): Promise<void> {
    this.online.stream.receive(resultOf(get!, parse(payload)));
    await this.settle();
  }

  async refuse(get: XmlElement | undefined): Promise<void> {
    this.online.stream.receive(refusalOf(get!, 'item-not-found'));
    await this.settle();
  }

  /** Until all is hashed, which the runtime does in threads of its own, and what follows from it is done. */
  async settle(): Promise<void> {
    for (let quiet = 0; quiet < 5; quiet = hashing === 0 ? quiet + 1 : 0) await new Promise(setImmediate);
  }
}

const isVCardGet = (stanza: XmlElement | undefined) => stanza !== undefined && child(stanza, 'vCard', 'vcard-temp') !== undefined;

describe('whose picture is asked for', () => {
  it('is who is in sight and has one, from the vCard', async () => {
    const looking = await Looking.start();
    const mary = png(1);
    await looking.receive(photoPresence('mary@im.example', await sha1(mary)), photoPresence('ann@im.example', await sha1(png(2))));
    assert.deepEqual(looking.asked(), [], 'nobody looks yet');
    await looking.show('mary@im.example');
    const asked = looking.asked();
    assert.deepEqual(asked.map(({ attrs }) => attrs.to), ['mary@im.example']);
    await looking.answer(asked[0], vCardWith(base64(mary, 76)));
    assert.deepEqual(looking.picture('mary@im.example')?.bytes, mary);
    assert.equal(looking.picture('ann@im.example'), undefined);
  });

  it('is whoever comes into sight, or gets one while in sight; and those who look are told', async () => {
    const looking = await Looking.start();
    await looking.show('mary@im.example', 'ann@im.example');
    assert.deepEqual(looking.asked(), []);
    const told: string[] = [];
    looking.online.session.subscribe((jids) => told.push(...jids));
    const picture = png(1);
    await looking.receive(photoPresence('ann@im.example', await sha1(picture)));
    told.splice(0);
    await looking.answer(looking.asked()[0], vCardWith(base64(picture)));
    assert.deepEqual(told, ['ann@im.example']);
  });

  it('is no stranger, nobody whom we do not see, and nobody whom we block', async () => {
    const looking = await Looking.start();
    await looking.show('out@im.example', 'stranger@evil.example', 'mary@im.example');
    looking.online.session['account'].blockList.replace(['mary@im.example']);
    const hash = await sha1(png(1));
    await looking.receive(...['out@im.example', 'stranger@evil.example', 'mary@im.example'].flatMap((jid) => [photoPresence(jid, hash), avatarEvent(jid, { id: hash })]));
    assert.deepEqual(looking.asked(), []);
  });

  it('is shown no more once we block them', async () => {
    const looking = await Looking.start();
    const mary = png(1);
    await looking.show('mary@im.example');
    await looking.receive(photoPresence('mary@im.example', await sha1(mary)));
    await looking.answer(looking.asked()[0], vCardWith(base64(mary)));
    assert.ok(looking.picture('mary@im.example'));
    looking.online.session['account'].blockList.replace(['mary@im.example']);
    assert.equal(looking.picture('mary@im.example'), undefined);
  });

  it('are three at a time', async () => {
    const people = Array.from({ length: 10 }, (_, index) => `p${index}@im.example`);
    const looking = await Looking.start(undefined, people.map(both).join(''));
    const hashes = await Promise.all(people.map((_, index) => sha1(png(index + 1))));
    await looking.receive(...people.map((jid, index) => photoPresence(jid, hashes[index])));
    await looking.show(...people);
    const first = looking.asked();
    assert.equal(first.length, 3);
    await looking.refuse(first[1]);
    assert.equal(looking.asked().length, 1);
  });
});

describe('which picture is shown', () => {
  it('is the one of XEP-0084 where there are two, and it is asked for by its id', async () => {
    const looking = await Looking.start();
    const [vcard, avatar] = [png(1), png(2)];
    const id = await sha1(avatar);
    await looking.receive(photoPresence('mary@im.example', await sha1(vcard)), avatarEvent('mary@im.example', { id }));
    await looking.show('mary@im.example');
    const [get] = looking.asked();
    assert.equal(isVCardGet(get), false);
    await looking.answer(get, avatarDataWith(base64(avatar), id));
    assert.deepEqual(looking.picture('mary@im.example')?.bytes, avatar);
  });

  it('is that of the vCard where the other cannot be had', async () => {
    const looking = await Looking.start();
    const picture = png(1);
    const id = await sha1(picture);
    await looking.receive(photoPresence('mary@im.example', id), avatarEvent('mary@im.example', { id }));
    await looking.show('mary@im.example');
    await looking.refuse(looking.asked()[0]);
    const [get] = looking.asked();
    assert.equal(isVCardGet(get), true);
    await looking.answer(get, vCardWith(base64(picture)));
    assert.ok(looking.picture('mary@im.example'));
  });

  it('is none when they take it away', async () => {
    const looking = await Looking.start();
    const picture = png(1);
    const id = await sha1(picture);
    await looking.show('mary@im.example', 'ann@im.example');
    await looking.receive(photoPresence('mary@im.example', id), avatarEvent('ann@im.example', { id }));
    await looking.answer(looking.asked()[0], vCardWith(base64(picture)));
    assert.ok(looking.picture('mary@im.example') && looking.picture('ann@im.example'), 'the same picture is asked for once');
    await looking.receive(photoPresence('mary@im.example', ''), photoPresence('ann@im.example', id), avatarEvent('ann@im.example'));
    assert.deepEqual([looking.picture('mary@im.example'), looking.picture('ann@im.example')], [undefined, undefined]);
  });

  it('is nobody’s of the former account', async () => {
    const looking = await Looking.start();
    const picture = png(1);
    await looking.show('mary@im.example');
    await looking.receive(photoPresence('mary@im.example', await sha1(picture)));
    await looking.answer(looking.asked()[0], vCardWith(base64(picture)));
    await looking.online.begin('other@im.example/office');
    await looking.settle();
    assert.equal(looking.picture('mary@im.example'), undefined);
  });
});

describe('what is no picture', () => {
  const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  const bomb = png(3);
  new DataView(bomb.buffer).setUint32(16, 50_000);
  const cases: Record<string, { readonly bytes: Uint8Array<ArrayBuffer>; readonly answer: (text: string) => string; readonly id?: string }> = {
    'one with another hash': { bytes: png(1), answer: vCardWith, id: 'f'.repeat(40) },
    'an SVG with a script, said to be a PNG': { bytes: svg, answer: vCardWith },
    'one of 5 MB': { bytes: new Uint8Array(5 * 1024 * 1024), answer: vCardWith },
    'one of 50,000 pixels': { bytes: bomb, answer: vCardWith },
    'one in no base64': { bytes: png(1), answer: () => vCardWith('%%%') },
    'a vCard without one': { bytes: png(1), answer: () => '<vCard xmlns="vcard-temp"/>' },
    'another payload': { bytes: png(1), answer: () => '<query xmlns="jabber:iq:roster"/>' },
  };
  for (const [name, { bytes, answer, id }] of Object.entries(cases)) {
    it(`is not shown and not asked for again: ${name}`, async () => {
      const storage = new MemoryStorage();
      const looking = await Looking.start(storage);
      await looking.show('mary@im.example');
      const hash = id ?? (await sha1(bytes));
      await looking.receive(photoPresence('mary@im.example', hash));
      await looking.answer(looking.asked()[0], answer(base64(bytes)));
      assert.equal(looking.picture('mary@im.example'), undefined);
      assert.equal(storage.pictures.size, 0);
      await looking.show();
      await looking.show('mary@im.example');
      looking.online.environment.advance(3_600_000);
      await looking.receive(photoPresence('mary@im.example', hash));
      assert.deepEqual(looking.asked(), []);
    });
  }

  it('does not keep others from theirs', async () => {
    const looking = await Looking.start();
    const picture = png(1);
    const hash = await sha1(picture);
    await looking.show('mary@im.example', 'ann@im.example');
    await looking.receive(photoPresence('mary@im.example', hash), photoPresence('ann@im.example', hash));
    const [mary] = looking.asked();
    await looking.answer(mary, '<vCard xmlns="vcard-temp"/>');
    const [ann] = looking.asked();
    assert.equal(ann?.attrs.to, 'ann@im.example');
    await looking.answer(ann, vCardWith(base64(picture)));
    assert.ok(looking.picture('ann@im.example'));
  });
});

describe('floods of pictures', () => {
  it('do not become floods of requests: 500 people with another hash each second', async () => {
    const people = Array.from({ length: 500 }, (_, index) => `p${index}@im.example`);
    const looking = await Looking.start(undefined, people.map(both).join(''));
    await looking.show(...people.slice(0, 20));
    let requests = 0;
    for (let second = 0; second < 60; second++) {
      await looking.receive(...people.map((jid, index) => photoPresence(jid, (second * 1000 + index).toString(16).padStart(40, '0'))));
      for (let asked = looking.asked(); asked.length > 0; asked = looking.asked()) {
        requests += asked.length;
        for (const get of asked) await looking.refuse(get);
      }
      looking.online.environment.advance(1_000);
    }
    assert.ok(requests >= 20 && requests <= 60, `${requests} requests in a minute for 20 people in sight`);
  });

  it('are held up for half a minute, also where the clock is set back by a month', async () => {
    const looking = await Looking.start();
    const { environment } = looking.online;
    await looking.show('mary@im.example');
    await looking.receive(photoPresence('mary@im.example', await sha1(png(1))));
    await looking.refuse(looking.asked()[0]);
    environment.sleep(-30 * 24 * 3_600_000);
    await looking.receive(photoPresence('mary@im.example', await sha1(png(2))));
    environment.advance(29_999);
    await looking.settle();
    assert.deepEqual(looking.asked(), []);
    environment.advance(1);
    await looking.settle();
    assert.equal(looking.asked().length, 1);
  });
});

describe('pictures and the connection', () => {
  it('are asked for again in the next session, when the last one ended over it', async () => {
    const looking = await Looking.start();
    const picture = png(1);
    const hash = await sha1(picture);
    await looking.show('mary@im.example');
    await looking.receive(photoPresence('mary@im.example', hash));
    assert.equal(looking.asked().length, 1);
    looking.online.stream.lose();
    await looking.settle();
    looking.online.environment.advance(60_000);
    await looking.online.begin();
    await looking.receive(photoPresence('mary@im.example', hash));
    const [get] = looking.asked();
    await looking.answer(get, vCardWith(base64(picture)));
    assert.ok(looking.picture('mary@im.example'));
  });

  it('stay while the connection is away', async () => {
    const looking = await Looking.start();
    const picture = png(1);
    await looking.show('mary@im.example');
    await looking.receive(photoPresence('mary@im.example', await sha1(picture)));
    await looking.answer(looking.asked()[0], vCardWith(base64(picture)));
    looking.online.stream.lose();
    assert.ok(looking.picture('mary@im.example'));
  });
});

describe('the pictures of the last visit', () => {
  async function visited(): Promise<{ storage: MemoryStorage; hash: string; picture: Uint8Array<ArrayBuffer> }> {
    const storage = new MemoryStorage();
    const looking = await Looking.start(storage);
    const picture = png(1);
    const hash = await sha1(picture);
    await looking.show('mary@im.example');
    await looking.receive(photoPresence('mary@im.example', hash));
    await looking.answer(looking.asked()[0], vCardWith(base64(picture)));
    looking.online.environment.advance(5_000);
    await looking.settle();
    return { storage, hash, picture };
  }

  it('are there without a request, also of those who are away', async () => {
    const { storage, picture } = await visited();
    const looking = await Looking.start(storage);
    await looking.show('mary@im.example', 'ann@im.example');
    assert.deepEqual(looking.asked(), []);
    assert.deepEqual(looking.picture('mary@im.example')?.bytes, picture);
  });

  it('give way to another one', async () => {
    const { storage } = await visited();
    const looking = await Looking.start(storage);
    await looking.show('mary@im.example');
    const other = png(2);
    await looking.receive(photoPresence('mary@im.example', await sha1(other)));
    await looking.answer(looking.asked()[0], vCardWith(base64(other)));
    assert.deepEqual(looking.picture('mary@im.example')?.bytes, other);
  });

  it('are checked like those that come over the wire, and asked for anew where they are garbled', async () => {
    for (const garbled of [new TextEncoder().encode('<svg/>'), png(9), 'text', null]) {
      const { storage, hash, picture } = await visited();
      storage.pictures.set(hash, garbled as Uint8Array<ArrayBuffer>);
      const looking = await Looking.start(storage);
      await looking.show('mary@im.example');
      assert.equal(looking.picture('mary@im.example'), undefined);
      await looking.receive(photoPresence('mary@im.example', hash));
      await looking.answer(looking.asked()[0], vCardWith(base64(picture)));
      assert.ok(looking.picture('mary@im.example'));
    }
  });

  it('are none where what was kept makes no sense', async () => {
    for (const ids of ['x', [['mary@im.example']], [['mary@im.example', '../x']], [[7, 7]], { a: 1 }]) {
      const storage = new MemoryStorage();
      storage.ids.set('george@im.example', ids);
      const looking = await Looking.start(storage);
      await looking.show('mary@im.example');
      assert.equal(looking.picture('mary@im.example'), undefined);
    }
  });

  it('are not waited for where the browser’s storage hangs or fails', async () => {
    for (const load of [() => new Promise<unknown>(() => undefined), () => Promise.reject(new Error('no storage'))]) {
      const storage = new MemoryStorage();
      storage.load = load;
      storage.loadIds = load;
      const looking = await Looking.start(storage);
      await looking.show('mary@im.example');
      await looking.receive(photoPresence('mary@im.example', await sha1(png(1))));
      looking.online.environment.advance(1_000);
      await looking.settle();
      assert.equal(looking.asked().length, 1);
    }
  });

  it('are forgotten with the contact list', async () => {
    const { storage } = await visited();
    const looking = await Looking.start(storage);
    await looking.online.session.forgetCache();
    assert.deepEqual([storage.pictures.size, storage.ids.size], [0, 0]);
  });

  it('stay forgotten when one is still on its way', async () => {
    const { storage } = await visited();
    const looking = await Looking.start(storage);
    looking.online.session.pictures.show(looking.viewer, ['mary@im.example']);
    await looking.online.session.forgetCache();
    await looking.settle();
    looking.online.environment.advance(5_000);
    await looking.settle();
    assert.equal(storage.ids.size, 0);
  });
});
