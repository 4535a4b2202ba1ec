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
