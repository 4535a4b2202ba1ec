// The least a page can do: the same log-in, and then frames are counted. Nothing is read, nothing shown.
import { logIn } from './log-in.js';
import { Probe } from './probe.js';

const probe = new Probe();
const { domain, presences, changes } = probe.expectation;
// The first is our own coming back.
const burst = presences + 1;
const end = burst + changes;
probe.check = () => (probe.counted === burst || probe.counted === end ? [] : [`counted ${probe.counted} presences`]);

logIn(domain, {
  roster() {
    probe.mark('roster');
    probe.mark('first-row');
  },
  presence() {
    probe.counted++;
    if (probe.counted === burst) probe.mark('burst');
    else if (probe.counted === end) probe.mark('end');
  },
});
