/** How available somebody is and how we stand to each other: as in the middle of a sentence, without a full stop. */
export const presence = {
  availability: {
    available: 'available',
    chat: 'free to chat',
    away: 'away',
    xa: 'extended away',
    dnd: 'do not disturb',
    unavailable: 'offline',
    unknown: 'unknown',
  },
  /** Why nothing is known of it. */
  reason: {
    'not-subscribed': 'availability not shared',
    'no-presence': 'availability not known yet',
    blocked: 'blocked',
    disconnected: 'availability unknown while disconnected',
    'own-unavailable': 'availability unknown while you are offline',
  },
  lastSeen: (moment: string) => `last seen ${moment}`,
  idleSince: (moment: string) => `idle since ${moment}`,
  /** How we stand to a contact where it is not simply "each sees the other". */
  relation: {
    blocked: 'blocked',
    askedEachOther: 'you have asked each other',
    asks: 'asks to see your presence',
    asksWithoutSharing: 'asks to see your presence, does not share theirs',
    undelivered: 'your request could not be delivered',
    asked: 'asked, waiting for an answer',
    askedAndSeen: 'sees your presence, has not answered your request',
    to: 'does not see your presence',
    from: 'sees your presence, does not share theirs',
    none: 'neither of you sees the other’s presence',
    stranger: 'not in your contact list',
  },
  badge: {
    nobody: 'availability of nobody: no address was given',
    unconnected: (address: string) => `${address}, availability unknown: no connection on this page`,
  },
};
