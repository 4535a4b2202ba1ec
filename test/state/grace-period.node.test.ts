import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { GracePeriod } from '../../src/state/grace-period.js';
import { MockEnvironment } from '../support/browser/mock-environment.js';

const LEE = 'lee@im.example';

describe('the place of whoever goes', () => {
  let clock: MockEnvironment;
  let period: GracePeriod;
  let over: string[];

  beforeEach(() => {
    clock = new MockEnvironment();
    over = [];
    period = new GracePeriod(clock, (jids) => void over.push(...jids));
  });

  it('is kept for ten seconds', () => {
    assert.equal(period.covers(LEE), true);
    clock.advance(9_999);
    assert.deepEqual([period.covers(LEE), over], [true, []]);
    clock.advance(1);
    assert.deepEqual([period.covers(LEE), over], [false, [LEE]]);
  });

  it('is not kept for longer where the clock is set back', () => {
    period.covers(LEE);
    clock.advance(3_000);
    clock.sleep(-3_600_000);
    clock.advance(7_000);
    assert.deepEqual([over, period.covers(LEE)], [[LEE], false]);
    clock.advance(3_600_000);
    assert.equal(period.covers(LEE), false);
  });

  it('is kept anew by whoever goes then', () => {
    period.covers(LEE);
    clock.sleep(-3_600_000);
    assert.equal(period.covers(LEE), false);
    period.forget(LEE);
    assert.equal(period.covers(LEE), true);
    clock.advance(10_000);
    assert.deepEqual([period.covers(LEE), over], [false, [LEE]]);
  });
});
