import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { Liveness } from '../../src/protocol/liveness.js';
import { MockEnvironment } from '../support/browser/mock-environment.js';

describe('a connection that may be dead', () => {
  let environment: MockEnvironment;
  let liveness: Liveness;
  let asked: number;
  let diedAt: number | undefined;
  let start: number;

  beforeEach(() => {
    environment = new MockEnvironment();
    [asked, diedAt, start] = [0, undefined, environment.now()];
    liveness = new Liveness(environment, () => asked++, () => (diedAt = environment.now()));
    liveness.start();
  });
  /** What browsers give a tab that has been hidden for some minutes: one tick. */
  const throttledMinute = () => {
    environment.sleep(58_000);
    environment.advance(2_000);
  };
  const secondsUntilDeath = () => (diedAt === undefined ? undefined : (diedAt - start) / 1_000);

  it('is noticed within a minute of silence', () => {
    environment.advance(60_000);
    assert.equal(asked, 1);
    assert.ok(secondsUntilDeath()! <= 60, `after ${secondsUntilDeath()} s`);
  });

  it('is noticed within 10 s of being doubted, by whoever has reason to', () => {
    environment.advance(15_500);
    start = environment.now();
    liveness.check();
    environment.advance(10_000);
    assert.ok(secondsUntilDeath()! <= 10, `after ${secondsUntilDeath()} s`);
  });

  it('is noticed within 10 s of what is sent', () => {
    environment.advance(15_500);
    start = environment.now();
    liveness.doubt();
    environment.advance(10_000);
    assert.equal(asked, 1);
    assert.ok(secondsUntilDeath()! <= 10, `after ${secondsUntilDeath()} s`);
  });

  it('is noticed within 10 s of waking up, though timers have slept as long as the machine', () => {
    environment.advance(15_500);
    environment.sleep(3_600_000);
    start = environment.now();
    environment.advance(10_000);
    assert.ok(secondsUntilDeath()! <= 10, `after ${secondsUntilDeath()} s`);
  });

  it('is noticed within three minutes where the browser lets timers go off once a minute', () => {
    for (let minutes = 0; minutes < 5; minutes++) throttledMinute();
    assert.ok(secondsUntilDeath()! <= 180, `after ${secondsUntilDeath()} s`);
  });

  it('lives in such a tab as long as there is an answer', () => {
    for (let minute = 0; minute < 10; minute++) {
      throttledMinute();
      liveness.noteAnswer();
    }
    assert.equal(diedAt, undefined);
    assert.equal(asked, 10);
  });

  it('is noticed within 10 s although there is reason to ask again and again', () => {
    environment.advance(15_500);
    start = environment.now();
    for (let times = 0; times < 5; times++) {
      liveness.check();
      environment.advance(2_500);
    }
    assert.ok(secondsUntilDeath()! <= 10, `after ${secondsUntilDeath()} s`);
  });

  it('is noticed as soon when the clock is set back meanwhile', () => {
    environment.advance(15_500);
    environment.sleep(-3_600_000);
    start = environment.now();
    environment.advance(60_000);
    assert.equal(asked, 1);
    assert.ok(secondsUntilDeath()! <= 60, `after ${secondsUntilDeath()} s`);
  });

  it('is noticed as soon when the clock is set back after it was asked', () => {
    liveness.check();
    environment.sleep(-3_600_000);
    start = environment.now();
    environment.advance(10_000);
    assert.ok(secondsUntilDeath()! <= 10, `after ${secondsUntilDeath()} s`);
  });

  it('is not dead because an answer was on its way when the machine fell asleep', () => {
    liveness.check();
    environment.advance(5_000);
    environment.sleep(3_600_000);
    environment.advance(3_000);
    assert.deepEqual([asked, diedAt], [2, undefined]);
    liveness.noteAnswer();
    environment.advance(30_000);
    assert.equal(diedAt, undefined);
  });

  it('lives on what comes at the last moment, but not on what lay in the network’s buffers', () => {
    liveness.check();
    environment.advance(1_000);
    liveness.hear();
    environment.advance(9_000);
    assert.notEqual(diedAt, undefined);
  });

  it('lives as long as something comes, even if the answer is long in coming', () => {
    liveness.check();
    for (let second = 0; second < 60; second++) {
      environment.advance(1_000);
      liveness.hear();
    }
    assert.equal(diedAt, undefined);
  });

  it('is not asked while it has something to say', () => {
    for (let second = 0; second < 300; second++) {
      environment.advance(1_000);
      liveness.hear();
    }
    assert.equal(asked, 0);
  });

  it('is thought of no more once it is over', () => {
    liveness.check();
    liveness.stop();
    environment.advance(600_000);
    assert.deepEqual([asked, diedAt], [1, undefined]);
  });
});
