import type { Messages } from '../../elements/messages/messages.js';

export const connection: Messages['connection'] = {
  retry: 'Erneut versuchen',
  lost: 'Verbindung unterbrochen. Sie wird wiederhergestellt …',
  retrying: (reason) => `${reason} Neuer Versuch …`,
  connecting: 'Verbinden',
  authentication: {
    'not-authorized': 'Adresse oder Passwort ist falsch. Bitte prüfen Sie beides und melden Sie sich erneut an.',
    'account-disabled': 'Dieses Konto ist gesperrt. Bitte wenden Sie sich an Ihre Administration.',
    'credentials-expired': 'Das Passwort ist abgelaufen. Bitte legen Sie ein neues fest.',
    'temporary-auth-failure': 'Der Server kann Passwörter gerade nicht prüfen.',
    'token-refused': 'Die Erlaubnis dieser Seite zur Anmeldung ist abgelaufen oder wurde abgelehnt. Bitte laden Sie die Seite neu; hilft das nicht, fragen Sie ihre Administration.',
    'key-outdated': 'Sie konnten nicht angemeldet bleiben: Das Passwort wurde geändert, oder der Server lässt es nicht zu. Bitte geben Sie Ihr Passwort erneut ein.',
  },
  otherAuthentication: (condition) => `Der Server hat die Anmeldung abgelehnt (${condition || 'ohne Angabe von Gründen'}).`,
  noMechanism: 'Der Server bietet keine Anmeldung an, die diese Seite nutzen darf. Auf einer Seite ohne HTTPS hilft nur eine wss:-Verbindung.',
  weaker: (change) => `Der Server bietet nur noch eine weniger sichere Anmeldung an als bisher (${change}). Vielleicht liest jemand mit, deshalb wurde nichts gesendet. Bitte fragen Sie zuerst Ihre Administration.`,
  serverSignature: 'Der Server konnte sich nicht als der richtige ausweisen; die Anmeldung wurde abgebrochen. Bitte sagen Sie Ihrer Administration Bescheid.',
  configuration: 'Die Verbindung ist nicht richtig eingerichtet.',
  timeout: 'Der Server hat nicht rechtzeitig geantwortet.',
  noNetwork: 'Dieser Computer hat keine Netzwerkverbindung.',
  streamError: {
    conflict: 'Anderswo unter demselben Ressourcennamen angemeldet; diese Seite wurde getrennt. Mit einem neuen Versuch geht es hier weiter.',
    'host-unknown': 'Der Server kennt diese Domain nicht. Bitte prüfen Sie, was in der Adresse nach dem @ steht.',
    'not-authorized': 'Der Server hat die Sitzung beendet: Das Konto wurde entfernt oder sein Passwort geändert. Bitte melden Sie sich erneut an oder fragen Sie Ihre Administration.',
    'policy-violation': 'Der Server hat die Verbindung beendet: Eine Richtlinie wurde verletzt.',
    'system-shutdown': 'Der Server wird heruntergefahren.',
    'connection-timeout': 'Der Server hat von dieser Seite nichts mehr gehört.',
  },
  otherStreamError: (condition) => `Der Server hat die Verbindung beendet (${condition || 'ohne Angabe von Gründen'}).`,
  malformed: 'Was der Server gesendet hat, ist kein XMPP.',
  unreachable: 'Der Server ist nicht erreichbar. Ist sein WebSocket eingeschaltet, und stimmt die Adresse?',
};
