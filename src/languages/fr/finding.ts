import type { Messages } from '../../elements/messages/messages.js';
import { countingIn } from '../../elements/messages/plurals.js';

const { plural, number } = countingIn('fr');

export const finding: Messages['finding'] = {
  search: 'Rechercher des contacts',
  found: (count) => (count === 0 ? 'Aucun contact trouvé' : plural(count, { one: `${number(count)} contact trouvé`, other: `${number(count)} contacts trouvés` })),
  clear: 'Effacer la recherche',
  view: 'Options d’affichage',
  show: 'Afficher',
  filters: { everyone: 'Tout le monde', online: 'Seulement qui est en ligne', available: 'Seulement qui est disponible' },
  sortBy: 'Trier par',
  sorts: { availability: 'Disponibilité', name: 'Nom', activity: 'Activité récente' },
  groups: 'Groupes',
  expandAll: 'Développer tous les groupes',
  collapseAll: 'Réduire tous les groupes',
  orderByName: 'Ordonner les groupes par nom',
  nobody: 'Personne à afficher : la liste est filtrée.',
};
