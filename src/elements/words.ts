import { compareNames } from '../state/name-order.js';
import type { Contact } from '../state/contact.js';
import { locale, words } from './messages/messages.js';

/** For the beginning of a line. */
export function capitalized(text: string): string {
  const [first = ''] = text;
  return first.toLocaleUpperCase(locale()) + text.slice(first.length);
}

/** Making a formatter takes longer than a hundred uses of it. */
function formatter<Format>(make: (locale: string) => Format): () => Format {
  let made: { readonly locale: string; readonly format: Format } | undefined;
  return () => {
    const current = locale();
    if (made?.locale !== current) made = { locale: current, format: make(current) };
    return made.format;
  };
}

const timeOptions = { hour: '2-digit', minute: '2-digit' } as const;
const time = formatter((locale) => new Intl.DateTimeFormat(locale, timeOptions));
const momentOfThisYear = formatter((locale) => new Intl.DateTimeFormat(locale, { ...timeOptions, day: 'numeric', month: 'short' }));
const momentOfAnyYear = formatter((locale) => new Intl.DateTimeFormat(locale, { ...timeOptions, day: 'numeric', month: 'short', year: 'numeric' }));
const conjunction = formatter((locale) => new Intl.ListFormat(locale, { type: 'conjunction' }));
const digits = formatter((locale) => new Intl.NumberFormat(locale));

/** The first comparison of names and the first date take a browser 10 ms each: to be had while the page waits for the contacts. */
export function prepareWords(): void {
  whenIdle(() => {
    compareNames('a', 'b');
    // What came meanwhile goes first.
    whenIdle(time);
  });
}

/** Safari does not say when it is idle. */
function whenIdle(act: () => unknown): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(act);
  else setTimeout(act);
}

/** A moment as one would say it: the time today, else the day too. */
export function momentWords(moment: Date, now = new Date()): string {
  if (moment.toDateString() === now.toDateString()) return time().format(moment);
  return (moment.getFullYear() === now.getFullYear() ? momentOfThisYear : momentOfAnyYear)().format(moment);
}

/** "Friends, Family, and Work". */
export function listWords(items: readonly string[]): string {
  return conjunction().format(items);
}

/** A number as the reader writes it. */
export function numberWords(value: number): string {
  return digits().format(value).replace('-', '−');
}

/** Availability in words, with the reason where it is unknown. */
export function availabilityText({ availability, reason }: Pick<Contact, 'availability' | 'reason'>): string {
  const { presence } = words();
  return reason ? presence.reason[reason] : presence.availability[availability];
}

/** How we stand to a contact where it is not simply "each sees the other": `''` where it is. */
export function relationWords({ item, requested, requestError, blocked }: Contact): string {
  const { relation } = words().presence;
  if (blocked) return relation.blocked;
  const theyShare = item?.subscription === 'to';
  if (requested && item?.ask) return relation.askedEachOther;
  if (requested) return item && !theyShare ? relation.asksWithoutSharing : relation.asks;
  if (item?.ask && requestError) return relation.undelivered;
  if (item?.ask) return item.subscription === 'from' ? relation.askedAndSeen : relation.asked;
  switch (item?.subscription) {
    case 'both':
      return '';
    case 'to':
      return relation.to;
    case 'from':
      return relation.from;
    default:
      return item ? relation.none : relation.stranger;
  }
}

/** The line under a name: how we stand to each other, if that is not plain, and their own words; '' where the badge says it all. */
export function contactLine(contact: Contact): string {
  const lastSeen = contact.lastSeen && capitalized(words().presence.lastSeen(momentWords(contact.lastSeen)));
  const line = [lastSeen, shortStatus(contact), contact.item ? capitalized(relationWords(contact)) : ''].filter(Boolean).join(' · ');
  if (line !== '') return line;
  const { availability } = contact;
  return availability === 'available' || availability === 'unknown' ? '' : capitalized(words().presence.availability[availability]);
}

/** XMPP has no limit; a line has. In characters. */
const LONGEST_STATUS = 300;

/** As much of a status message as a line has room for. */
function shortStatus({ status = '' }: Contact): string {
  return cut(status, LONGEST_STATUS);
}

/** A text, or as much of it as that many characters. */
export function cut(text: string, longest: number): string {
  // A character is two units at most: no megabyte is taken apart for a line.
  const characters = [...text.slice(0, 2 * longest + 2)];
  return characters.length > longest ? `${characters.slice(0, longest).join('')}…` : text;
}

/** A text from somebody else within a sentence: without the controls that would turn the rest of the sentence around, or break it off. */
export function quoted(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').replace(/\p{Bidi_Control}/gu, '');
}

/** What assistive technology says of a contact: "Ann Lee, do not disturb, in a meeting". */
export function contactLabel(contact: Contact): string {
  const { phrases, presence } = words();
  const lastSeen = contact.lastSeen ? presence.lastSeen(momentWords(contact.lastSeen)) : '';
  const relation = contact.item ? relationWords(contact) : '';
  // How we stand to each other is the reason already.
  const isSaid = relation !== '' && (contact.reason === 'not-subscribed' || contact.reason === 'blocked');
  return quoted(phrases.series([contact.name, isSaid ? '' : availabilityText(contact), shortStatus(contact), lastSeen, relation].filter((part) => part !== '')));
}
