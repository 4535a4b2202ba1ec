import type { ConnectionFailure, ConnectionStatus } from '../protocol/stream.js';
import type { OwnPresence } from '../protocol/presence.js';
import type { GroupName } from '../state/roster-edits.js';

/** What all events have in common: they reach the page from inside shadow roots. */
abstract class XmppEvent<Detail> extends Event {
  constructor(
    type: string,
    readonly detail: Readonly<Detail>,
    cancelable = false,
  ) {
    super(type, { bubbles: true, composed: true, cancelable });
  }
}

export interface ContactMoveDetail {
  jid: string;
  /** The group it is taken from; `null` for "no group". */
  from: GroupName;
  to: GroupName;
  /** Whether it stays in `from` too. */
  copy: boolean;
  /** Whether it leaves all other groups, too; only with `to: null`. */
  all?: boolean;
}

/** The user moves a contact to another group. Cancel it to keep the contact where it is. */
export class XmppContactMoveEvent extends XmppEvent<ContactMoveDetail> {
  constructor(detail: ContactMoveDetail) {
    super('xmpp-contact-move', detail, true);
  }
}

export interface ContactAddDetail {
  jid: string;
  /** The handle; `''` for none. */
  name: string;
  groups: readonly string[];
  /** Whether to ask to see their presence, too. */
  subscribe: boolean;
}

/** The user adds a contact. Cancel it to leave the contact list as it is. */
export class XmppContactAddEvent extends XmppEvent<ContactAddDetail> {
  constructor(detail: ContactAddDetail) {
    super('xmpp-contact-add', detail, true);
  }
}

export interface ContactActivateDetail {
  jid: string;
}

/** The user opens a contact: a click or Enter. Cancel it to open something else than the contact's card. */
export class XmppContactActivateEvent extends XmppEvent<ContactActivateDetail> {
  constructor(detail: ContactActivateDetail) {
    super('xmpp-contact-activate', detail, true);
  }
}

export interface ContactActionDetail {
  /** Of the action, as the page gave it. */
  id: string;
  jid: string;
  /** The group whose row it was; `null` for "no group". */
  group: GroupName;
}

/** The user chose one of the page's own actions in a contact's row. */
export class XmppContactActionEvent extends XmppEvent<ContactActionDetail> {
  constructor(detail: ContactActionDetail) {
    super('xmpp-contact-action', detail);
  }
}

export interface ContactSelectDetail {
  /** Who is selected now, and in which group; `null` for no group. */
  contacts: readonly { readonly jid: string; readonly group: GroupName }[];
}

/** The user selects or unselects contacts in the list. */
export class XmppContactSelectEvent extends XmppEvent<ContactSelectDetail> {
  constructor(detail: ContactSelectDetail) {
    super('xmpp-contact-select', detail);
  }
}

export interface ContactRemoveDetail {
  jid: string;
}

/** The user removes a contact, and has been asked whether they mean it. Cancel it to keep the contact. */
export class XmppContactRemoveEvent extends XmppEvent<ContactRemoveDetail> {
  constructor(detail: ContactRemoveDetail) {
    super('xmpp-contact-remove', detail, true);
  }
}

export interface PresenceChangeDetail extends OwnPresence {
  type: 'available' | 'unavailable';
}

/** The user chooses a presence. Cancel it to keep the former one. */
export class XmppPresenceChangeEvent extends XmppEvent<PresenceChangeDetail> {
  constructor(detail: PresenceChangeDetail) {
    super('xmpp-presence-change', detail, true);
  }
}

export interface ConnectionChangeDetail {
  connectionStatus: ConnectionStatus;
  failure: ConnectionFailure | undefined;
}

/** The connection came, went, or is being sought. */
export class XmppConnectionChangeEvent extends XmppEvent<ConnectionChangeDetail> {
  constructor(detail: ConnectionChangeDetail) {
    super('xmpp-connection-change', detail);
  }
}

export interface ErrorDetail {
  /** `NotConnectedError`, `NoResponseError` or `StanzaError`; for a connection its failure in words. */
  error: Error;
  /** What was being done, in words. */
  action: string;
}

/** Something the user asked for did not happen. The element shows it in words; this is for the page. */
export class XmppErrorEvent extends XmppEvent<ErrorDetail> {
  constructor(detail: ErrorDetail) {
    super('xmpp-error', detail);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'xmpp-contact-move': XmppContactMoveEvent;
    'xmpp-contact-add': XmppContactAddEvent;
    'xmpp-contact-activate': XmppContactActivateEvent;
    'xmpp-contact-action': XmppContactActionEvent;
    'xmpp-contact-select': XmppContactSelectEvent;
    'xmpp-contact-remove': XmppContactRemoveEvent;
    'xmpp-presence-change': XmppPresenceChangeEvent;
    'xmpp-connection-change': XmppConnectionChangeEvent;
    'xmpp-error': XmppErrorEvent;
  }
}
