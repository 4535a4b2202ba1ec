import type { PageName } from './build-pages.js';
import type { Measurement } from './measure.js';

export type Results = Readonly<Partial<Record<PageName, readonly Measurement[]>>>;

/** A value over the rounds. */
export interface Summary {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

interface Measure {
  readonly key: keyof Measurement;
  readonly label: string;
  readonly digits: number;
  /** Below it the browser says nothing. */
  readonly threshold?: number;
}

const measures: readonly Measure[] = [
  { key: 'firstRow', label: 'first row, ms', digits: 0 },
  { key: 'allShown', label: 'all presence shown, ms', digits: 0 },
  { key: 'burst', label: '… since the burst began, ms', digits: 0 },
  { key: 'loadCpu', label: 'main thread until then, CPU ms', digits: 0 },
  { key: 'loadScript', label: '… in scripts, CPU ms', digits: 0 },
  { key: 'longestTask', label: 'longest task after the roster, ms', digits: 0, threshold: 50 },
  { key: 'longestTaskCpu', label: '… its CPU time, ms', digits: 0 },
  { key: 'longestTaskEver', label: 'longest task of all, ms', digits: 0, threshold: 50 },
  { key: 'heap', label: 'heap, MB', digits: 1 },
  { key: 'elements', label: 'elements', digits: 0 },
  { key: 'changesCpu', label: '100 changes/s: main thread, CPU ms', digits: 0 },
  { key: 'changesScript', label: '… in scripts, CPU ms', digits: 0 },
  { key: 'frameP50', label: '… frame p50, ms', digits: 1 },
  { key: 'frameP95', label: '… frame p95, ms', digits: 1 },
];

/** The bars to be reached. */
export interface Bar {
  readonly label: string;
  readonly value: number;
  readonly limit: number;
  readonly ok: boolean;
}

export function summarize(values: readonly number[]): Summary {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const median = ((sorted[Math.ceil(middle) - 1] ?? NaN) + (sorted[Math.floor(middle)] ?? NaN)) / 2;
  return { median, min: sorted[0] ?? NaN, max: sorted.at(-1) ?? NaN };
}

/** The bars that can be judged from the pages that were measured. */
export function judge(results: Results): Bar[] {
  const ours = (key: keyof Measurement) => median(results, 'ours', key);
  const bars = [
    { label: 'first row no later than the floor’s, ms', value: ours('firstRow'), limit: median(results, 'floor', 'firstRow') },
    { label: 'all presence shown within 1.7 × the bare socket’s time, ms', value: ours('allShown'), limit: 1.7 * median(results, 'bare', 'allShown') },
    { label: 'no task over 100 ms once the roster is parsed, ms', value: ours('longestTask'), limit: 100 },
    { label: 'fewer than 800 elements', value: ours('elements'), limit: 799 },
  ];
  return bars.filter(({ value, limit }) => !Number.isNaN(value + limit)).map((bar) => ({ ...bar, ok: bar.value <= bar.limit }));
}

/** The table of medians (and extremes), the ratios, the bars. */
export function describe(results: Results, bars: readonly Bar[]): string {
  const pages = Object.keys(results) as PageName[];
  const ratios = (['floor', 'bare', 'client'] as const).filter((page) => results.ours && results[page]);
  const head = ['', ...pages, ...ratios.map((page) => `ours ÷ ${page}`)];
  const rows = measures.map((measure) => [
    measure.label,
    ...pages.map((page) => cell(measure, summarize(valuesOf(results, page, measure.key)))),
    ...ratios.map((page) => ratio(measure, results, page)),
  ]);
  const verdicts = bars.map(({ label, value, limit, ok }) => `${ok ? 'ok    ' : 'NOT OK'} ${label}: ${round(value, 0)} of ${round(limit, 0)}`);
  return [...markdown([head, ...rows]), '', ...verdicts].join('\n');
}

function cell({ digits, threshold = 0 }: Measure, { median, min, max }: Summary): string {
  const show = (value: number) => (value < threshold ? `<${threshold}` : round(value, digits));
  return show(min) === show(max) ? show(median) : `${show(median)} (${show(min)}–${show(max)})`;
}

function ratio({ key, threshold = 0 }: Measure, results: Results, page: PageName): string {
  const [ours, theirs] = [median(results, 'ours', key), median(results, page, key)];
  return ours < threshold || theirs < threshold ? '' : (ours / theirs).toFixed(2);
}

function valuesOf(results: Results, page: PageName, key: keyof Measurement): number[] {
  return (results[page] ?? []).map((measurement) => measurement[key]);
}

function median(results: Results, page: PageName, key: keyof Measurement): number {
  return summarize(valuesOf(results, page, key)).median;
}

function round(value: number, digits: number): string {
  return value.toFixed(digits);
}

function markdown([head = [], ...rows]: readonly (readonly string[])[]): string[] {
  const widths = head.map((_, column) => Math.max(3, ...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) => `| ${row.map((text, column) => text.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(head), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...rows.map(line)];
}
