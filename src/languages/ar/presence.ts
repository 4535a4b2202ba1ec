import type { Messages } from '../../elements/messages/messages.js';

export const presence: Messages['presence'] = {
  availability: {
    available: 'متاح',
    chat: 'متاح للدردشة',
    away: 'بالخارج',
    xa: 'غائب لفترة طويلة',
    dnd: 'الرجاء عدم الإزعاج',
    unavailable: 'غير متصل',
    unknown: 'غير معروف',
  },
  reason: {
    'not-subscribed': 'حالة التوفر غير مشتركة معك',
    'no-presence': 'حالة التوفر غير معروفة بعد',
    blocked: 'محظور',
    disconnected: 'حالة التوفر غير معروفة أثناء انقطاع الاتصال',
    'own-unavailable': 'حالة التوفر غير معروفة ما دمت غير متصل',
  },
  lastSeen: (moment) => `آخر ظهور: ${moment}`,
  idleSince: (moment) => `خامل منذ: ${moment}`,
  relation: {
    blocked: 'محظور',
    askedEachOther: 'أرسل كل منكما طلبًا إلى الآخر',
    asks: 'يطلب رؤية حالة توفرك',
    asksWithoutSharing: 'يطلب رؤية حالة توفرك ولا يعرض حالته',
    undelivered: 'تعذّر تسليم طلبك',
    asked: 'أُرسل الطلب، بانتظار الرد',
    askedAndSeen: 'يرى حالة توفرك ولم يرد على طلبك',
    to: 'لا يرى حالة توفرك',
    from: 'يرى حالة توفرك ولا يعرض حالته',
    none: 'لا يرى أي منكما حالة توفر الآخر',
    stranger: 'ليس في قائمة جهات اتصالك',
  },
  badge: {
    nobody: 'حالة توفر مجهولة: لم يُحدَّد عنوان',
    unconnected: (address) => `${address}، حالة التوفر غير معروفة: لا يوجد اتصال في هذه الصفحة`,
  },
};
