import type { Messages } from '../../elements/messages/messages.js';

export const errors: Messages['errors'] = {
  dismiss: 'Fermer le message',
  unconnected: (action) => `${action} : impossible sans connexion.`,
  unanswered: (action) => `${action} : aucune réponse. L’effet est incertain.`,
  failed: (action, reason) => `${action} : échec, ${reason}`,
  condition: {
    'not-allowed': 'le serveur ne le permet pas',
    forbidden: 'le serveur ne le permet pas',
    'not-acceptable': 'le serveur n’accepte pas ce nom',
    'item-not-found': 'le contact n’est plus dans la liste',
    'service-unavailable': 'le serveur ne propose pas ce service',
    'internal-server-error': 'le serveur a rencontré une erreur',
    'resource-constraint': 'le serveur est surchargé ou manque de place',
    'jid-malformed': 'l’adresse est mal formée',
    'bad-request': 'le serveur n’a pas compris la demande',
    'remote-server-not-found': 'l’autre serveur est introuvable',
    'remote-server-timeout': 'l’autre serveur n’a pas répondu',
  },
  otherCondition: (condition) => `le serveur indique « ${condition} »`,
  reason: (reason, text) => `${reason}.${text && ` (${text})`}`,
};

export const connection: Messages['connection'] = {
  retry: 'Réessayer',
  lost: 'Connexion perdue. Reconnexion…',
  retrying: (reason) => `${reason} Nouvel essai…`,
  connecting: 'Connexion',
  authentication: {
    'not-authorized': 'L’adresse ou le mot de passe est incorrect.',
    'account-disabled': 'Ce compte est désactivé. Adressez-vous à votre administrateur.',
    'credentials-expired': 'Le mot de passe a expiré. Veuillez en définir un nouveau.',
    'temporary-auth-failure': 'Le serveur ne peut pas vérifier les mots de passe pour le moment.',
  },
  otherAuthentication: (condition) => `Le serveur a refusé l’identification (${condition || 'sans donner de raison'}).`,
  noMechanism: 'Le serveur ne propose aucun moyen de s’identifier que cette page puisse utiliser. Sur une page sans HTTPS, seule une connexion wss: convient.',
  serverSignature: 'Le serveur n’a pas pu prouver qu’il est le bon ; l’identification a été interrompue.',
  configuration: 'La connexion est mal configurée.',
  timeout: 'Le serveur n’a pas répondu à temps.',
  noNetwork: 'Cet ordinateur n’est pas connecté au réseau.',
  streamError: {
    conflict: 'Connecté ailleurs sous le même nom de ressource ; cette page a été déconnectée.',
    'host-unknown': 'Le serveur ne connaît pas ce domaine.',
    'policy-violation': 'Le serveur a mis fin à la connexion : une règle a été enfreinte.',
    'system-shutdown': 'Le serveur est en cours d’arrêt.',
    'connection-timeout': 'Le serveur n’entendait plus cette page.',
  },
  otherStreamError: (condition) => `Le serveur a mis fin à la connexion (${condition || 'sans donner de raison'}).`,
  malformed: 'Ce que le serveur a envoyé n’est pas du XMPP.',
  unreachable: 'Le serveur est injoignable. Son WebSocket est-il activé, et l’adresse est-elle correcte ?',
};
