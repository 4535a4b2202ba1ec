import type { Messages } from '../../elements/messages/messages.js';
import { countingIn } from '../../elements/messages/plurals.js';

const { plural, number } = countingIn('es');

export const finding: Messages['finding'] = {
  search: 'Buscar contactos',
  found: (count) => (count === 0 ? 'No se encontró a nadie' : plural(count, { one: `${number(count)} contacto encontrado`, other: `${number(count)} contactos encontrados` })),
  clear: 'Borrar la búsqueda',
  view: 'Opciones de vista',
  show: 'Mostrar',
  filters: { everyone: 'Todos', online: 'Solo quien está en línea', available: 'Solo quien está disponible' },
  sortBy: 'Ordenar por',
  sorts: { availability: 'Disponibilidad', name: 'Nombre', activity: 'Actividad reciente' },
  groups: 'Grupos',
  expandAll: 'Expandir todos los grupos',
  collapseAll: 'Contraer todos los grupos',
  orderByName: 'Ordenar los grupos por nombre',
  nobody: 'Nadie que mostrar: la lista está filtrada.',
};
