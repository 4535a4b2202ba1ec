/** The part of Chromium's trace format that is read here. Times in µs. */
export interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  /** CPU time. */
  readonly tdur?: number;
}

/** What the probe calls its marks in a trace. */
export const markName = (moment: string): string => `bench ${moment}`;

/** The CPU time of the longest task on the page's main thread that began after the roster was parsed. In ms. */
export function longestTaskCpu(events: readonly TraceEvent[]): number {
  const roster = events.find(({ name }) => name === markName('roster'));
  if (!roster) return NaN;
  const tasks = events.filter(({ name, pid, tid, ts }) => name.endsWith('RunTask') && pid === roster.pid && tid === roster.tid && ts > roster.ts);
  return Math.max(0, ...tasks.map(({ tdur = 0 }) => tdur)) / 1000;
}
