import type { Messages } from '../../elements/messages/messages.js';
import { countingIn } from '../../elements/messages/plurals.js';

const { plural, number } = countingIn('de');

export const finding: Messages['finding'] = {
  search: 'Kontakte suchen',
  found: (count) => (count === 0 ? 'Niemand gefunden' : plural(count, { one: 'Ein Kontakt gefunden', other: `${number(count)} Kontakte gefunden` })),
  clear: 'Suche löschen',
  view: 'Ansichtsoptionen',
  show: 'Anzeigen',
  filters: { everyone: 'Alle', online: 'Nur wer online ist', available: 'Nur wer verfügbar ist' },
  sortBy: 'Sortieren nach',
  sorts: { availability: 'Verfügbarkeit', name: 'Name', activity: 'Letzte Aktivität' },
  groups: 'Gruppen',
  expandAll: 'Alle Gruppen aufklappen',
  collapseAll: 'Alle Gruppen zuklappen',
  orderByName: 'Gruppen nach Namen ordnen',
  nobody: 'Niemand zu sehen: Die Liste ist gefiltert.',
};
