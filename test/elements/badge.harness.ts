import '../../src/elements/xmpp-presence-badge/xmpp-presence-badge.js';
import { axeProblems } from '../support/browser/looks.js';
import { MockAccount, type Item } from '../support/browser/mock-account.js';
import { settled } from '../support/browser/waiting.js';

/** A presence badge with an account of its own, as it is seen and as it is read aloud. */
export class BadgeHarness {
  readonly element = document.createElement('xmpp-presence-badge');
  readonly box: HTMLElement;
  /** How often it has rendered. */
  renders = 0;

  private constructor(readonly account: MockAccount) {
    this.box = account.provider();
    this.element.addController({ hostUpdated: () => this.renders++ });
  }

  /** Of that address, on a page whose account has these contacts. */
  static async online(jid: string, items: readonly Item[] = [{ jid: 'ann@im.example', name: 'Ann Lee' }]): Promise<BadgeHarness> {
    const harness = new BadgeHarness(new MockAccount());
    await harness.account.comeOnline(items);
    harness.element.setAttribute('jid', jid);
    await harness.attach();
    return harness;
  }

  static async withoutConnection(jid: string): Promise<BadgeHarness> {
    const harness = new BadgeHarness(new MockAccount());
    harness.element.jid = jid;
    document.body.append(harness.element);
    await harness.settled();
    return harness;
  }

  async attach(): Promise<void> {
    this.box.append(this.element);
    document.body.append(this.box);
    await this.settled();
  }

  /** For `afterEach`. */
  remove(): void {
    this.box.remove();
    this.element.remove();
  }

  settled(): Promise<void> {
    return settled(this.element);
  }

  /** As the page's CSS can select it. */
  get availability(): string | null {
    return this.element.getAttribute('availability');
  }

  /** What is read aloud; `undefined` when it is hidden from assistive technology. */
  get label(): string | undefined {
    const icon = this.#icon;
    if (icon.ariaHidden === 'true') return undefined;
    if (icon.role !== 'img') throw new Error('It is neither an image nor hidden');
    return icon.ariaLabel ?? '';
  }

  /** What the pointer is told. */
  get tooltip(): string {
    return this.#icon.getAttribute('title') ?? '';
  }

  /** The outlines that are drawn, whatever their colour. */
  get shape(): string {
    const outline = (node: Element) => [...node.attributes].map(({ name, value }) => `${name}=${value}`).join(' ');
    return this.#drawn.map((node) => `${node.localName} ${outline(node)}`).join('; ');
  }

  /** With which colours each outline is drawn: those that are not `none`. */
  get paints(): string[][] {
    return this.#drawn.map((node) => {
      const { fill, stroke } = getComputedStyle(node);
      return [fill, stroke].filter((paint) => paint !== 'none');
    });
  }

  get size(): { readonly width: number; readonly height: number } {
    const { width, height } = this.#icon.querySelector('svg')?.getBoundingClientRect() ?? new DOMRect();
    return { width, height };
  }

  axe(): Promise<string[]> {
    return axeProblems(this.element);
  }

  get #icon(): HTMLElement {
    const icon = this.element.shadowRoot?.querySelector<HTMLElement>('[part=icon]');
    if (!icon) throw new Error('The badge has not been rendered yet');
    return icon;
  }

  get #drawn(): Element[] {
    return [...this.#icon.querySelectorAll('svg *')];
  }
}
