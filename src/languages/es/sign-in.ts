import type { Messages } from '../../elements/messages/messages.js';

export const signIn: Messages['signIn'] = {
  form: 'Iniciar sesión',
  address: 'Dirección',
  addressExample: 'nombre@empresa.es',
  password: 'Contraseña',
  missingAddress: 'Introduzca su dirección, por ejemplo nombre@empresa.es.',
  malformedAddress: 'Esto aún no es una dirección. Debería parecerse a nombre@empresa.es.',
  missingPassword: 'Introduzca su contraseña.',
  stay: 'Mantener la sesión iniciada',
  stayHint: 'Solo en un dispositivo propio. Su contraseña no se guarda.',
  submit: 'Iniciar sesión',
  waiting: 'Iniciando sesión…',
  weaker: 'Iniciar sesión de todos modos',
  signedIn: 'Sesión iniciada como',
  signOut: 'Cerrar sesión',
};
