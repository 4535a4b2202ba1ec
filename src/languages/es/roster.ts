import type { Messages } from '../../elements/messages/messages.js';
import { countingIn } from '../../elements/messages/plurals.js';

const { number, plural } = countingIn('es');

export const phrases: Messages['phrases'] = {
  series: (parts) => parts.join(', '),
  named: (address, name) => `${address} (${name})`,
  unconnected: 'No hay conexión en esta página.',
  close: 'Cerrar',
  cancel: 'Cancelar',
};

export const roster: Messages['roster'] = {
  label: 'Contactos',
  noGroup: 'Sin grupo',
  namelessGroup: 'Grupo sin nombre visible',
  sections: { favourites: 'Favoritos', pending: 'A la espera de respuesta', unavailable: 'Sin conexión' },
  sectionLabel: (title, total) => `${title}, ${number(total)}`,
  groupLabel: (group, online, total) => `${group}, ${number(online)} de ${number(total)} en línea`,
  drop: {
    moveElsewhere: 'Mover a otro grupo',
    addElsewhere: 'Añadir a otro grupo',
    onlyMoving: 'De un grupo solo se sale moviendo',
    already: (group) => `Ya está en ${group}`,
    remove: (group) => `Quitar de ${group}`,
    add: (group) => `Añadir también a ${group}`,
    move: (group) => `Mover a ${group}`,
  },
  notice: {
    loading: 'Cargando contactos…',
    empty: 'Aún no hay contactos.',
    connecting: 'Conectando…',
    reconnecting: 'Reconectando…',
    unconnected: 'Sin conexión.',
    unknownSince: (moment) => `Disponibilidad desconocida desde: ${moment}.`,
    unavailable: 'Usted no está en línea. Mientras tanto no se muestra la disponibilidad de los demás.',
  },
};

export const rows: Messages['rows'] = {
  idleFor: (duration) => `inactivo desde hace ${duration}`,
  beyond: (most) => `${most}+`,
  unread: (count) => plural(count, { one: `${number(count)} mensaje sin leer`, other: `${number(count)} mensajes sin leer` }),
  unreadBeyond: (most) => `más de ${most} mensajes sin leer`,
  distinct: (name, distinction) => `${name} (${distinction})`,
};
