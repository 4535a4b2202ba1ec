import { expect } from 'chai';
import { connection, define, follower, newName, TestConnection, TestFollower } from './test-elements.js';

describe('an element looks for its session', () => {
  afterEach(() => document.body.replaceChildren());

  describe('among connections', () => {
    it('and takes the nearest one above it', () => {
      const [inner, outer] = [follower(), follower()];
      const near = connection(inner);
      const far = connection(outer, near);
      document.body.append(far);
      expect(inner.controller.session).to.equal(near.session);
      expect(outer.controller.session).to.equal(far.session);
    });

    it('and finds the one around the element in whose shadow it is', () => {
      const box = document.createElement('div');
      const inside = follower();
      box.attachShadow({ mode: 'open' }).append(inside);
      const around = connection(box);
      document.body.append(connection(), around);
      expect(inside.controller.session).to.equal(around.session);
    });

    it('and outside of all takes the page’s first, wherever it stands itself', () => {
      const [before, after, first, second] = [follower(), follower(), connection(), connection()];
      document.body.append(before, first, second, after);
      expect(before.controller.session).to.equal(first.session);
      expect(after.controller.session).to.equal(first.session);
    });

    it('and takes the first by place in the page, not by time', () => {
      const [outside, early, late] = [follower(), connection(), connection()];
      document.body.append(outside, early);
      expect(outside.controller.session).to.equal(early.session);
      early.before(late);
      expect(outside.controller.session).to.equal(late.session);
    });

    it('and has none where there is none', () => {
      const alone = follower();
      document.body.append(alone);
      expect(alone.controller.session).to.equal(undefined);
    });
  });

  describe('in whatever order elements upgrade', () => {
    it('when the connection comes long after it', () => {
      const outside = follower();
      document.body.append(outside);
      const late = connection();
      document.body.append(late);
      expect(outside.controller.session).to.equal(late.session);
    });

    it('when the connection around it is defined after it', () => {
      const name = newName();
      const around = document.createElement(name);
      document.body.append(around);
      const inside = follower();
      around.append(inside);
      expect(inside.controller.session).to.equal(undefined);
      define(TestConnection, name);
      expect(inside.controller.session).to.equal((around as TestConnection).session);
    });

    it('when it is defined after the connections', () => {
      const name = newName();
      const around = connection(document.createElement(name));
      document.body.append(around, document.createElement(name));
      define(TestFollower, name);
      const [inside, outside] = document.querySelectorAll<TestFollower>(name);
      expect(inside!.controller.session).to.equal(around.session);
      expect(outside!.controller.session).to.equal(around.session);
    });

    it('when the one around it is defined after another one on the page', () => {
      const name = newName();
      const other = connection();
      document.body.append(other, document.createElement(name));
      const around = document.querySelector(name)!;
      const [inside, outside] = [follower(), follower()];
      around.append(inside);
      document.body.append(outside);
      expect(inside.controller.session).to.equal(other.session);
      define(TestConnection, name);
      expect(inside.controller.session).to.equal((around as TestConnection).session);
      expect(outside.controller.session).to.equal(other.session);
    });

    it('when a nearer connection is defined later than a farther one', () => {
      const name = newName();
      const near = document.createElement(name);
      const inside = follower();
      near.append(inside);
      const far = connection(near);
      document.body.append(far);
      expect(inside.controller.session).to.equal(far.session);
      define(TestConnection, name);
      expect(inside.controller.session).to.equal((near as TestConnection).session);
    });

    it('when a whole piece of page is parsed at once', () => {
      const [connections, followers] = [define(TestConnection), define(TestFollower)];
      // The parser upgrades elements in an order of its own: that is what is tested.
      document.body.innerHTML = `<${followers}></${followers}><${connections}><p><${followers}></${followers}></p></${connections}>`;
      const { session } = document.querySelector<TestConnection>(connections)!;
      for (const element of document.querySelectorAll<TestFollower>(followers)) expect(element.controller.session).to.equal(session);
    });
  });

  describe('again when something moves', () => {
    it('from one connection to another, and out of them', () => {
      const moving = follower();
      const [one, two] = [connection(moving), connection()];
      document.body.append(one, two);
      two.append(moving);
      expect(moving.controller.session).to.equal(two.session);
      document.body.append(moving);
      expect(moving.controller.session).to.equal(one.session);
    });

    it('together with its connection', () => {
      const inside = follower();
      const around = connection(inside);
      const other = connection();
      document.body.append(around, other);
      other.append(around);
      expect(inside.controller.session).to.equal(around.session);
      document.body.prepend(around);
      expect(inside.controller.session).to.equal(around.session);
    });

    it('away and back', () => {
      const inside = follower();
      const around = connection(inside);
      document.body.append(around);
      inside.remove();
      around.append(inside);
      expect(inside.controller.session).to.equal(around.session);
      around.remove();
      document.body.append(around);
      expect(inside.controller.session).to.equal(around.session);
    });

    it('because the page’s first connection was removed', () => {
      const [outside, first, second] = [follower(), connection(), connection()];
      document.body.append(outside, first, second);
      first.remove();
      expect(outside.controller.session).to.equal(second.session);
      second.remove();
      expect(outside.controller.session).to.equal(undefined);
      document.body.append(first);
      expect(outside.controller.session).to.equal(first.session);
    });

    it('because the page’s connections changed places', () => {
      const [outside, one, two] = [follower(), connection(), connection()];
      document.body.append(outside, one, two);
      document.body.append(one);
      expect(outside.controller.session).to.equal(two.session);
    });

    it('and one inside a connection does not care what the page’s first is', () => {
      const inside = follower();
      const around = connection(inside);
      const first = connection();
      document.body.append(first, around);
      first.remove();
      document.body.prepend(connection());
      expect(inside.controller.session).to.equal(around.session);
    });
  });

  it('and hears of none after it was removed', () => {
    const outside = follower();
    document.body.append(outside);
    outside.remove();
    document.body.append(connection());
    expect(outside.controller.session).to.equal(undefined);
  });
});
