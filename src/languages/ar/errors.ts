import type { Messages } from '../../elements/messages/messages.js';

export const errors: Messages['errors'] = {
  dismiss: 'إغلاق الرسالة',
  unconnected: (action) => `${action}: غير ممكن دون اتصال.`,
  unanswered: (action) => `${action}: لم يصل رد. قد يكون نُفِّذ وقد لا يكون.`,
  failed: (action, reason) => `${action}: لم ينجح ذلك، ${reason}`,
  condition: {
    'not-allowed': 'الخادم لا يسمح بذلك',
    forbidden: 'الخادم لا يسمح بذلك',
    'not-acceptable': 'الخادم لا يقبل هذا الاسم',
    'item-not-found': 'لم تعد جهة الاتصال في القائمة',
    'service-unavailable': 'الخادم لا يوفر هذه الخدمة',
    'internal-server-error': 'حدث خطأ في الخادم',
    'resource-constraint': 'الخادم مشغول أو لا تتوفر لديه مساحة',
    'jid-malformed': 'العنوان غير صحيح',
    'bad-request': 'لم يفهم الخادم الطلب',
    'remote-server-not-found': 'تعذّر العثور على الخادم الآخر',
    'remote-server-timeout': 'لم يرد الخادم الآخر',
  },
  otherCondition: (condition) => `يقول الخادم «${condition}»`,
  reason: (reason, text) => `${reason}.${text && ` (${text})`}`,
};
