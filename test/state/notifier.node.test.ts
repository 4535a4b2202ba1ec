import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Notifier } from '../../src/state/notifier.js';

/** A notifier, what its listeners heard, and what was reported. */
function setUp() {
  const errors: unknown[] = [];
  const heard: string[] = [];
  const notifier = new Notifier((error) => errors.push(error));
  const listener = (name: string) => (changed: readonly string[]) => void heard.push(`${name}: ${changed.join()}`);
  return { notifier, errors, heard, listener };
}

describe('listening to changes', () => {
  it('of one address is told of that one alone', () => {
    const { notifier, heard, listener } = setUp();
    notifier.subscribe(listener('mary'), 'mary@b');
    notifier.notify(['stuart@b']);
    notifier.notify(['stuart@b', 'mary@b']);
    assert.deepEqual(heard, ['mary: mary@b']);
  });

  it('of everything is told once, with all that changed', () => {
    const { notifier, heard, listener } = setUp();
    notifier.subscribe(listener('all'));
    notifier.notify(['stuart@b', 'mary@b']);
    assert.deepEqual(heard, ['all: stuart@b,mary@b']);
  });

  it('hears of what concerns everybody even for an address nobody knows', () => {
    const { notifier, heard, listener } = setUp();
    notifier.subscribe(listener('stranger'), 'stranger@b');
    notifier.subscribe(listener('all'));
    notifier.notifyAll(['mary@b']);
    assert.deepEqual(heard, ['stranger: stranger@b', 'all: mary@b']);
  });

  it('ends with its undo, which may be called twice', () => {
    const { notifier, heard, listener } = setUp();
    const stop = notifier.subscribe(listener('one'), 'mary@b');
    notifier.subscribe(listener('other'), 'mary@b');
    stop();
    stop();
    notifier.notify(['mary@b']);
    assert.deepEqual(heard, ['other: mary@b']);
  });

  it('begins anew after the last undo; an old undo does not end it', () => {
    const { notifier, heard, listener } = setUp();
    const stop = notifier.subscribe(listener('old'), 'mary@b');
    stop();
    notifier.subscribe(listener('new'), 'mary@b');
    stop();
    notifier.notify(['mary@b']);
    assert.deepEqual(heard, ['new: mary@b']);
  });

  it('with the same function twice is told twice, and each undo ends one', () => {
    const { notifier, heard, listener } = setUp();
    const same = listener('same');
    const stop = notifier.subscribe(same);
    notifier.subscribe(same);
    notifier.notify(['mary@b']);
    stop();
    notifier.notify(['mary@b']);
    assert.equal(heard.length, 3);
  });

  it('does no harm by throwing: it is reported and the others are told', () => {
    const { notifier, heard, errors, listener } = setUp();
    const fault = new Error('a fault in the page');
    const fail = () => {
      throw fault;
    };
    notifier.subscribe(fail, 'mary@b');
    notifier.subscribe(fail);
    notifier.subscribe(listener('mary'), 'mary@b');
    notifier.subscribe(listener('all'));
    notifier.notify(['mary@b']);
    assert.deepEqual(heard, ['mary: mary@b', 'all: mary@b']);
    assert.deepEqual(errors, [fault, fault]);
  });

  it('may subscribe and unsubscribe while it is told', () => {
    const { notifier, heard, listener } = setUp();
    const stop = notifier.subscribe(() => {
      stop();
      notifier.subscribe(listener('late'));
    });
    notifier.notify(['a@b']);
    notifier.notify(['c@d']);
    assert.deepEqual(heard, ['late: c@d']);
  });

  it('of “__proto__” is told of “__proto__”', () => {
    const { notifier, heard, listener } = setUp();
    notifier.notify(['__proto__']);
    notifier.subscribe(listener('it'), '__proto__');
    notifier.notify(['__proto__']);
    assert.deepEqual(heard, ['it: __proto__']);
  });
});
