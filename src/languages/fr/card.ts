import type { Messages } from '../../elements/messages/messages.js';
import { countingIn } from '../../elements/messages/plurals.js';

const { plural } = countingIn('fr');

export const card: Messages['card'] = {
  popup: (name) => `Fiche de ${name}`,
  nobody: 'Personne',
  noAddress: 'Aucune adresse n’a été indiquée.',
  badAddress: 'Ce n’est pas une adresse.',
  stranger: 'Absent de votre liste de contacts.',
  self: 'Votre propre compte',
  nick: (nick) => `Se fait appeler « ${nick} »`,
  status: 'Message de statut',
  devices: (count) => plural(count, { one: 'Appareil', other: 'Appareils' }),
  unnamedDevice: 'Sans nom',
  priority: (priority) => `priorité ${priority}`,
  counts: 'fait foi',
  countsHint: 'C’est sa disponibilité qui est affichée, et les messages y sont envoyés',
  deviceStatus: 'Message de statut de cet appareil',
  name: {
    label: 'Nom dans votre liste',
    none: 'Aucun : l’adresse est affichée',
    save: 'Enregistrer',
    saveLabel: 'Enregistrer le nom',
    saving: 'Enregistrement du nom',
    saved: 'Nom enregistré.',
    removing: 'Suppression du nom',
    removed: 'Nom supprimé.',
  },
  groups: {
    label: 'Groupes',
    newGroup: 'Nouveau groupe',
    add: 'Ajouter le groupe',
    adding: (group) => `Ajout à « ${group} »`,
    added: (group) => `Ajouté à « ${group} ».`,
    removing: (group) => `Retrait de « ${group} »`,
    removed: (group) => `Retiré de « ${group} ».`,
  },
  sharing: {
    label: 'Qui voit qui',
    blocked: 'Vous bloquez cette personne : pour elle vous êtes hors ligne, et rien d’elle ne vous parvient.',
    serverBlocked: 'Toutes les personnes de ce serveur sont bloquées : pour elles vous êtes hors ligne, et rien d’elles ne vous parvient.',
    withoutBlock: 'Sans le blocage :',
    requestWords: 'Texte de la demande',
    theirs: {
      seen: 'Vous voyez sa disponibilité.',
      unseen: 'Vous ne voyez pas sa disponibilité.',
      asked: 'Vous avez demandé à voir sa disponibilité. Pas encore de réponse.',
      undelivered: (reason) => `Votre demande de voir sa disponibilité n’a pas pu être remise : ${reason}`,
    },
    ours: {
      seen: 'Cette personne voit votre disponibilité.',
      unseen: 'Cette personne ne voit pas votre disponibilité.',
      requested: 'Cette personne demande à voir votre disponibilité.',
      directed: 'Cette personne voit votre disponibilité pour l’instant, jusqu’à ce que vous passiez hors ligne.',
      approved: 'Cette personne ne voit pas encore votre disponibilité. Vous l’avez permis d’avance : il lui suffit de demander.',
    },
  },
  lastThings: {
    label: 'Supprimer et bloquer',
    remove: {
      open: 'Supprimer des contacts…',
      question: (name) => `Supprimer ${name} de vos contacts ? Aucun de vous ne verra plus la disponibilité de l’autre.`,
      label: 'Supprimer',
      doing: 'Suppression du contact',
      done: 'Supprimé de vos contacts.',
    },
    block: {
      open: 'Bloquer…',
      question: (name) => `Bloquer ${name} ? Pour cette personne vous serez hors ligne, et rien d’elle ne vous parviendra.`,
      label: 'Bloquer',
      doing: 'Blocage',
      done: 'Bloqué.',
    },
  },
};

export const deeds: Messages['deeds'] = {
  request: { label: 'Demander à voir sa disponibilité', doing: 'Demande de disponibilité', done: 'Demande envoyée.' },
  'cancel-request': { label: 'Retirer la demande', doing: 'Retrait de la demande', done: 'Demande retirée.' },
  unsubscribe: { label: 'Ne plus voir la sienne', doing: 'Renoncement à sa disponibilité', done: 'Vous ne voyez plus sa disponibilité.' },
  approve: { label: 'Autoriser', doing: 'Autorisation de voir votre disponibilité', done: 'Cette personne peut voir votre disponibilité.' },
  deny: { label: 'Refuser', doing: 'Refus de la demande', done: 'Demande refusée.' },
  revoke: { label: 'Ne plus partager la vôtre', doing: 'Masquage de votre disponibilité', done: 'Cette personne ne voit plus votre disponibilité.' },
  'pre-approve': { label: 'Autoriser d’avance', doing: 'Autorisation d’avance', done: 'Autorisé d’avance.' },
  'cancel-pre-approval': { label: 'Ne plus autoriser d’avance', doing: 'Retrait de l’autorisation', done: 'N’est plus autorisé d’avance.' },
  showForNow: { label: 'Montrer ma disponibilité pour l’instant', doing: 'Affichage de votre disponibilité', done: 'Cette personne voit votre disponibilité pour l’instant.' },
  stopShowing: { label: 'Ne plus la montrer', doing: 'Masquage de votre disponibilité', done: 'Cette personne ne voit plus votre disponibilité.' },
  addContact: { label: 'Ajouter aux contacts', doing: 'Ajout à vos contacts', done: 'Ajouté à vos contacts ; sa disponibilité a été demandée.' },
  unblock: { label: 'Débloquer', doing: 'Déblocage', done: 'N’est plus bloqué.' },
};
