import type { Contact } from './contact.js';
import { groupsOf, type GroupName } from './roster-edits.js';

/** A group with everybody in it; `name` is `null` for those in no group. */
export interface Group {
  readonly name: GroupName;
  readonly contacts: readonly Contact[];
}

/** The groups in no order; a contact in several groups is in each of them. */
export function groupContacts(contacts: Iterable<Contact>): readonly Group[] {
  const groups = new Map<GroupName, Contact[]>();
  for (const contact of contacts) {
    for (const name of groupsOf(contact.item?.groups ?? [])) {
      const members = groups.get(name) ?? [];
      members.push(contact);
      groups.set(name, members);
    }
  }
  return [...groups].map(([name, members]) => ({ name, contacts: members }));
}
