import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runBench } from './bench.js';
import { describe as table, judge, summarize, type Results } from './report.js';
import { writeScenario } from './scenario.js';
import type { Measurement } from './measure.js';

const sizes = { contacts: 300, groups: 6, presences: 200, changes: 30 };

describe('the scenario', () => {
  it('is the same each time', () => {
    assert.deepEqual(writeScenario(sizes), writeScenario(sizes));
  });

  it('has the sizes that were asked for, our own presence coming back besides', () => {
    const { rosterItems, presences, changes, expectation } = writeScenario();
    assert.equal(rosterItems.split('<item ').length - 1, 5000);
    assert.equal(Object.keys(expectation.burst.counts).filter((group) => group !== '').length, 60);
    assert.equal(presences.length, 1 + 3500);
    assert.equal(changes.length, 1000);
  });

  it('ends each phase with words that nobody else says, of somebody spoken of only then', () => {
    const { presences, changes, expectation } = writeScenario(sizes);
    for (const [stanzas, { jid, status }] of [[presences, expectation.burst], [changes, expectation.end]] as const) {
      assert.equal(stanzas.findIndex((stanza) => stanza.includes(status) || stanza.includes(`from='${jid}`)), stanzas.length - 1);
    }
  });
});

describe('the bench', () => {
  it('takes every page through the scenario, finds its counts right, and measures', async () => {
    // It throws when a page shows or counts wrongly.
    const results = await runBench({ pages: ['ours', 'floor', 'bare', 'client'], rounds: 1, sizes });
    for (const [page, [measurement]] of Object.entries(results)) {
      assert.ok(measurement, page);
      for (const [key, value] of Object.entries(measurement)) assert.ok(Number.isFinite(value) && value >= 0, `${page}: ${key} is ${value}`);
      const { firstRow, allShown, burst, loadCpu, elements } = measurement;
      assert.ok(firstRow > 0 && firstRow <= allShown && burst < allShown && loadCpu > 0 && elements > 0, page);
    }
    assert.match(table(results, judge(results)), /ours ÷ floor/);
  });
});

describe('the report', () => {
  const measured = (values: Partial<Measurement>): Measurement => ({
    firstRow: 100, allShown: 200, burst: 100, loadCpu: 1, loadScript: 1, changesCpu: 1, changesScript: 1, longestTask: 60,
    longestTaskCpu: 30, longestTaskEver: 90, heap: 4, elements: 300, frameP50: 17, frameP95: 17, ...values,
  });

  it('takes the middle one, or the mean of the two in the middle', () => {
    assert.deepEqual(summarize([3, 1, 2]), { median: 2, min: 1, max: 3 });
    assert.equal(summarize([4, 1, 2, 3]).median, 2.5);
  });

  it('judges by medians', () => {
    const results: Results = {
      ours: [measured({}), measured({ longestTask: 500 }), measured({ firstRow: 300, allShown: 341 })],
      floor: [measured({ firstRow: 101 })],
      bare: [measured({ allShown: 117 })],
    };
    assert.deepEqual(judge(results).map(({ ok }) => ok), [true, false, true, true]); // 200 of 1.7 × 117
  });

  it('judges what was measured, and nothing else', () => {
    assert.deepEqual(judge({ ours: [measured({ elements: 800 })] }).map(({ ok }) => ok), [true, false]);
    assert.deepEqual(judge({ floor: [measured({})] }), []);
  });
});
