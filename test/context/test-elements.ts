import { ContextProvider } from '@lit/context';
import { LitElement } from 'lit';
import { inNextFrame } from '../../src/context/frame.js';
import { pageSessions, sessionContext } from '../../src/context/session-context.js';
import { SessionController } from '../../src/context/session-controller.js';
import type { ChangeListener } from '../../src/state/notifier.js';
import { Session } from '../../src/state/session.js';
import { MockStream } from '../support/browser/mock-stream.js';

/** A session that knows how many listen to it. */
export class CountedSession extends Session {
  listeners = 0;

  override subscribe(listener: ChangeListener, jid?: string): () => void {
    const undo = super.subscribe(listener, jid);
    this.listeners++;
    return () => {
      this.listeners--;
      undo();
    };
  }
}

/** What `<xmpp-connection>` is to the others, without a connection. */
export class TestConnection extends LitElement {
  readonly stream = new MockStream();
  readonly session = new CountedSession(this.stream, this.stream.environment);
  #leavePage: (() => void) | undefined;

  constructor() {
    super();
    new ContextProvider(this, { context: sessionContext, initialValue: this.session });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#leavePage = pageSessions.add(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leavePage?.();
  }

  /** Presence of that address comes in. */
  presence(from: string): void {
    this.stream.receive(`<presence from="${from}/x"/>`);
  }
}

/** An element that follows one address, everything (`null`) or nothing (`undefined`). */
export class TestFollower extends LitElement {
  follows: string | null | undefined = null;
  updates = 0;
  readonly controller = new SessionController(this, () => this.follows);

  override updated(): void {
    this.updates++;
  }
}

let names = 0;
/** Defines the element under a new name and gives that. */
export function define(base: CustomElementConstructor, name = newName()): string {
  customElements.define(name, class extends base {});
  return name;
}

/** A name nothing is defined for yet. */
export function newName(): string {
  return `test-element-${++names}`;
}

const connectionName = define(TestConnection);
const followerName = define(TestFollower);

export function connection(...children: Node[]): TestConnection {
  const element = document.createElement(connectionName) as TestConnection;
  element.append(...children);
  return element;
}

/** Follows everything unless told otherwise. */
export function follower(follows: string | null = null): TestFollower {
  const element = document.createElement(followerName) as TestFollower;
  element.follows = follows;
  return element;
}

/** What waits for the next frame has happened, and the elements have rendered. */
export async function frame(...elements: LitElement[]): Promise<void> {
  await new Promise<void>((resolve) => inNextFrame(resolve));
  await Promise.all(elements.map((element) => element.updateComplete));
}
