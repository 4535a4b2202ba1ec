import type { Messages } from '../../elements/messages/messages.js';

export const connection: Messages['connection'] = {
  retry: 'Réessayer',
  lost: 'Connexion perdue. Reconnexion…',
  retrying: (reason) => `${reason} Nouvel essai…`,
  connecting: 'Connexion',
  authentication: {
    'not-authorized': 'L’adresse ou le mot de passe est incorrect. Vérifiez les deux et reconnectez-vous.',
    'account-disabled': 'Ce compte est désactivé. Adressez-vous à votre administrateur.',
    'credentials-expired': 'Le mot de passe a expiré. Veuillez en définir un nouveau.',
    'temporary-auth-failure': 'Le serveur ne peut pas vérifier les mots de passe pour le moment.',
    'token-refused': 'L’autorisation de connexion de cette page a expiré ou a été refusée. Rechargez la page ; si cela ne suffit pas, adressez-vous à son administrateur.',
    'key-outdated': 'Impossible de vous garder connecté : le mot de passe a changé ou le serveur ne le permet pas. Veuillez saisir à nouveau votre mot de passe.',
  },
  otherAuthentication: (condition) => `Le serveur a refusé l’identification (${condition || 'sans donner de raison'}).`,
  noMechanism: 'Le serveur ne propose aucun moyen de s’identifier que cette page puisse utiliser. Sur une page sans HTTPS, seule une connexion wss: convient.',
  weaker: (change) => `Le serveur ne propose plus qu’une connexion moins sûre qu’auparavant (${change}). Quelqu’un lit peut-être les échanges, rien n’a donc été envoyé. Consultez d’abord votre administrateur.`,
  serverSignature: 'Le serveur n’a pas pu prouver qu’il est le bon ; la connexion a été interrompue. Veuillez en informer votre administrateur.',
  configuration: 'La connexion est mal configurée.',
  timeout: 'Le serveur n’a pas répondu à temps.',
  noNetwork: 'Cet ordinateur n’est pas connecté au réseau.',
  streamError: {
    conflict: 'Connecté ailleurs sous le même nom de ressource ; cette page a été déconnectée. Réessayez pour continuer ici.',
    'host-unknown': 'Le serveur ne connaît pas ce domaine. Vérifiez ce qui suit le @ dans l’adresse.',
    'not-authorized': 'Le serveur a mis fin à la session : le compte a été supprimé ou son mot de passe changé. Reconnectez-vous ou adressez-vous à votre administrateur.',
    'policy-violation': 'Le serveur a mis fin à la connexion : une règle a été enfreinte.',
    'system-shutdown': 'Le serveur est en cours d’arrêt.',
    'connection-timeout': 'Le serveur n’entendait plus cette page.',
  },
  otherStreamError: (condition) => `Le serveur a mis fin à la connexion (${condition || 'sans donner de raison'}).`,
  malformed: 'Ce que le serveur a envoyé n’est pas du XMPP.',
  unreachable: 'Le serveur est injoignable. Son WebSocket est-il activé, et l’adresse est-elle correcte ?',
};
