import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import type { ContactMenu } from './moving/contact-menu.js';
import type { ContactRenderer } from './own-content.js';
import type { ContactAction } from './row-actions.js';
import type { UnreadCounts } from './unread.js';

/** What the page says of the list: the properties of `<xmpp-roster>`. */
export abstract class RosterSettings extends LitElement {
  /** What assistive technology calls the list; absent: "Contacts", in the page's language. */
  @property() label: string | undefined;

  /** Leaves out those who are known to be offline. */
  @property({ type: Boolean, reflect: true, attribute: 'hide-unavailable' }) hideUnavailable = false;

  /** Leaves out who asks to see the user's presence: for pages with an `<xmpp-subscription-requests>` of their own. */
  @property({ type: Boolean, reflect: true, attribute: 'no-requests' }) noRequests = false;

  /**
   * Sections for those who would only be in the way in their groups, apart from each other by spaces: `pending` for whom
   * the user has asked and who have not answered, `unavailable` for those who are offline.
   */
  @property() sections = '';

  /** Leaves out the search box and the menu beside it. */
  @property({ type: Boolean, reflect: true, attribute: 'no-search' }) noSearch = false;

  /** How much room a row takes: two lines and a picture, or one line. */
  @property({ reflect: true, useDefault: true }) density: 'comfortable' | 'compact' = 'comfortable';

  /** How much is unread, by bare address: a `Map` or an object. Set a new one to change it. */
  @property({ attribute: false }) unread: UnreadCounts = new Map();

  /** The page's own buttons in each contact's row; `xmpp-contact-action` tells which was pressed. */
  @property({ attribute: false }) contactActions: readonly ContactAction[] = [];

  /** Gives the inside of a contact's row in place of the usual. */
  @property({ attribute: false }) renderContact: ContactRenderer | undefined;

  /** Shows the list and changes nothing: no dragging, no commands that change the contact list. */
  @property({ type: Boolean, reflect: true, attribute: 'readonly' }) readOnly = false;

  /** Groups that cannot be changed here, beside those whose changes the server refuses. */
  @property({ attribute: false }) lockedGroups: readonly string[] = [];

  /** The page's own lines in the menu of contacts. */
  @property({ attribute: false }) contactMenu: ContactMenu | undefined;
}
