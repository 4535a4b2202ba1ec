import type { Expectation, Milestone } from '../scenario.js';
import { markName } from '../trace.js';

/** The moments of a page's life that are timed, in this order. */
export type Moment = 'roster' | 'first-row' | 'burst' | 'end';

export interface LongTask {
  readonly start: number;
  readonly duration: number;
}

/** What a page measured of itself. Times in ms since navigation began. */
export interface ProbeReport {
  readonly times: Readonly<Partial<Record<Moment, number>>>;
  /** Tasks of more than 50 ms; the browser does not tell of shorter ones. */
  readonly longTasks: readonly LongTask[];
  /** Times between frames since `recordFrames`. */
  readonly frames: readonly number[];
  /** Navigation's begin, in ms since 1970. */
  readonly timeOrigin: number;
}

declare global {
  // The driver puts it there before any script of the page runs.
  var benchExpectation: Expectation;
  var bench: Probe;
}

/**
 * Times a page from within, the same way in all of them: what is to be seen is looked for right after each frame was
 * painted. Looking changes nothing on the page, so that it makes no frame that would not have been.
 */
export class Probe {
  /** Presences counted, where the page does nothing else with them. */
  counted = 0;
  /** What the page got wrong, in words. Asked by the driver at the milestones, when nothing is timed. */
  check: (milestone: Milestone) => readonly string[] = () => [];
  readonly #times: Partial<Record<Moment, number>> = {};
  readonly #reached = new Map<Moment, () => void>();
  readonly #watched = new Map<Moment, () => boolean>();
  readonly #longTasks = new PerformanceObserver((list) => this.#noteTasks(list.getEntries()));
  readonly #tasks: LongTask[] = [];
  readonly #frames: number[] = [];
  readonly #painted = new MessageChannel();
  #lastFrame: number | undefined;
  #recording = false;
  #running = false;

  constructor() {
    this.#longTasks.observe({ type: 'longtask', buffered: true });
    this.#painted.port1.onmessage = () => this.#look();
    globalThis.bench = this;
  }

  get expectation(): Expectation {
    return globalThis.benchExpectation;
  }

  /** It happened just now; only the first time counts. */
  mark(moment: Moment): void {
    this.#times[moment] ??= performance.mark(markName(moment)).startTime;
    this.#reached.get(moment)?.();
  }

  /** Waits until it is to be seen. */
  watch(moment: Moment, isShown: () => boolean): void {
    this.#watched.set(moment, isShown);
    this.#run();
  }

  /** For the driver. */
  reached(moment: Moment): Promise<void> {
    return this.#times[moment] === undefined ? new Promise((resolve) => this.#reached.set(moment, resolve)) : Promise.resolve();
  }

  /** For the driver: from now on until the end. */
  recordFrames(): void {
    this.#recording = true;
    this.#run();
  }

  /** For the driver. */
  countElements(): number {
    return [...elementsWithin(document)].length;
  }

  /** For the driver. */
  report(): ProbeReport {
    this.#noteTasks(this.#longTasks.takeRecords());
    return { times: this.#times, longTasks: this.#tasks, frames: this.#frames, timeOrigin: performance.timeOrigin };
  }

  #noteTasks(entries: readonly PerformanceEntry[]): void {
    for (const { startTime, duration } of entries) this.#tasks.push({ start: startTime, duration });
  }

  #run(): void {
    if (this.#running) return;
    this.#running = true;
    this.#lastFrame = undefined;
    requestAnimationFrame((time) => this.#frame(time));
  }

  #frame(time: number): void {
    if (this.#recording && this.#lastFrame !== undefined) this.#frames.push(time - this.#lastFrame);
    this.#lastFrame = time;
    this.#recording &&= this.#times.end === undefined;
    this.#running = this.#recording || this.#watched.size > 0;
    if (!this.#running) return;
    if (this.#watched.size > 0) this.#painted.port2.postMessage(undefined);
    requestAnimationFrame((next) => this.#frame(next));
  }

  #look(): void {
    for (const [moment, isShown] of this.#watched) {
      if (!isShown()) continue;
      this.#watched.delete(moment);
      this.mark(moment);
    }
  }
}

/** All elements of the page, through open shadow roots. */
export function* elementsWithin(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* elementsWithin(element.shadowRoot);
  }
}

/** Whether any of it is on screen. Asked when layout is done, so that asking costs none. */
export function isOnScreen(element: Element): boolean {
  const { top, bottom, width, height } = element.getBoundingClientRect();
  return width > 0 && height > 0 && bottom > 0 && top < innerHeight;
}
