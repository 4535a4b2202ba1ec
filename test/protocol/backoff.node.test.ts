import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { backoff } from '../../src/protocol/backoff.js';
import { plotReturns } from '../support/return-plot.js';
import { plottedOutages, simulateReturn } from '../support/return-simulation.js';

describe('waiting before the next attempt', () => {
  it('has a ceiling that grows with the trouble, from a second to a minute, and is spread over all of it (RFC 6120 §3.3)', () => {
    assert.deepEqual([0, 500, 1_000, 10_000, 59_000, 3_600_000].map((elapsed) => backoff(elapsed, 0.5)), [500, 750, 1_000, 5_500, 30_000, 30_000]);
  });

  it('is never less than a quarter of a second, nor more than a minute', () => {
    for (const elapsed of [0, 1_000, 100_000, 1e9]) {
      assert.equal(backoff(elapsed, 0), 250);
      assert.ok(backoff(elapsed, 0.999999) <= 60_000);
    }
  });
});

describe('10,000 clients that have lost their server', () => {
  for (const outage of [0, 0.5, 1, 2, 3, 5, 10, 20, 30, 45, 60, 90, 120, 300, 900, 3_600]) {
    it(`come back after ${outage} s without a crowd: at no second are there three times as many as in the mean one`, () => {
      for (const seed of [1, 2, 3]) {
        const { perSecond, peak, mean } = simulateReturn(outage, 10_000, seed);
        assert.equal(perSecond.reduce((sum, logIns) => sum + logIns, 0), 10_000);
        assert.ok(peak < 3 * mean, `${peak} of a mean of ${mean.toFixed(0)}`);
        assert.ok(perSecond.length <= 61, `the last one came after ${perSecond.length} s`);
      }
    });
  }

  it('are plotted in docs/ as they are', () => {
    assert.equal(readFileSync('docs/images/return-after-outage.svg', 'utf8'), plotReturns(plottedOutages.map((outage) => simulateReturn(outage))));
  });
});
