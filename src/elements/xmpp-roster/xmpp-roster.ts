import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { styleMap } from '../style-map.js';
import { SessionController } from '../../context/session-controller.js';
import { CardPopup } from '../card-popup.js';
import { ErrorLine } from '../error-line.js';
import { XmppContactActivateEvent } from '../events.js';
import { localized } from '../messages/localized.js';
import { words } from '../messages/messages.js';
import { ActiveRow } from './active-row.js';
import { renderContactRow, renderGroupRow } from './contact-row.js';
import { Calm } from './calm.js';
import { FadeIn } from './fade-in.js';
import { ListTools } from './finding/list-tools.js';
import { listStyles } from './list-styles.js';
import { LiveRoster } from './live-roster.js';
import { MovingGestures } from './moving/moving-gestures.js';
import { RosterMoving, type MovingLook } from './moving/roster-moving.js';
import { renderRequests } from './requests-above.js';
import { actionOf } from './roster-keys.js';
import { renderNotice } from './roster-notice.js';
import { RosterRows, type ContactRow, type RosterRow } from './roster-rows.js';
import { RosterSettings } from './roster-settings.js';
import { RowContents } from './row-contents.js';
import { isForControl, moveAmongControls } from './row-controls.js';
import { RowRulers } from './row-rulers.js';
import { RowWindow } from './row-window.js';

/**
 * The contact list, live: groups with counts, contacts sorted by availability and name. A contact dragged to another
 * group is moved on the server, and so on every client; Ctrl (⌥ on a Mac) adds it there and keeps it where it was. So it
 * is by touch (after a long press), by keyboard (Ctrl+Enter lifts) and by the row's menu, for all that are selected. It
 * takes the height the page gives it and scrolls within; thousands of contacts cost no more than those in sight. A
 * click on a contact, or Enter, opens their `<xmpp-contact-card>`.
 *
 * @summary The live, grouped contact list.
 *
 * @fires xmpp-contact-move - Cancelable, once for each contact. A contact is moved to another group, by whatever way.
 * @fires xmpp-contact-select - Other contacts are selected than before.
 * @fires xmpp-contact-activate - Cancelable. A contact was clicked, or Enter pressed on it; if nobody cancels it, their card opens.
 * @fires xmpp-contact-action - One of the page's `contactActions` was chosen. `detail` is `{ id, jid, group }`.
 * @fires xmpp-contact-remove - Cancelable. A contact is removed.
 * @fires xmpp-error - Something did not happen; it is also said in words below the list.
 *
 * @slot header - Above everything.
 * @slot footer - Below the list.
 * @slot empty - In place of "No contacts yet."
 * @slot loading - While it connects, and until the contacts have come.
 * @slot offline - While there is no connection, or the user is offline.
 *
 * @csspart requests - Above the list: who asks to see the user's presence, an `<xmpp-subscription-requests>`; its own parts are `requests__…`. No room while there are none.
 * @csspart tools - What stands above the list: the search box and the button beside it.
 * @csspart search - The search box.
 * @csspart search-icon - The lens in it.
 * @csspart search-clear - The button that empties it.
 * @csspart found - How many contacts a search has found.
 * @csspart view-button - The button of the menu that says whom the list shows, and in which order.
 * @csspart view-menu - That menu.
 * @csspart view-item - What can be chosen in it.
 * @csspart match - What was looked for, in a name.
 * @csspart list - The scrolling list.
 * @csspart group-header - The row of a group or another section; with `drop-target` while a drop would land there, and `locked` where the server governs the group.
 * @csspart group-name - A group's name.
 * @csspart group-count - How many of the group are online, of how many.
 * @csspart group-total - The "of how many" in it.
 * @csspart chevron - The arrow of a group that opens and closes.
 * @csspart contact - A contact's row; with `online` or `offline`, and `has-unread`, `pending`, `selected`, `dragged` or `drop-target` as it comes.
 * @csspart avatar - The circle with the picture or the initials.
 * @csspart picture - The picture, if there is one.
 * @csspart badge - The presence icon of a row; also as `badge__icon`.
 * @csspart name - A contact's name.
 * @csspart distinction - What tells a contact from others of the same name.
 * @csspart status - The line under the name.
 * @csspart idle - For how long somebody has been idle.
 * @csspart unread - How much is unread.
 * @csspart actions - In a contact's row: the page's own buttons (`contactActions`), each an `action`, and always the `menu-button`.
 * @csspart notice - What there is to say of the list as a whole: loading, empty, not connected.
 * @csspart error - Why something did not happen; `error-close` closes it.
 * @csspart drag-image - What follows the pointer while dragging; `drag-count` is how many are on the way.
 * @csspart drag-handle - In a contact's row, where a finger drags at once. Hidden; `display: grid` shows it.
 * @csspart extra-targets - Below the list during a drag: the targets that have no row, each an `extra-target`.
 * @csspart lock - In the header of a group that the server governs.
 * @csspart menu-button - In a row, under the pointer: opens the menu.
 * @csspart menu - The menu of a row; its lines are `menu-item`, what divides them `menu-line`.
 * @csspart dialog - What asks for a group or a name, or whether something is meant: with `dialog-title`, `dialog-text`, `dialog-hint`, `dialog-problem`, `field`, `choices`, `choice` and `button`.
 * @csspart toast - What was done, for a while; `toast-text` are its words, `toast-progress` how far a move of many is, `toast-action` "Undo"; `toast-close` closes it.
 * @csspart error-remedy - The button that tries again what did not work.
 * @csspart card-popup - What a contact's card opens in; `card` is the card itself, `card-close` its button, `card__…` the card's own parts.
 *
 * @cssproperty [--xmpp-roster-max-height=100dvh] - How tall the list grows before it scrolls, if the page gives it no height.
 * @cssproperty [--xmpp-roster-group-height=2.25rem] - The height of a group's row; 1.75rem where the list is compact, 2.75rem on touch screens.
 * @cssproperty [--xmpp-roster-contact-height=3.25rem] - The height of a contact's row; 2rem where the list is compact.
 * @cssproperty [--xmpp-roster-indent=0.875rem] - How far a group within another one is moved in.
 * @cssproperty --xmpp-roster-unread-background - The badge of the unread count.
 * @cssproperty --xmpp-roster-unread-color - The number in it.
 * @cssproperty --xmpp-roster-background - The list's background.
 * @cssproperty --xmpp-roster-border-color - The list's border.
 * @cssproperty --xmpp-roster-border-radius - The list's corners.
 * @cssproperty --xmpp-roster-hover-background - A row's background under the pointer.
 * @cssproperty --xmpp-roster-match-background - Behind what was looked for.
 * @cssproperty --xmpp-roster-group-color - The colour of group names.
 * @cssproperty [--xmpp-card-popup-inline-size=23rem] - The width of a contact's card.
 */
@customElement('xmpp-roster')
@localized
export class XmppRoster extends RosterSettings {
  static override styles = listStyles;

  @query('.list') private readonly scroller!: HTMLElement | null;
  @query('.row[tabindex="0"]') private readonly activeRow!: HTMLElement | null;

  readonly #controller = new SessionController(this);
  readonly #errors = new ErrorLine(this);
  readonly #active = new ActiveRow(this, () => this.scroller);
  readonly #window = new RowWindow(this, () => this.scroller);
  readonly #calm: Calm = new Calm(this, () => this.scroller, () => this.#controller.session, () => this.#moving.current !== undefined);
  readonly #fadeIn = new FadeIn(this, () => this.scroller);
  readonly #roster: LiveRoster = new LiveRoster(() => this.requestUpdate(), () => this.#calm.isHeld);
  readonly #tools = new ListTools(this, this.#roster, {
    session: () => this.#controller.session,
    enter: () => this.#go(this.#roster.found === undefined ? this.#active.index : 1),
  });
  readonly #contents = new RowContents(this, () => this.#controller.session);
  readonly #card = new CardPopup(this, { button: () => this.activeRow });
  readonly #moving: RosterMoving = new RosterMoving(this, {
    session: () => this.#controller.session,
    rows: () => this.#rows,
    element: () => this.scroller,
    active: this.#active,
    errors: this.#errors,
    pending: this.#roster.moves,
    go: (index) => this.#go(index),
    open: (row) => this.#open(row),
    setExpanded: ({ section }, expanded) => this.#roster.setExpanded(section, expanded),
    setAllExpanded: (expanded) => this.#roster.setAllExpanded(expanded),
  });
  readonly #gestures = new MovingGestures(this.#moving);
  readonly #rulers = new RowRulers(this, () => this.scroller, (heights) => this.#window.setHeights(heights));
  #rows = new RosterRows();

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#roster.close();
  }

  protected override willUpdate(_changed: PropertyValues<this>): void {
    const { session } = this.#controller;
    const changes = this.#controller.takeChanges();
    this.#rows = session ? this.#roster.takeIn(session, changes, this, this.#tools.query) : new RosterRows();
    this.#active.settle(this.#rows);
    this.#window.setRows(this.#rows, this.#calm.anchor, this.#active.index, this.#moving.settle(this.#rows, changes !== 'all' && changes.size === 0));
  }

  protected override render(): TemplateResult {
    const look = this.#moving.looks();
    return html`
      <slot name="header"></slot>
      ${this.noRequests ? nothing : renderRequests()}
      ${this.#tools.render()} ${renderNotice(this.#controller.session, this.#rows.length > 0, this.#roster.found !== undefined)}
      <div
        class="list ${this.#moving.listClass}"
        part="list"
        role=${this.#rows.length > 0 ? 'treegrid' : nothing}
        aria-label=${this.#rows.length > 0 ? (this.label || words().roster.label) : nothing}
        aria-rowcount=${this.#rows.length > 0 ? this.#rows.length : nothing}
        aria-multiselectable=${this.#rows.length > 0 ? 'true' : nothing}
        @touchmove=${this.#touchMove}
        @contextmenu=${(event: MouseEvent) => this.#gestures.onContextMenu(event)}
        @pointerdown=${this.#onPointerDown}
        @click=${this.#onClick}
        @keydown=${this.#onKeyDown}
        @focusin=${(event: FocusEvent) => this.#active.choose(this.#moving.menu.rowOf(event))}
      >
        <div class="rows" role="presentation" style=${styleMap({ 'block-size': `${this.#window.height}px` })}>
          ${repeat(this.#window.items, ({ index }) => this.#rows.at(index)?.key, ({ index, top }) => this.#renderRow(index, top, look))}
          ${this.#rulers.render()}
        </div>
      </div>
      ${this.#moving.renderBelow()}
      <slot name="footer"></slot>
      ${this.#errors.render()} ${this.#moving.render()}
      ${this.#card.render((jid) => this.#controller.session?.contact(jid).name ?? jid, this.readOnly)}
    `;
  }

  #renderRow(index: number, top: number, moving: (row: RosterRow) => MovingLook): TemplateResult | typeof nothing {
    const row = this.#rows.at(index);
    const { session } = this.#controller;
    if (!row || !session) return nothing;
    const look = { index, top, active: index === this.#active.index, ...moving(row) };
    if (row.kind === 'group') return renderGroupRow(row, { ...look, ...this.#roster.counts(row.node) });
    const contact = session.contact(row.jid);
    this.#fadeIn.note(row, index, contact);
    return renderContactRow(row, contact, { ...look, content: this.#contents.of(contact, session, this.#roster.terms) });
  }

  #use(row: RosterRow): void {
    if (row.kind === 'group') this.#roster.setExpanded(row.section, !row.expanded);
    else this.#open(row);
  }

  #open(row: ContactRow): void {
    // The card stands by the active row, which a click without the focus has not made it yet.
    this.#active.choose(row);
    if (this.dispatchEvent(new XmppContactActivateEvent({ jid: row.jid }))) void this.#card.toggle(row.jid);
  }

  #onPointerDown(event: PointerEvent): void {
    this.#card.onPointerDown();
    this.#gestures.onPointerDown(event);
  }

  /** Not passive: what a finger has lifted it drags, and scrolls nothing. */
  readonly #touchMove = { handleEvent: (event: TouchEvent) => this.#moving.drag.onTouchMove(event), passive: false };

  #onClick(event: MouseEvent): void {
    const row = this.#moving.menu.rowOf(event);
    if (row && !this.#gestures.onClick(event, row) && !isForControl(event)) this.#use(row);
  }

  #onKeyDown(event: KeyboardEvent): void {
    const rtl = this.matches(':dir(rtl)');
    if (this.#gestures.onKeyDown(event) || event.ctrlKey || event.altKey || event.metaKey || moveAmongControls(event, rtl)) return;
    const { index } = this.#active;
    const row = this.#rows.at(index);
    const action = actionOf(event.key, this.#rows, index, rtl) ?? this.#tools.typed(event, this.#rows, index);
    if (!action || !row) return;
    event.preventDefault();
    if (action.kind === 'go') this.#go(action.index);
    else if (action.kind === 'activate' || action.kind === 'toggle') this.#use(row);
    else this.#roster.setExpanded(row.section, action.kind === 'expand');
  }

  #go(index: number): void {
    const row = this.#rows.at(index);
    if (!row) return;
    this.#active.go(row);
    this.#window.reveal(index);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xmpp-roster': XmppRoster;
  }
}
