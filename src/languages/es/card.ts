import type { Messages } from '../../elements/messages/messages.js';
import { countingIn } from '../../elements/messages/plurals.js';

const { plural } = countingIn('es');

export const card: Messages['card'] = {
  popup: (name) => `Ficha de ${name}`,
  nobody: 'Nadie',
  noAddress: 'No se indicó ninguna dirección.',
  badAddress: 'Esto no es una dirección.',
  stranger: 'No está en su lista de contactos.',
  self: 'Su propia cuenta',
  nick: (nick) => `Se hace llamar «${nick}»`,
  status: 'Mensaje de estado',
  devices: (count) => plural(count, { one: 'Dispositivo', other: 'Dispositivos' }),
  unnamedDevice: 'Sin nombre',
  priority: (priority) => `prioridad ${priority}`,
  counts: 'cuenta',
  countsHint: 'Se muestra su disponibilidad, y los mensajes van allí',
  deviceStatus: 'Mensaje de estado de este dispositivo',
  name: {
    label: 'Nombre en su lista',
    none: 'Ninguno: se muestra la dirección',
    save: 'Guardar',
    saveLabel: 'Guardar el nombre',
    saving: 'Guardar el nombre',
    saved: 'Nombre guardado.',
    removing: 'Quitar el nombre',
    removed: 'Nombre quitado.',
  },
  groups: {
    label: 'Grupos',
    newGroup: 'Grupo nuevo',
    add: 'Añadir grupo',
    adding: (group) => `Añadir a «${group}»`,
    added: (group) => `Añadido a «${group}».`,
    removing: (group) => `Quitar de «${group}»`,
    removed: (group) => `Quitado de «${group}».`,
  },
  sharing: {
    label: 'Quién ve a quién',
    blocked: 'Usted bloquea a esta persona: para ella está sin conexión, y nada suyo le llega.',
    serverBlocked: 'Todas las personas de este servidor están bloqueadas: para ellas usted está sin conexión, y nada suyo le llega.',
    withoutBlock: 'Sin el bloqueo:',
    requestWords: 'Texto de la solicitud',
    theirs: {
      seen: 'Usted ve la disponibilidad de esta persona.',
      unseen: 'Usted no ve la disponibilidad de esta persona.',
      asked: 'Usted solicitó ver la disponibilidad de esta persona. Aún no ha respondido.',
      undelivered: (reason) => `Su solicitud de ver la disponibilidad de esta persona no se pudo entregar: ${reason}`,
    },
    ours: {
      seen: 'Esta persona ve la disponibilidad de usted.',
      unseen: 'Esta persona no ve la disponibilidad de usted.',
      requested: 'Esta persona solicita ver la disponibilidad de usted.',
      directed: 'Esta persona ve por ahora la disponibilidad de usted, hasta que se desconecte.',
      approved: 'Esta persona aún no ve la disponibilidad de usted. Lo permitió por adelantado: basta con que lo solicite.',
    },
  },
  lastThings: {
    label: 'Eliminar y bloquear',
    remove: {
      open: 'Eliminar de los contactos…',
      question: (name) => `¿Eliminar a ${name} de sus contactos? Ninguno verá ya la disponibilidad del otro.`,
      label: 'Eliminar',
      doing: 'Eliminar el contacto',
      done: 'Eliminado de sus contactos.',
    },
    block: {
      open: 'Bloquear…',
      question: (name) => `¿Bloquear a ${name}? Para esta persona usted estará sin conexión, y nada suyo le llegará.`,
      label: 'Bloquear',
      doing: 'Bloquear',
      done: 'Bloqueado.',
    },
  },
};

export const deeds: Messages['deeds'] = {
  request: { label: 'Solicitar ver la suya', doing: 'Solicitar ver su disponibilidad', done: 'Solicitud enviada.' },
  'cancel-request': { label: 'Retirar la solicitud', doing: 'Retirar la solicitud', done: 'Solicitud retirada.' },
  unsubscribe: { label: 'Dejar de ver la suya', doing: 'Dejar de ver su disponibilidad', done: 'Usted ya no ve la disponibilidad de esta persona.' },
  approve: { label: 'Permitir', doing: 'Permitir que vea la disponibilidad de usted', done: 'Esta persona puede ver la disponibilidad de usted.' },
  deny: { label: 'Rechazar', doing: 'Rechazar la solicitud', done: 'Solicitud rechazada.' },
  revoke: { label: 'Dejar de compartir la mía', doing: 'Ocultar la disponibilidad de usted', done: 'Esta persona ya no ve la disponibilidad de usted.' },
  'pre-approve': { label: 'Permitir por adelantado', doing: 'Permitir por adelantado', done: 'Permitido por adelantado.' },
  'cancel-pre-approval': { label: 'No permitir por adelantado', doing: 'Retirar el permiso', done: 'Ya no está permitido por adelantado.' },
  showForNow: { label: 'Mostrar mi disponibilidad por ahora', doing: 'Mostrar la disponibilidad de usted', done: 'Esta persona ve por ahora la disponibilidad de usted.' },
  stopShowing: { label: 'Dejar de mostrarla', doing: 'Ocultar la disponibilidad de usted', done: 'Esta persona ya no ve la disponibilidad de usted.' },
  addContact: { label: 'Añadir a los contactos', doing: 'Añadir a los contactos', done: 'Añadido a sus contactos; se solicitó ver su disponibilidad.' },
  unblock: { label: 'Desbloquear', doing: 'Desbloquear', done: 'Ya no está bloqueado.' },
};
