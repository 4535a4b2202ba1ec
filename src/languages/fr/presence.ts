import type { Messages } from '../../elements/messages/messages.js';

export const presence: Messages['presence'] = {
  availability: {
    available: 'disponible',
    chat: 'prêt à discuter',
    away: 'absent',
    xa: 'absent pour longtemps',
    dnd: 'ne pas déranger',
    unavailable: 'hors ligne',
    unknown: 'inconnu',
  },
  reason: {
    'not-subscribed': 'disponibilité non partagée',
    'no-presence': 'disponibilité pas encore connue',
    blocked: 'bloqué',
    disconnected: 'disponibilité inconnue sans connexion',
    'own-unavailable': 'disponibilité inconnue tant que vous êtes hors ligne',
  },
  lastSeen: (moment) => `vu pour la dernière fois : ${moment}`,
  idleSince: (moment) => `inactif depuis : ${moment}`,
  relation: {
    blocked: 'bloqué',
    askedEachOther: 'chacun a fait une demande à l’autre',
    asks: 'demande à voir votre disponibilité',
    asksWithoutSharing: 'demande à voir votre disponibilité, ne partage pas la sienne',
    undelivered: 'votre demande n’a pas pu être remise',
    asked: 'demande envoyée, en attente de réponse',
    askedAndSeen: 'voit votre disponibilité, n’a pas répondu à votre demande',
    to: 'ne voit pas votre disponibilité',
    from: 'voit votre disponibilité, ne partage pas la sienne',
    none: 'aucun de vous ne voit la disponibilité de l’autre',
    stranger: 'absent de votre liste de contacts',
  },
  badge: {
    nobody: 'disponibilité de personne : aucune adresse n’a été indiquée',
    unconnected: (address) => `${address}, disponibilité inconnue : aucune connexion sur cette page`,
  },
};
