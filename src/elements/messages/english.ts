import { card, deeds } from './english/card.js';
import { connection } from './english/connection.js';
import { errors } from './english/errors.js';
import { finding } from './english/finding.js';
import { addContact, picker, requests } from './english/forms.js';
import { moving } from './english/moving.js';
import { presence } from './english/presence.js';
import { rows } from './english/rows.js';
import { signIn } from './english/sign-in.js';
import { countingIn } from './plurals.js';

const { number } = countingIn('en');

/** Every word of the elements, in English. Grouped by what shows it. */
export const english = {
  language: 'en',
  phrases: {
    /** What is said one after the other, for assistive technology: "Ann Lee, away, at lunch". */
    series: (parts: readonly string[]) => parts.join(', '),
    /** A contact by address and name. */
    named: (address: string, name: string) => `${address} (${name})`,
    unconnected: 'There is no connection on this page.',
    close: 'Close',
    cancel: 'Cancel',
  },
  presence,
  finding,
  roster: {
    label: 'Contacts',
    noGroup: 'No group',
    /** For a group of whose name there is nothing to be seen. */
    namelessGroup: 'Group without a visible name',
    sections: { favourites: 'Favourites', pending: 'Waiting for an answer', unavailable: 'Offline' },
    /** A section's title and how many are in it, where everybody is offline or unknown. */
    sectionLabel: (title: string, total: number) => `${title}, ${number(total)}`,
    /** A group's name and counts, for assistive technology. */
    groupLabel: (group: string, online: number, total: number) => `${group}, ${number(online)} of ${number(total)} online`,
    /** What a drop now would do. */
    drop: {
      moveElsewhere: 'Move to another group',
      addElsewhere: 'Add to another group',
      onlyMoving: 'Only moving leaves a group',
      already: (group: string) => `Already in ${group}`,
      remove: (group: string) => `Remove from ${group}`,
      add: (group: string) => `Also add to ${group}`,
      move: (group: string) => `Move to ${group}`,
    },
    notice: {
      loading: 'Loading contacts…',
      empty: 'No contacts yet.',
      connecting: 'Connecting…',
      reconnecting: 'Reconnecting…',
      unconnected: 'Not connected.',
      unknownSince: (moment: string) => `Availability is unknown since ${moment}.`,
      unavailable: 'You are offline. Others’ availability is not shown meanwhile.',
    },
  },
  card,
  deeds,
  picker,
  requests,
  addContact,
  moving,
  errors,
  connection,
  signIn,
  rows,
};
