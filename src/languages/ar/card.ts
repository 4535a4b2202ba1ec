import type { Messages } from '../../elements/messages/messages.js';
import { countingIn } from '../../elements/messages/plurals.js';

const { plural } = countingIn('ar');

export const card: Messages['card'] = {
  popup: (name) => `بطاقة ${name}`,
  nobody: 'لا أحد',
  noAddress: 'لم يُحدَّد عنوان.',
  badAddress: 'هذا ليس عنوانًا.',
  stranger: 'ليس في قائمة جهات اتصالك.',
  self: 'حسابك أنت',
  nick: (nick) => `يسمّي نفسه «${nick}»`,
  status: 'رسالة الحالة',
  devices: (count) => plural(count, { one: 'الجهاز', two: 'الجهازان', other: 'الأجهزة' }),
  unnamedDevice: 'دون اسم',
  priority: (priority) => `الأولوية ${priority}`,
  counts: 'المعتمد',
  countsHint: 'تظهر حالة توفر هذا الجهاز، وتُرسل الرسائل إليه',
  deviceStatus: 'رسالة حالة هذا الجهاز',
  name: {
    label: 'الاسم في قائمتك',
    none: 'لا اسم: يظهر العنوان',
    save: 'حفظ',
    saveLabel: 'حفظ الاسم',
    saving: 'حفظ الاسم',
    saved: 'حُفظ الاسم.',
    removing: 'إزالة الاسم',
    removed: 'أُزيل الاسم.',
  },
  groups: {
    label: 'المجموعات',
    newGroup: 'مجموعة جديدة',
    add: 'إضافة مجموعة',
    adding: (group) => `الإضافة إلى «${group}»`,
    added: (group) => `تمت الإضافة إلى «${group}».`,
    removing: (group) => `الإزالة من «${group}»`,
    removed: (group) => `تمت الإزالة من «${group}».`,
  },
  sharing: {
    label: 'من يرى من',
    blocked: 'أنت تحظر هذا الشخص: تظهر له غير متصل، ولا يصلك منه شيء.',
    serverBlocked: 'كل من على هذا الخادم محظور: تظهر لهم غير متصل، ولا يصلك منهم شيء.',
    withoutBlock: 'من دون الحظر:',
    requestWords: 'نص الطلب',
    theirs: {
      seen: 'أنت ترى حالة توفر هذا الشخص.',
      unseen: 'أنت لا ترى حالة توفر هذا الشخص.',
      asked: 'طلبت رؤية حالة توفر هذا الشخص. لم يصل رد بعد.',
      undelivered: (reason) => `تعذّر تسليم طلبك رؤية حالة توفر هذا الشخص: ${reason}`,
    },
    ours: {
      seen: 'هذا الشخص يرى حالة توفرك.',
      unseen: 'هذا الشخص لا يرى حالة توفرك.',
      requested: 'هذا الشخص يطلب رؤية حالة توفرك.',
      directed: 'هذا الشخص يرى حالة توفرك مؤقتًا، إلى أن تصبح غير متصل.',
      approved: 'هذا الشخص لا يرى حالة توفرك بعد. لقد سمحت بذلك مسبقًا: يكفي أن يطلب.',
    },
  },
  lastThings: {
    label: 'الإزالة والحظر',
    remove: {
      open: 'إزالة من جهات الاتصال…',
      question: (name) => `هل تريد إزالة ${name} من جهات اتصالك؟ لن يرى أي منكما حالة توفر الآخر بعد ذلك.`,
      label: 'إزالة',
      doing: 'إزالة جهة الاتصال',
      done: 'أُزيل من جهات اتصالك.',
    },
    block: {
      open: 'حظر…',
      question: (name) => `هل تريد حظر ${name}؟ ستظهر لهذا الشخص غير متصل، ولن يصلك منه شيء.`,
      label: 'حظر',
      doing: 'الحظر',
      done: 'تم الحظر.',
    },
  },
};

export const deeds: Messages['deeds'] = {
  request: { label: 'طلب رؤية حالته', doing: 'طلب رؤية حالة التوفر', done: 'أُرسل الطلب.' },
  'cancel-request': { label: 'سحب الطلب', doing: 'سحب الطلب', done: 'سُحب الطلب.' },
  unsubscribe: { label: 'إيقاف رؤية حالته', doing: 'إيقاف رؤية حالة التوفر', done: 'لم تعد ترى حالة توفر هذا الشخص.' },
  approve: { label: 'سماح', doing: 'السماح برؤية حالة توفرك', done: 'يمكن لهذا الشخص رؤية حالة توفرك.' },
  deny: { label: 'رفض', doing: 'رفض الطلب', done: 'رُفض الطلب.' },
  revoke: { label: 'إيقاف عرض حالتي', doing: 'إخفاء حالة توفرك', done: 'لم يعد هذا الشخص يرى حالة توفرك.' },
  'pre-approve': { label: 'سماح مسبق', doing: 'السماح المسبق', done: 'تم السماح مسبقًا.' },
  'cancel-pre-approval': { label: 'إلغاء السماح المسبق', doing: 'إلغاء السماح المسبق', done: 'أُلغي السماح المسبق.' },
  showForNow: { label: 'عرض حالة توفري مؤقتًا', doing: 'عرض حالة توفرك', done: 'هذا الشخص يرى حالة توفرك مؤقتًا.' },
  stopShowing: { label: 'إيقاف عرضها', doing: 'إخفاء حالة توفرك', done: 'لم يعد هذا الشخص يرى حالة توفرك.' },
  addContact: { label: 'إضافة إلى جهات الاتصال', doing: 'الإضافة إلى جهات الاتصال', done: 'أُضيف إلى جهات اتصالك، وأُرسل طلب رؤية حالة توفره.' },
  unblock: { label: 'إلغاء الحظر', doing: 'إلغاء الحظر', done: 'لم يعد محظورًا.' },
};
