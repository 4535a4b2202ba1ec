import type { Messages } from '../../elements/messages/messages.js';

export const connection: Messages['connection'] = {
  retry: 'Reintentar',
  lost: 'Se perdió la conexión. Reconectando…',
  retrying: (reason) => `${reason} Reintentando…`,
  connecting: 'Conexión',
  authentication: {
    'not-authorized': 'La dirección o la contraseña es incorrecta. Compruebe ambas e inicie sesión de nuevo.',
    'account-disabled': 'Esta cuenta está desactivada. Consulte con su administrador.',
    'credentials-expired': 'La contraseña ha caducado. Establezca una nueva.',
    'temporary-auth-failure': 'El servidor no puede comprobar contraseñas en este momento.',
    'token-refused': 'El permiso de esta página para iniciar sesión ha caducado o fue rechazado. Vuelva a cargar la página; si no basta, pregunte a su administrador.',
    'key-outdated': 'No se pudo mantener la sesión iniciada: la contraseña ha cambiado o el servidor no lo permite. Vuelva a introducir su contraseña.',
  },
  otherAuthentication: (condition) => `El servidor rechazó el inicio de sesión (${condition || 'sin indicar el motivo'}).`,
  noMechanism: 'El servidor no ofrece ninguna forma de iniciar sesión que esta página pueda usar. En una página sin HTTPS solo sirve una conexión wss:.',
  weaker: (change) => `El servidor solo ofrece una forma de iniciar sesión menos segura que antes (${change}). Puede que alguien esté leyendo, así que no se envió nada. Pregunte primero a su administrador.`,
  serverSignature: 'El servidor no pudo demostrar que es el correcto; se interrumpió el inicio de sesión. Avise a su administrador.',
  configuration: 'La conexión no está bien configurada.',
  timeout: 'El servidor no respondió a tiempo.',
  noNetwork: 'Este equipo no tiene conexión de red.',
  streamError: {
    conflict: 'Sesión iniciada en otro lugar con el mismo nombre de recurso; esta página se desconectó. Vuelva a intentarlo para seguir aquí.',
    'host-unknown': 'El servidor no conoce este dominio. Compruebe lo que sigue a la @ en la dirección.',
    'not-authorized': 'El servidor ha terminado la sesión: la cuenta fue eliminada o su contraseña cambió. Inicie sesión de nuevo o pregunte a su administrador.',
    'policy-violation': 'El servidor cerró la conexión: se infringió una norma.',
    'system-shutdown': 'El servidor se está apagando.',
    'connection-timeout': 'El servidor dejó de recibir señales de esta página.',
  },
  otherStreamError: (condition) => `El servidor cerró la conexión (${condition || 'sin indicar el motivo'}).`,
  malformed: 'Lo que envió el servidor no es XMPP.',
  unreachable: 'No se pudo contactar con el servidor. ¿Está activado su WebSocket y es correcta la dirección?',
};
