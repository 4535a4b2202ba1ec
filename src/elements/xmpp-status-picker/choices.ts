import type { Availability } from '../../state/contact.js';
import type { PresenceChangeDetail } from '../events.js';

/** What one can choose to be. */
export type Choice = Exclude<Availability, 'unknown'>;

/** In the order of the menu. */
export const choices: readonly Choice[] = ['available', 'chat', 'away', 'xa', 'dnd', 'unavailable'];

const LOWEST_PRIORITY = -128;
const HIGHEST_PRIORITY = 127;

export const priorityRange = { lowest: LOWEST_PRIORITY, highest: HIGHEST_PRIORITY } as const;

/** The choice that a presence stands for. */
export function choiceOf({ type, show }: Pick<PresenceChangeDetail, 'type' | 'show'>): Choice {
  return type === 'unavailable' ? 'unavailable' : (show ?? 'available');
}

/** The presence that a choice stands for. RFC 6121 §4.5.1: an unavailable one may bear a message, and no priority. */
export function presenceOf(choice: Choice, message: string, priority: number): PresenceChangeDetail {
  const status = message.trim();
  const words = status === '' ? {} : { status };
  if (choice === 'unavailable') return { type: 'unavailable', ...words };
  const show = choice === 'available' ? {} : { show: choice };
  return { type: 'available', ...show, ...words, ...(priority === 0 ? {} : { priority }) };
}

/** Whether two presences say the same. */
export function isSamePresence(a: PresenceChangeDetail, b: PresenceChangeDetail): boolean {
  return a.type === b.type && a.show === b.show && (a.status ?? '') === (b.status ?? '') && (a.priority ?? 0) === (b.priority ?? 0);
}

/** A whole number in −128…127 (RFC 6121 §4.7.2.3), whatever was typed; nothing is 0. */
export function readPriority(text: string): number {
  const value = Math.trunc(Number(text));
  return Number.isNaN(value) ? 0 : Math.max(LOWEST_PRIORITY, Math.min(HIGHEST_PRIORITY, value));
}
