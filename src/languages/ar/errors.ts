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

export const connection: Messages['connection'] = {
  retry: 'إعادة المحاولة',
  lost: 'انقطع الاتصال. جارٍ إعادة الاتصال…',
  retrying: (reason) => `${reason} جارٍ إعادة المحاولة…`,
  connecting: 'الاتصال',
  authentication: {
    'not-authorized': 'العنوان أو كلمة المرور غير صحيحة.',
    'account-disabled': 'هذا الحساب معطّل. يُرجى مراجعة المسؤول.',
    'credentials-expired': 'انتهت صلاحية كلمة المرور. يُرجى تعيين كلمة جديدة.',
    'temporary-auth-failure': 'لا يستطيع الخادم التحقق من كلمات المرور الآن.',
  },
  otherAuthentication: (condition) => `رفض الخادم تسجيل الدخول (${condition || 'دون ذكر السبب'}).`,
  noMechanism: 'لا يوفر الخادم طريقة لتسجيل الدخول يمكن لهذه الصفحة استخدامها. في صفحة دون HTTPS لا ينفع إلا اتصال wss:.',
  serverSignature: 'لم يستطع الخادم إثبات هويته، فأُوقف تسجيل الدخول.',
  configuration: 'الاتصال غير معدّ بشكل صحيح.',
  timeout: 'لم يرد الخادم في الوقت المناسب.',
  noNetwork: 'هذا الحاسوب غير متصل بالشبكة.',
  streamError: {
    conflict: 'سُجّل الدخول من مكان آخر باسم المورد نفسه؛ قُطع اتصال هذه الصفحة.',
    'host-unknown': 'الخادم لا يعرف هذا النطاق.',
    'policy-violation': 'أنهى الخادم الاتصال: خولفت إحدى القواعد.',
    'system-shutdown': 'الخادم قيد الإيقاف.',
    'connection-timeout': 'لم يعد الخادم يتلقى شيئًا من هذه الصفحة.',
  },
  otherStreamError: (condition) => `أنهى الخادم الاتصال (${condition || 'دون ذكر السبب'}).`,
  malformed: 'ما أرسله الخادم ليس XMPP.',
  unreachable: 'تعذّر الوصول إلى الخادم. هل خدمة WebSocket مفعّلة فيه، وهل العنوان صحيح؟',
};
