import type { Messages } from '../../elements/messages/messages.js';
import { countingIn } from '../../elements/messages/plurals.js';

const { number, plural } = countingIn('de');

export const phrases: Messages['phrases'] = {
  series: (parts) => parts.join(', '),
  named: (address, name) => `${address} (${name})`,
  unconnected: 'Auf dieser Seite gibt es keine Verbindung.',
  close: 'Schließen',
  cancel: 'Abbrechen',
};

export const roster: Messages['roster'] = {
  label: 'Kontakte',
  noGroup: 'Ohne Gruppe',
  namelessGroup: 'Gruppe ohne sichtbaren Namen',
  sections: { favourites: 'Favoriten', pending: 'Antwort steht aus', unavailable: 'Offline' },
  sectionLabel: (title, total) => `${title}, ${number(total)}`,
  groupLabel: (group, online, total) => `${group}, ${number(online)} von ${number(total)} online`,
  drop: {
    moveElsewhere: 'In eine andere Gruppe verschieben',
    addElsewhere: 'Einer weiteren Gruppe hinzufügen',
    onlyMoving: 'Eine Gruppe verlässt man nur durch Verschieben',
    already: (group) => `Schon in ${group}`,
    remove: (group) => `Aus ${group} entfernen`,
    add: (group) => `Auch zu ${group} hinzufügen`,
    move: (group) => `Nach ${group} verschieben`,
  },
  notice: {
    loading: 'Kontakte werden geladen …',
    empty: 'Noch keine Kontakte.',
    connecting: 'Verbindung wird hergestellt …',
    reconnecting: 'Verbindung wird wiederhergestellt …',
    unconnected: 'Nicht verbunden.',
    unknownSince: (moment) => `Verfügbarkeit unbekannt seit ${moment}.`,
    unavailable: 'Sie sind offline. Die Verfügbarkeit der anderen wird so lange nicht angezeigt.',
  },
};

export const rows: Messages['rows'] = {
  idleFor: (duration) => `untätig seit ${duration}`,
  beyond: (most) => `${most}+`,
  unread: (count) => plural(count, { one: `${number(count)} ungelesene Nachricht`, other: `${number(count)} ungelesene Nachrichten` }),
  unreadBeyond: (most) => `mehr als ${most} ungelesene Nachrichten`,
  distinct: (name, distinction) => `${name} (${distinction})`,
};
