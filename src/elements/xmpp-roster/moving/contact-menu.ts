import type { Contact } from '../../../state/contact.js';
import type { GroupName } from '../../../state/roster-edits.js';

/** A line that the page adds to the menu of contacts. */
export interface ContactMenuEntry {
  readonly label: string;
  /** What choosing it does. */
  readonly action: () => void;
  readonly disabled?: boolean;
}

/**
 * The page's lines for these contacts: for the one whose row it is, or for all that are selected.
 *
 * @param group the one in which the menu was opened; `null` for no group
 */
export type ContactMenu = (contacts: readonly Contact[], group: GroupName) => readonly ContactMenuEntry[];
