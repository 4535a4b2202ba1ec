import { countingIn } from '../plurals.js';

const { number } = countingIn('en');

/** What a contact's row says besides the contact. */
export const rows = {
  /** @param duration "12 min", from `Intl` */
  idleFor: (duration: string) => `idle for ${duration}`,
  /** In a badge, where there are more than that. */
  beyond: (most: string) => `${most}+`,
  /** The badge for assistive technology. */
  unread: (count: number) => `${number(count)} unread`,
  unreadBeyond: (most: string) => `more than ${most} unread`,
  /** A name and what tells it from the same name of others. */
  distinct: (name: string, distinction: string) => `${name} (${distinction})`,
};
