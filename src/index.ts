export { XmppAddContact } from './elements/xmpp-add-contact/xmpp-add-contact.js';
export { XmppConnection } from './elements/xmpp-connection/xmpp-connection.js';
export { XmppContactCard } from './elements/xmpp-contact-card/xmpp-contact-card.js';
export { XmppPresenceBadge } from './elements/xmpp-presence-badge/xmpp-presence-badge.js';
export { XmppRoster } from './elements/xmpp-roster/xmpp-roster.js';
export { XmppStatusPicker } from './elements/xmpp-status-picker/xmpp-status-picker.js';
export { XmppSubscriptionRequests } from './elements/xmpp-subscription-requests/xmpp-subscription-requests.js';
export {
  XmppConnectionChangeEvent, XmppContactActionEvent, XmppContactActivateEvent, XmppContactAddEvent, XmppContactMoveEvent, XmppContactRemoveEvent, XmppContactSelectEvent,
  XmppErrorEvent, XmppPresenceChangeEvent,
} from './elements/events.js';
export type { ContactAction } from './elements/xmpp-roster/row-actions.js';
export type { ContactRenderer, ContactRowContext } from './elements/xmpp-roster/own-content.js';
export type { UnreadCounts } from './elements/xmpp-roster/unread.js';
export type { ContactMenu, ContactMenuEntry } from './elements/xmpp-roster/moving/contact-menu.js';
export { NoResponseError, NotConnectedError, StanzaError } from './protocol/errors.js';
export { sessionContext } from './context/session-context.js';
export type { Credentials, CredentialsSource } from './context/connection-settings.js';
export type { OwnPresence, RequestWords, Show } from './protocol/presence.js';
export type { RosterItem, Subscription } from './protocol/roster.js';
export type { ConnectionFailure, ConnectionStatus } from './protocol/stream.js';
export type { Availability, Contact, ResourcePresence, UnknownReason } from './state/contact.js';
export type { OwnPresenceState } from './state/own-presence.js';
export type { GroupChange, GroupName } from './state/roster-edits.js';
export type { Group } from './state/groups.js';
export type { ContactMove, MoveOptions, MoveOutcome, MoveProgress, MoveResult, SkipReason } from './state/contact-moves.js';
export type { GroupLock } from './state/group-locks.js';
export type { RosterSort } from './state/roster-section.js';
export type { SectionId } from './state/sections.js';
export type { Session } from './state/session.js';
export type { AddContactOptions } from './state/roster-commands.js';
export type { RosterFilter } from './state/view-data.js';
export type { ViewSettings } from './state/view-settings.js';
export type { SubscriptionAction } from './state/subscription-state.js';
export type { SubscriptionRequest } from './state/subscription-requests.js';
export { setMessages } from './elements/messages/messages.js';
export type { Messages, PartialMessages } from './elements/messages/messages.js';
