import { expect } from 'chai';
import { connection, define, follower, frame, newName, TestConnection, type TestFollower } from './test-elements.js';

const MARY = 'mary@im.example';
const STUART = 'stuart@im.example';

describe('SessionController', () => {
  let around: TestConnection;

  beforeEach(async () => {
    around = connection();
    document.body.append(around);
    await around.stream.comeOnline('george@im.example/office');
  });
  afterEach(() => document.body.replaceChildren());

  /** An element in the connection that has rendered, and has taken what it was told so far. */
  async function following(jid: string | null | undefined): Promise<TestFollower> {
    const element = follower();
    element.follows = jid;
    around.append(element);
    await frame(element);
    element.controller.takeChanges();
    element.updates = 0;
    return element;
  }

  it('asks for one update a frame, whatever comes in', async () => {
    const element = await following(null);
    for (let times = 0; times < 100; times++) around.presence(`c${times % 7}@im.example`);
    await frame(element);
    expect(element.updates).to.equal(1);
    around.presence(MARY);
    await frame(element);
    expect(element.updates).to.equal(2);
  });

  it('says what changed since it was last asked', async () => {
    const element = await following(null);
    around.presence(MARY);
    around.presence(STUART);
    around.presence(MARY);
    expect(element.controller.takeChanges()).to.deep.equal(new Set([MARY, STUART]));
    expect(element.controller.takeChanges()).to.deep.equal(new Set());
  });

  it('says that all is new at first', async () => {
    const element = follower();
    around.append(element);
    await frame(element);
    expect(element.controller.takeChanges()).to.equal('all');
  });

  it('updates for the one address an element follows, and for no other', async () => {
    const element = await following('Mary@IM.example');
    around.presence(STUART);
    await frame(element);
    expect(element.updates).to.equal(0);
    around.presence(MARY);
    await frame(element);
    expect(element.updates).to.equal(1);
  });

  it('updates for nothing while an element follows nothing', async () => {
    const element = await following(undefined);
    expect(around.session.listeners).to.equal(0);
    around.presence(MARY);
    await frame(element);
    expect(element.updates).to.equal(0);
  });

  it('follows another address after the element’s next update', async () => {
    const element = await following(MARY);
    element.follows = STUART;
    element.requestUpdate();
    await frame(element);
    element.updates = 0;
    around.presence(MARY);
    await frame(element);
    expect(element.updates).to.equal(0);
    around.presence(STUART);
    await frame(element);
    expect(element.updates).to.equal(1);
    expect(around.session.listeners).to.equal(1);
  });

  it('updates when the connection comes and goes', async () => {
    const [one, all] = [await following(MARY), await following(null)];
    around.stream.lose();
    await frame(one, all);
    expect([one.updates, all.updates]).to.deep.equal([1, 1]);
  });

  it('listens to nothing after the element was removed, and does not update it', async () => {
    const elements = [await following(null), await following(MARY)];
    around.presence(MARY);
    for (const element of elements) element.remove();
    expect(around.session.listeners).to.equal(0);
    await frame(...elements);
    for (const element of elements) element.updates = 0;
    around.presence(MARY);
    await frame(...elements);
    expect(elements.map(({ updates }) => updates)).to.deep.equal([0, 0]);
  });

  it('listens to nothing when it is found by a connection that is itself no longer in the page', async () => {
    const name = newName();
    const waiting = document.createElement(name);
    const element = follower();
    waiting.append(element);
    document.body.append(waiting);
    waiting.remove();
    define(TestConnection, name);
    customElements.upgrade(waiting);
    document.body.append(connection());
    await frame(element);
    expect((waiting as TestConnection).session.listeners).to.equal(0);
    document.body.append(waiting);
    expect((waiting as TestConnection).session.listeners).to.equal(1);
  });

  it('listens once, however often the element is removed and put back', async () => {
    const element = await following(null);
    for (let times = 0; times < 20; times++) {
      element.remove();
      around.append(element);
    }
    document.body.append(element);
    around.append(element);
    expect(around.session.listeners).to.equal(1);
    around.remove();
    expect(around.session.listeners).to.equal(0);
  });

  it('reads everything anew when the element comes back', async () => {
    const element = await following(null);
    element.remove();
    around.presence(MARY);
    around.append(element);
    await frame(element);
    expect(element.updates).to.equal(1);
    expect(element.controller.takeChanges()).to.equal('all');
  });

  it('leaves the former session for another one, and reads everything anew', async () => {
    const element = await following(MARY);
    const other = connection();
    document.body.append(other);
    other.append(element);
    await frame(element);
    expect([around.session.listeners, other.session.listeners]).to.deep.equal([0, 1]);
    expect(element.controller.takeChanges()).to.equal('all');
    element.updates = 0;
    around.presence(MARY);
    await frame(element);
    expect(element.updates).to.equal(0);
  });

  it('leaves the session when its connection is gone from the page', async () => {
    const outside = follower();
    document.body.append(outside);
    await frame(outside);
    expect(around.session.listeners).to.equal(1);
    around.remove();
    expect(around.session.listeners).to.equal(0);
    await frame(outside);
    expect(outside.controller.session).to.equal(undefined);
  });
});
