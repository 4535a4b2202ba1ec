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

export const connection: Messages['connection'] = {
  retry: 'Erneut versuchen',
  lost: 'Verbindung unterbrochen. Sie wird wiederhergestellt …',
  retrying: (reason) => `${reason} Neuer Versuch …`,
  connecting: 'Verbinden',
  authentication: {
    'not-authorized': 'Adresse oder Passwort ist falsch.',
    'account-disabled': 'Dieses Konto ist gesperrt. Bitte wenden Sie sich an Ihre Administration.',
    'credentials-expired': 'Das Passwort ist abgelaufen. Bitte legen Sie ein neues fest.',
    'temporary-auth-failure': 'Der Server kann Passwörter gerade nicht prüfen.',
  },
  otherAuthentication: (condition) => `Der Server hat die Anmeldung abgelehnt (${condition || 'ohne Angabe von Gründen'}).`,
  noMechanism: 'Der Server bietet keine Anmeldung an, die diese Seite nutzen darf. Auf einer Seite ohne HTTPS hilft nur eine wss:-Verbindung.',
  serverSignature: 'Der Server konnte sich nicht als der richtige ausweisen; die Anmeldung wurde abgebrochen.',
  configuration: 'Die Verbindung ist nicht richtig eingerichtet.',
  timeout: 'Der Server hat nicht rechtzeitig geantwortet.',
  noNetwork: 'Dieser Computer hat keine Netzwerkverbindung.',
  streamError: {
    conflict: 'Anderswo unter demselben Ressourcennamen angemeldet; diese Seite wurde getrennt.',
    'host-unknown': 'Der Server kennt diese Domain nicht.',
    'policy-violation': 'Der Server hat die Verbindung beendet: Eine Richtlinie wurde verletzt.',
    'system-shutdown': 'Der Server wird heruntergefahren.',
    'connection-timeout': 'Der Server hat von dieser Seite nichts mehr gehört.',
  },
  otherStreamError: (condition) => `Der Server hat die Verbindung beendet (${condition || 'ohne Angabe von Gründen'}).`,
  malformed: 'Was der Server gesendet hat, ist kein XMPP.',
  unreachable: 'Der Server ist nicht erreichbar. Ist sein WebSocket eingeschaltet, und stimmt die Adresse?',
};
