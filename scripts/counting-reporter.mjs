// A node:test reporter for `npm test`: one JSON line per test, `{ "outcome", "file" }`, so that what was counted survives a run that is cut off.

/** @typedef {{ name: string, file?: string, skip?: unknown, todo?: unknown, details: { type?: string, error?: { failureType?: string } } }} Result */

/** @param {AsyncIterable<{ type: string, data: unknown }>} source */
export default async function* countingReporter(source) {
  for await (const { type, data } of source) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const result = /** @type {Result} */ (data);
    const outcome = type === 'test:pass' ? passOutcome(result) : failOutcome(result);
    if (outcome) yield `${JSON.stringify({ outcome, file: result.file })}\n`;
  }
}

/** @param {Result} result */
function passOutcome({ name, file, skip, todo, details }) {
  if (details.type === 'suite') return undefined;
  // The file itself "passes" when none of its tests reported: empty, or it ended the process
  if (name === file) return 'failed';
  return skip !== undefined || todo !== undefined ? 'skipped' : 'passed';
}

/** @param {Result} result */
function failOutcome({ details }) {
  // the subtests have been counted
  return details.error?.failureType === 'subtestsFailed' ? undefined : 'failed';
}
