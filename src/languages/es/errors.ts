import type { Messages } from '../../elements/messages/messages.js';

export const errors: Messages['errors'] = {
  dismiss: 'Cerrar el mensaje',
  unconnected: (action) => `${action}: no es posible sin conexión.`,
  unanswered: (action) => `${action}: no llegó respuesta. No se sabe si tuvo efecto.`,
  failed: (action, reason) => `${action}: no funcionó, ${reason}`,
  condition: {
    'not-allowed': 'el servidor no lo permite',
    forbidden: 'el servidor no lo permite',
    'not-acceptable': 'el servidor no acepta ese nombre',
    'item-not-found': 'el contacto ya no está en la lista',
    'service-unavailable': 'el servidor no ofrece este servicio',
    'internal-server-error': 'el servidor tuvo un error',
    'resource-constraint': 'el servidor está ocupado o sin espacio',
    'jid-malformed': 'la dirección no es válida',
    'bad-request': 'el servidor no entendió la petición',
    'remote-server-not-found': 'no se encontró el otro servidor',
    'remote-server-timeout': 'el otro servidor no respondió',
  },
  otherCondition: (condition) => `el servidor dice «${condition}»`,
  reason: (reason, text) => `${reason}.${text && ` (${text})`}`,
};
