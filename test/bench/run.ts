// `npm run bench`: what a roster of 5,000 contacts and a burst of 3,500 presences cost on a page, and 100 changes a
// second after that. A replay server sends the same stanzas to three pages in turn, in a real Chromium:
//
//   ours    <xmpp-connection> and <xmpp-roster> in 360 × 800 px, from the one-script production build
//   floor   hand-written DOM and XML reading, one row per contact and group, no sorting: what one would do without us
//   bare    the same log-in by hand, then frames are counted: what nobody can be faster than
//   client  (with --client) @xmpp/client as its README says, stanzas counted: what the library alone costs
//
//   npm run bench -- [--rounds 5] [--page ours,bare] [--client] [--json FILE] [--profile FOLDER]
//
// It prints medians with extremes, ours ÷ each of the others, and the bars to be reached; a bar that is missed ends it with
// exit code 1, and so does a page that shows wrong numbers. How things are measured: README.md beside this file.
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { runBench } from './bench.js';
import { pageNames, type PageName } from './build-pages.js';
import { describe, judge } from './report.js';
import { FULL_SIZE } from './scenario.js';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    page: { type: 'string', default: 'ours,floor,bare' },
    client: { type: 'boolean', default: false },
    json: { type: 'string' },
    profile: { type: 'string' },
  },
});

const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds takes a number, 1 or more');
const pages = [...new Set([...values.page.split(',').map(pageName), ...(values.client ? ['client' as const] : [])])];
if (values.profile) mkdirSync(values.profile, { recursive: true });

const results = await runBench({ pages, rounds, profile: values.profile, progress: (what) => process.stderr.write(`${what}\n`) });
const bars = judge(results);
const { contacts, groups, presences, changes } = FULL_SIZE;
console.log(`\n${contacts} contacts in ${groups} groups, ${presences} presences, ${changes} changes; median (min–max) of ${rounds}; Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'CPU'}\n`);
console.log(describe(results, bars));
if (values.json) writeFileSync(values.json, JSON.stringify({ sizes: FULL_SIZE, results, bars }, undefined, 2));
if (values.profile) console.log(`\nProfiled, so the numbers above are no measure. Profiles are in ${values.profile}`);
process.exitCode = bars.every(({ ok }) => ok) ? 0 : 1;

function pageName(name: string): PageName {
  const known = pageNames.find((page) => page === name);
  if (!known) throw new Error(`--page takes ${pageNames.join(', ')}; not “${name}”`);
  return known;
}
