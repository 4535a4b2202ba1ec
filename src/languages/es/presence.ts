import type { Messages } from '../../elements/messages/messages.js';

export const presence: Messages['presence'] = {
  availability: {
    available: 'disponible',
    chat: 'con ganas de charlar',
    away: 'ausente',
    xa: 'ausente por mucho tiempo',
    dnd: 'no molestar',
    unavailable: 'sin conexión',
    unknown: 'desconocido',
  },
  reason: {
    'not-subscribed': 'no comparte su disponibilidad',
    'no-presence': 'disponibilidad aún desconocida',
    blocked: 'bloqueado',
    disconnected: 'disponibilidad desconocida mientras no haya conexión',
    'own-unavailable': 'disponibilidad desconocida mientras usted no esté en línea',
  },
  lastSeen: (moment) => `visto por última vez: ${moment}`,
  idleSince: (moment) => `inactivo desde: ${moment}`,
  relation: {
    blocked: 'bloqueado',
    askedEachOther: 'cada uno ha enviado una solicitud al otro',
    asks: 'solicita ver la disponibilidad de usted',
    asksWithoutSharing: 'solicita ver la disponibilidad de usted, no comparte la propia',
    undelivered: 'su solicitud no se pudo entregar',
    asked: 'solicitado, a la espera de respuesta',
    askedAndSeen: 've la disponibilidad de usted, no ha respondido a su solicitud',
    to: 'no ve la disponibilidad de usted',
    from: 've la disponibilidad de usted, no comparte la propia',
    none: 'ninguno ve la disponibilidad del otro',
    stranger: 'no está en su lista de contactos',
  },
  badge: {
    nobody: 'disponibilidad de nadie: no se indicó ninguna dirección',
    unconnected: (address) => `${address}, disponibilidad desconocida: no hay conexión en esta página`,
  },
};
