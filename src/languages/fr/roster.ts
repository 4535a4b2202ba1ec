import type { Messages } from '../../elements/messages/messages.js';
import { countingIn } from '../../elements/messages/plurals.js';

const { number, plural } = countingIn('fr');

export const phrases: Messages['phrases'] = {
  series: (parts) => parts.join(', '),
  named: (address, name) => `${address} (${name})`,
  unconnected: 'Aucune connexion sur cette page.',
  close: 'Fermer',
  cancel: 'Annuler',
};

export const roster: Messages['roster'] = {
  label: 'Contacts',
  noGroup: 'Sans groupe',
  namelessGroup: 'Groupe sans nom visible',
  sections: { favourites: 'Favoris', pending: 'En attente de réponse', unavailable: 'Hors ligne' },
  sectionLabel: (title, total) => `${title}, ${number(total)}`,
  groupLabel: (group, online, total) => `${group}, ${number(online)} sur ${number(total)} en ligne`,
  drop: {
    moveElsewhere: 'Déplacer vers un autre groupe',
    addElsewhere: 'Ajouter à un autre groupe',
    onlyMoving: 'Seul un déplacement fait quitter un groupe',
    already: (group) => `Déjà dans ${group}`,
    remove: (group) => `Retirer de ${group}`,
    add: (group) => `Ajouter aussi à ${group}`,
    move: (group) => `Déplacer vers ${group}`,
  },
  notice: {
    loading: 'Chargement des contacts…',
    empty: 'Pas encore de contacts.',
    connecting: 'Connexion…',
    reconnecting: 'Reconnexion…',
    unconnected: 'Non connecté.',
    unknownSince: (moment) => `Disponibilité inconnue depuis : ${moment}.`,
    unavailable: 'Vous êtes hors ligne. La disponibilité des autres n’est pas affichée entre-temps.',
  },
};

export const rows: Messages['rows'] = {
  idleFor: (duration) => `inactif depuis ${duration}`,
  beyond: (most) => `${most}+`,
  unread: (count) => plural(count, { one: `${number(count)} message non lu`, other: `${number(count)} messages non lus` }),
  unreadBeyond: (most) => `plus de ${most} messages non lus`,
  distinct: (name, distinction) => `${name} (${distinction})`,
};
