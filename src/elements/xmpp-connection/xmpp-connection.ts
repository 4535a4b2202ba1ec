import { ContextProvider } from '@lit/context';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { addressIn, areOthers, canSignIn, type ConnectionSettings, type CredentialsSource } from '../../context/connection-settings.js';
import { createSession } from '../../context/create-session.js';
import { pageSessions, sessionContext } from '../../context/session-context.js';
import type { ConnectionFailure, ConnectionStatus } from '../../protocol/stream.js';
import type { Session } from '../../state/session.js';
import { failureText, passingText } from '../error-words.js';
import { XmppConnectionChangeEvent, XmppErrorEvent } from '../events.js';
import { localized } from '../messages/localized.js';
import { words } from '../messages/messages.js';
import { themeStyles } from '../theme.styles.js';
import { PageLife } from './page-life.js';
import { connectionStyles } from './xmpp-connection.styles.js';

/**
 * One connection to an XMPP server, shared by every element inside it, and by those elsewhere on the page that have no
 * connection above them. It connects by itself as soon as it knows how to sign in, and stays connected.
 *
 * ```html
 * <xmpp-connection service="wss://im.company.org/xmpp-websocket" jid="george@im.company.org" credentials-url="/xmpp-credentials">
 *   <xmpp-roster></xmpp-roster>
 * </xmpp-connection>
 * ```
 *
 * @summary One connection for the whole page.
 *
 * @slot - Whatever belongs to this connection.
 *
 * @fires xmpp-connection-change - The connection came, went, or is being sought; `detail.connectionStatus`.
 * @fires xmpp-error - The connection failed for good; `detail.error.message` says why in words.
 *
 * @csspart error - Why the connection failed for good, with a button to try again.
 * @csspart notice - The line that says that the connection is being sought again. That it was lost a visible
 *   `<xmpp-roster>` inside says instead, with the time.
 * @csspart retry - The button that tries again.
 * @csspart weaker - The button that signs in although the server offers only weaker mechanisms than it used to.
 *
 * @cssstate offline - Not connected, and not trying to.
 * @cssstate connecting - The first attempt is under way.
 * @cssstate online - Connected.
 * @cssstate reconnecting - The connection was lost and is being sought again.
 */
@customElement('xmpp-connection')
@localized
export class XmppConnection extends LitElement {
  static override styles = [themeStyles, connectionStyles];

  /** The server's WebSocket, a `wss:` URL or a path on the page's own server. Absent: found through the domain's host-meta (XEP-0156). */
  @property() service: string | undefined;

  /** The account, `name@company.org`. */
  @property() jid: string | undefined;

  /** The domain to log in to, where it is not the account's. */
  @property() domain: string | undefined;

  /** Logs in without an account; needs `domain`. */
  @property({ type: Boolean }) anonymous = false;

  /** A name for this client among the account's others; absent: the server makes one up. */
  @property() resource: string | undefined;

  /** `separate` for a connection of its own; otherwise all tabs that show the same account, service and resource share one. */
  @property() tabs: 'separate' | undefined;

  /** A path on the page's own server that answers with `{ "jid": …, "password": … }`, or with a `"token"`. */
  @property({ attribute: 'credentials-url' }) credentialsUrl: string | undefined;

  /**
   * `{ jid?, password }` or `{ jid?, token }`, or a function that gives it, asked anew at each attempt. Never an attribute.
   * Others than before are tried at once; the same ones in another object, or another function, when there is an attempt.
   */
  @property({ attribute: false, hasChanged: areOthers }) credentials: CredentialsSource | undefined;

  /** What the connection knows and may do; the same object as long as the element lives. */
  readonly session: Session = createSession(() => this.#settings);

  @state() private status: ConnectionStatus = 'offline';
  @state() private failure: ConnectionFailure | undefined;
  /** Whether a form asks its user to sign in: it says itself what went wrong. */
  @state() private isAsking = false;

  readonly #internals = this.attachInternals();
  #unsubscribe: (() => void) | undefined;
  #leavePage: (() => void) | undefined;
  /** Settles when the connection has ended, because the element has left the page. */
  #left: Promise<void> | undefined;

  constructor() {
    super();
    new ContextProvider(this, { context: sessionContext, initialValue: this.session });
    new PageLife(this, this.session);
    this.#internals.states.add(this.status);
  }

  /** `offline`, `connecting`, `online` or `reconnecting`; also as `:state(online)` in CSS. */
  get connectionStatus(): ConnectionStatus {
    return this.session.connectionStatus;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#leavePage = pageSessions.add(this);
    this.#unsubscribe = this.session.subscribe(() => this.#noteStatus());
    void this.#return();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leavePage?.();
    this.#unsubscribe?.();
    // An element that is only moved is back before this runs; another one may be back before it has left.
    setTimeout(() => {
      if (!this.isConnected && this.connectionStatus !== 'offline') this.#left = this.session.leave();
    });
  }

  /** Only what leaving has ended is connected again: a wrong password is not tried anew wherever the element goes. */
  async #return(): Promise<void> {
    const left = this.#left;
    await left;
    if (!left || left !== this.#left || !this.isConnected) return;
    this.#left = undefined;
    this.#connectIfPossible();
  }

  /** Connects and stays connected; progress shows in `connectionStatus` and in `xmpp-connection-change`. */
  connect(): void {
    this.session.connect();
  }

  /** Goes offline and stays there until `connect()`. Settles once the stream is closed. */
  async disconnect(): Promise<void> {
    await this.session.disconnect();
  }

  /**
   * Goes offline and forgets who was signed in: what was typed into `<xmpp-sign-in>`, the key of whoever stays signed in,
   * and the contact list and pictures that this browser keeps. Settles once the stream is closed and all is deleted.
   */
  async signOut(): Promise<void> {
    await this.session.signOut();
  }

  protected override updated(changed: PropertyValues<this>): void {
    const where = (['service', 'jid', 'domain', 'anonymous', 'resource', 'tabs'] as const).some((name) => changed.has(name));
    const before = changed.get('credentials');
    const whose = before && this.credentials && addressIn(before) !== addressIn(this.credentials);
    const how = changed.has('credentials') || changed.has('credentialsUrl');
    // Connecting changes what is shown: that is for the next update.
    if (where || whose) queueMicrotask(() => void this.#reconnect());
    else if (how) queueMicrotask(() => this.#connectIfPossible());
  }

  protected override render(): TemplateResult {
    return html`${this.#renderNotice()}<slot></slot>`;
  }

  #renderNotice(): TemplateResult | typeof nothing {
    if (this.isAsking) return nothing;
    if (this.status === 'offline' && this.failure) return this.#renderFailure(this.failure);
    if (this.status !== 'reconnecting' || !this.failure) return nothing;
    const isLost = this.session.disconnectedSince && this.failure.kind !== 'no-network';
    if (isLost && this.#hasRoster) return nothing;
    const text = isLost ? words().connection.lost : passingText(this.failure);
    return html`<div class="notice" part="notice" role="status"><span class="text">${text}</span></div>`;
  }

  #renderFailure(failure: ConnectionFailure): TemplateResult {
    const isWeaker = failure.condition === 'weaker';
    return html`<div class="notice error" part="error" role="alert">
      <span class="text">${this.#textOf(failure)}</span>
      ${isWeaker ? html`<button part="weaker" type="button" @click=${() => this.session.signIn.submitWeaker()}>${words().signIn.weaker}</button>` : nothing}
      <button part="retry" type="button" @click=${() => this.connect()}>${words().connection.retry}</button>
    </div>`;
  }

  /** Whether a contact list in here says already that the connection was lost, and since when nothing is known. */
  get #hasRoster(): boolean {
    return [...this.querySelectorAll('xmpp-roster:defined')].some((roster) => roster.getClientRects().length > 0);
  }

  #textOf(failure: ConnectionFailure): string {
    return failureText(failure, this.session.disconnectedSince !== undefined);
  }

  get #settings(): ConnectionSettings {
    // A removed attribute is `null`, and so is what frameworks pass for nothing.
    const { service, jid, domain, anonymous, resource, credentials, credentialsUrl, tabs } = this;
    const given = { service: service ?? undefined, jid: jid ?? undefined, domain: domain ?? undefined, resource: resource ?? undefined };
    return { ...given, anonymous, isSeparate: tabs === 'separate', credentials: credentials ?? undefined, credentialsUrl: credentialsUrl ?? undefined };
  }

  /** Another account or server: what was connected to the former is closed first. */
  async #reconnect(): Promise<void> {
    if (this.connectionStatus !== 'offline') await this.session.leave();
    this.#connectIfPossible();
  }

  #connectIfPossible(): void {
    if (!this.isConnected || this.session.stopped) return;
    if (!canSignIn(this.#settings) && !this.session.signIn.given) return void this.session.signIn.recallAnew();
    // The last visit's list is there while the connection is made; who is online is not.
    if (this.jid) void this.session.restore(this.jid);
    this.session.connect();
  }

  #noteStatus(): void {
    const { connectionStatus, failure } = this.session;
    this.isAsking = this.session.signIn.needed;
    if (connectionStatus === this.status && failure === this.failure) return;
    this.#internals.states.clear();
    this.#internals.states.add(connectionStatus);
    this.status = connectionStatus;
    this.failure = failure;
    this.dispatchEvent(new XmppConnectionChangeEvent({ connectionStatus, failure }));
    // An attempt under way still knows why the last one failed.
    if (failure?.final && connectionStatus === 'offline') this.dispatchEvent(new XmppErrorEvent({ error: new Error(this.#textOf(failure)), action: words().connection.connecting }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xmpp-connection': XmppConnection;
  }
}
