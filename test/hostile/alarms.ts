/** What a payload would do if it ran: call this, or anything else that is watched here. */
export const RUN = 'globalThis.payloadRan()';

/** An element that only a payload brings. */
const MARK = 'x-payload';
/** Markup that runs in every way that markup can, and leaves an element that cannot be overlooked. */
export const MARKUP = `<img src=x onerror="${RUN}"><svg onload="${RUN}"></svg><script>${RUN}</script><${MARK}></${MARK}>`;

const FOREIGN = `${MARK}, script, iframe, object, embed, img, link, base, meta, [onerror], [onload], [href], [src], [srcdoc], [action]`;
const DIALOGS = ['alert', 'confirm', 'prompt', 'open', 'print'] as const;

/** Listens for everything that must never happen, whatever comes in. */
export class Alarms {
  readonly #heard: string[] = [];
  readonly #dialogs: object = Object.fromEntries(DIALOGS.map((name) => [name, (window as unknown as Record<string, unknown>)[name]]));
  readonly #note = (event: Event): void => {
    this.#heard.push(`${event.type}: ${event instanceof ErrorEvent ? event.message : String((event as PromiseRejectionEvent).reason)}`);
  };

  constructor() {
    for (const name of DIALOGS) Object.assign(window, { [name]: () => this.#heard.push(`window.${name}`) });
    Object.assign(window, { payloadRan: () => this.#heard.push('a payload ran') });
    for (const type of ['error', 'unhandledrejection', 'securitypolicyviolation']) window.addEventListener(type, this.#note);
  }

  end(): void {
    Object.assign(window, this.#dialogs);
    for (const type of ['error', 'unhandledrejection', 'securitypolicyviolation']) window.removeEventListener(type, this.#note);
  }

  /** What went off so far, and what is on the page that should not be, shadow roots included. */
  heard(within: Element): string[] {
    const foreign = elementsIn(within).filter((element) => element.matches(FOREIGN)).map(({ outerHTML }) => `an element: ${outerHTML}`);
    const inherited = Object.keys(Object.prototype).map((key) => `Object.prototype.${key}`);
    return [...this.#heard, ...foreign, ...inherited];
  }
}

/** Everything in it, in shadow roots too. */
export function elementsIn(root: ParentNode): Element[] {
  return [...root.querySelectorAll('*')].flatMap((element) => [element, ...(element.shadowRoot ? elementsIn(element.shadowRoot) : [])]);
}
