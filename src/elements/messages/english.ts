/** What lists, rows and their buttons say, in English. Grouped by what shows it. */
export const english = {
  language: 'en',
  roster: {
    label: 'Contacts',
    noGroup: 'No group',
    /** A group's name and counts, for assistive technology. */
    groupLabel: (group: string, online: number, total: number) => `${group}, ${online} of ${total} online`,
  },
};
