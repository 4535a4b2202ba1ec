// `npm run simulation`: plots the log-ins of 10,000 clients at a server that has come back, for docs/.
import { writeFileSync } from 'node:fs';
import { plotReturns } from '../test/support/return-plot.js';
import { plottedOutages, simulateReturn } from '../test/support/return-simulation.js';

const returns = plottedOutages.map((outage) => simulateReturn(outage));
writeFileSync('docs/images/return-after-outage.svg', plotReturns(returns));
for (const { outage, peak, mean, perSecond } of returns) {
  console.log(`gone for ${outage} s: at most ${peak} log-ins a second, ${(peak / mean).toFixed(2)} × the mean of the ${perSecond.length} s until all are back`);
}
