import { compareNames } from '../state/grouped-roster.js';
import type { Contact, Availability, UnknownReason } from '../state/contact.js';

/** Every availability in words. */
export const availabilityWords: Readonly<Record<Availability, string>> = {
  available: 'available',
  chat: 'free to chat',
  away: 'away',
  xa: 'extended away',
  dnd: 'do not disturb',
  unavailable: 'offline',
  unknown: 'unknown',
};

const reasonWords: Readonly<Record<UnknownReason, string>> = {
  'not-subscribed': 'availability not shared',
  'no-presence': 'availability not known yet',
  blocked: 'blocked',
  disconnected: 'availability unknown while disconnected',
  'own-unavailable': 'availability unknown while you are offline',
};

export function capitalized(words: string): string {
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}

function uncapitalized(words: string): string {
  return words.charAt(0).toLocaleLowerCase() + words.slice(1);
}

/** Making a formatter takes longer than a hundred uses of it. */
function formatter(options: Intl.DateTimeFormatOptions): () => Intl.DateTimeFormat {
  let made: Intl.DateTimeFormat | undefined;
  return () => (made ??= new Intl.DateTimeFormat(undefined, options));
}

const time = formatter({ hour: '2-digit', minute: '2-digit' });
const dayOfThisYear = formatter({ day: 'numeric', month: 'short' });
const dayOfAnyYear = formatter({ day: 'numeric', month: 'short', year: 'numeric' });

/** The first comparison of names and the first date take a browser 10 ms each: to be had before the contacts come. */
export function prepareWords(): void {
  compareNames('a', 'b');
  time();
}

/** A moment as one would say it: the time today, else the day too. */
export function momentWords(moment: Date, now = new Date()): string {
  if (moment.toDateString() === now.toDateString()) return time().format(moment);
  const day = moment.getFullYear() === now.getFullYear() ? dayOfThisYear : dayOfAnyYear;
  return `${day().format(moment)}, ${time().format(moment)}`;
}

let conjunction: Intl.ListFormat | undefined;

/** "Friends, Family, and Work". */
export function listWords(items: readonly string[]): string {
  conjunction ??= new Intl.ListFormat('en', { type: 'conjunction' });
  return conjunction.format(items);
}

/** Availability in words, with the reason where it is unknown. */
export function availabilityText({ availability, reason }: Pick<Contact, 'availability' | 'reason'>): string {
  return reason ? reasonWords[reason] : availabilityWords[availability];
}

/** How we stand to a contact where it is not simply "each sees the other": `''` where it is. */
export function relationWords({ item, requested, requestError, blocked }: Contact): string {
  if (blocked) return 'Blocked';
  const theyShare = item?.subscription === 'to';
  if (requested && item?.ask) return 'You have asked each other';
  if (requested) return item && !theyShare ? 'Asks to see your presence, does not share theirs' : 'Asks to see your presence';
  if (item?.ask && requestError) return 'Your request could not be delivered';
  if (item?.ask) return item.subscription === 'from' ? 'Sees your presence, has not answered your request' : 'Asked, waiting for an answer';
  switch (item?.subscription) {
    case 'both':
      return '';
    case 'to':
      return 'Does not see your presence';
    case 'from':
      return 'Sees your presence, does not share theirs';
    default:
      return item ? 'Neither of you sees the other’s presence' : 'Not in your contact list';
  }
}

/** The line under a name: how we stand to each other, if that is not plain, and their own words; '' where the badge says it all. */
export function contactLine(contact: Contact): string {
  const lastSeen = contact.lastSeen && `Last seen ${momentWords(contact.lastSeen)}`;
  const line = [lastSeen, shortStatus(contact), contact.item ? relationWords(contact) : ''].filter(Boolean).join(' · ');
  if (line !== '') return line;
  return contact.availability === 'available' || contact.availability === 'unknown' ? '' : capitalized(availabilityWords[contact.availability]);
}

/** XMPP has no limit; a line has. In characters. */
const LONGEST_STATUS = 300;

/** As much of a status message as a line has room for. */
function shortStatus({ status = '' }: Contact): string {
  // A character is two units at most: no megabyte is taken apart for a line.
  const characters = [...status.slice(0, 2 * LONGEST_STATUS + 2)];
  return characters.length > LONGEST_STATUS ? `${characters.slice(0, LONGEST_STATUS).join('')}…` : status;
}

/** A text from somebody else within a sentence: without the controls that would turn the rest of the sentence around, or break it off. */
export function quoted(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').replace(/\p{Bidi_Control}/gu, '');
}

/** What assistive technology says of a contact: "Ann Lee, do not disturb, in a meeting". */
export function contactLabel(contact: Contact): string {
  const lastSeen = contact.lastSeen ? `last seen ${momentWords(contact.lastSeen)}` : undefined;
  const relation = contact.item ? uncapitalized(relationWords(contact)) : '';
  // How we stand to each other is the reason already.
  const isSaid = relation !== '' && (contact.reason === 'not-subscribed' || contact.reason === 'blocked');
  return quoted([contact.name, isSaid ? '' : availabilityText(contact), shortStatus(contact), lastSeen, relation].filter(Boolean).join(', '));
}
