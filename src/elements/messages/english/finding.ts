import type { RosterFilter } from '../../../state/view-data.js';
import type { RosterSort } from '../../../state/roster-section.js';
import { countingIn } from '../plurals.js';

const { plural, number } = countingIn('en');

/** Searching the list, and choosing whom it shows and in which order. */
export const finding = {
  search: 'Search contacts',
  /** How many contacts a search has found; said aloud, too. */
  found: (count: number) => (count === 0 ? 'Nobody found' : plural(count, { one: `${number(count)} contact found`, other: `${number(count)} contacts found` })),
  clear: 'Clear the search',
  /** The button of the menu, and the menu. */
  view: 'View options',
  show: 'Show',
  filters: { everyone: 'Everyone', online: 'Only those online', available: 'Only those available' } satisfies Record<RosterFilter, string>,
  sortBy: 'Sort by',
  sorts: { availability: 'Availability', name: 'Name', activity: 'Recent activity' } satisfies Record<RosterSort, string>,
  groups: 'Groups',
  expandAll: 'Expand all groups',
  collapseAll: 'Collapse all groups',
  orderByName: 'Order groups by name',
  /** The filter leaves nobody in the list. */
  nobody: 'Nobody to show: the list is filtered.',
};
