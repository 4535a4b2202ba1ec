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

export const connection: Messages['connection'] = {
  retry: 'Reintentar',
  lost: 'Se perdió la conexión. Reconectando…',
  retrying: (reason) => `${reason} Reintentando…`,
  connecting: 'Conexión',
  authentication: {
    'not-authorized': 'La dirección o la contraseña no son correctas.',
    'account-disabled': 'Esta cuenta está desactivada. Consulte con su administrador.',
    'credentials-expired': 'La contraseña ha caducado. Establezca una nueva.',
    'temporary-auth-failure': 'El servidor no puede comprobar contraseñas en este momento.',
  },
  otherAuthentication: (condition) => `El servidor rechazó el inicio de sesión (${condition || 'sin indicar el motivo'}).`,
  noMechanism: 'El servidor no ofrece ninguna forma de iniciar sesión que esta página pueda usar. En una página sin HTTPS solo sirve una conexión wss:.',
  serverSignature: 'El servidor no pudo demostrar que es el correcto; se interrumpió el inicio de sesión.',
  configuration: 'La conexión no está bien configurada.',
  timeout: 'El servidor no respondió a tiempo.',
  noNetwork: 'Este equipo no tiene conexión de red.',
  streamError: {
    conflict: 'Se inició sesión en otro lugar con el mismo nombre de recurso; esta página se desconectó.',
    'host-unknown': 'El servidor no conoce este dominio.',
    'policy-violation': 'El servidor cerró la conexión: se infringió una norma.',
    'system-shutdown': 'El servidor se está apagando.',
    'connection-timeout': 'El servidor dejó de recibir señales de esta página.',
  },
  otherStreamError: (condition) => `El servidor cerró la conexión (${condition || 'sin indicar el motivo'}).`,
  malformed: 'Lo que envió el servidor no es XMPP.',
  unreachable: 'No se pudo contactar con el servidor. ¿Está activado su WebSocket y es correcta la dirección?',
};
