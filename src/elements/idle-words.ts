import { isOnline, type Contact } from '../state/contact.js';
import { locale, words } from './messages/messages.js';

const UNITS = [['day', 86_400_000], ['hour', 3_600_000], ['minute', 60_000]] as const;
/** Making a formatter takes longer than a hundred uses of it. */
const formatters = new Map<string, Intl.NumberFormat>();

function formatter(language: string, unit: string): Intl.NumberFormat {
  const key = `${language} ${unit}`;
  const known = formatters.get(key) ?? new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' });
  formatters.set(key, known);
  return known;
}

/** "12 min", in the largest unit of which there is a whole one; '' for less than a minute. */
function durationWords(ms: number): string {
  const [unit, length] = UNITS.find(([, one]) => ms >= one) ?? [];
  return unit === undefined ? '' : formatter(locale(), unit).format(Math.floor(ms / length));
}

/** "idle for 12 min"; '' for whoever is not, or is not there. @param now asked for only where somebody is idle, in ms since 1970 */
export function idleWords(contact: Contact, now: () => number): string {
  if (!contact.idleSince || !isOnline(contact)) return '';
  const duration = durationWords(now() - contact.idleSince.getTime());
  return duration && words().rows.idleFor(duration);
}
