import type { Messages } from '../../elements/messages/messages.js';

export const errors: Messages['errors'] = {
  dismiss: 'Meldung schließen',
  unconnected: (action) => `${action}: ohne Verbindung nicht möglich.`,
  unanswered: (action) => `${action}: Es kam keine Antwort. Ob es gewirkt hat, ist ungewiss.`,
  failed: (action, reason) => `${action}: Das hat nicht geklappt, ${reason}`,
  condition: {
    'not-allowed': 'der Server erlaubt es nicht',
    forbidden: 'der Server erlaubt es nicht',
    'not-acceptable': 'der Server nimmt diesen Namen nicht an',
    'item-not-found': 'der Kontakt steht nicht mehr in der Liste',
    'service-unavailable': 'der Server bietet das nicht an',
    'internal-server-error': 'beim Server ist ein Fehler aufgetreten',
    'resource-constraint': 'der Server ist ausgelastet oder hat keinen Platz mehr',
    'jid-malformed': 'die Adresse ist fehlerhaft',
    'bad-request': 'der Server hat es nicht verstanden',
    'remote-server-not-found': 'der andere Server wurde nicht gefunden',
    'remote-server-timeout': 'der andere Server hat nicht geantwortet',
  },
  otherCondition: (condition) => `der Server meldet „${condition}“`,
  reason: (reason, text) => `${reason}.${text && ` (${text})`}`,
};
