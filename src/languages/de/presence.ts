import type { Messages } from '../../elements/messages/messages.js';

export const presence: Messages['presence'] = {
  availability: {
    available: 'verfügbar',
    chat: 'gesprächsbereit',
    away: 'abwesend',
    xa: 'länger abwesend',
    dnd: 'bitte nicht stören',
    unavailable: 'offline',
    unknown: 'unbekannt',
  },
  reason: {
    'not-subscribed': 'teilt die Verfügbarkeit nicht mit Ihnen',
    'no-presence': 'Verfügbarkeit noch nicht bekannt',
    blocked: 'blockiert',
    disconnected: 'Verfügbarkeit ohne Verbindung unbekannt',
    'own-unavailable': 'Verfügbarkeit unbekannt, solange Sie offline sind',
  },
  lastSeen: (moment) => `zuletzt gesehen: ${moment}`,
  idleSince: (moment) => `untätig seit ${moment}`,
  relation: {
    blocked: 'blockiert',
    askedEachOther: 'Sie haben beide angefragt',
    asks: 'möchte Ihre Verfügbarkeit sehen',
    asksWithoutSharing: 'möchte Ihre Verfügbarkeit sehen, zeigt die eigene nicht',
    undelivered: 'Ihre Anfrage konnte nicht zugestellt werden',
    asked: 'angefragt, Antwort steht aus',
    askedAndSeen: 'sieht Ihre Verfügbarkeit, hat Ihre Anfrage noch nicht beantwortet',
    to: 'sieht Ihre Verfügbarkeit nicht',
    from: 'sieht Ihre Verfügbarkeit, zeigt die eigene nicht',
    none: 'keiner sieht die Verfügbarkeit des anderen',
    stranger: 'nicht in Ihrer Kontaktliste',
  },
  badge: {
    nobody: 'niemandes Verfügbarkeit: es wurde keine Adresse angegeben',
    unconnected: (address) => `${address}, Verfügbarkeit unbekannt: keine Verbindung auf dieser Seite`,
  },
};
