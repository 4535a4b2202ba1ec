import type { Messages } from '../../elements/messages/messages.js';
import { countingIn } from '../../elements/messages/plurals.js';

const { number, plural } = countingIn('ar');

export const phrases: Messages['phrases'] = {
  series: (parts) => parts.join('، '),
  named: (address, name) => `${address} (${name})`,
  unconnected: 'لا يوجد اتصال في هذه الصفحة.',
  close: 'إغلاق',
  cancel: 'إلغاء',
};

export const roster: Messages['roster'] = {
  label: 'جهات الاتصال',
  noGroup: 'دون مجموعة',
  namelessGroup: 'مجموعة دون اسم ظاهر',
  sections: { favourites: 'المفضلة', pending: 'بانتظار الرد', unavailable: 'غير متصل' },
  sectionLabel: (title, total) => `${title}، ${number(total)}`,
  groupLabel: (group, online, total) => `${group}، ${number(online)} من ${number(total)} متصل`,
  drop: {
    moveElsewhere: 'نقل إلى مجموعة أخرى',
    addElsewhere: 'إضافة إلى مجموعة أخرى',
    onlyMoving: 'لا تُغادَر المجموعة إلا بالنقل',
    already: (group) => `موجود بالفعل في ${group}`,
    remove: (group) => `إزالة من ${group}`,
    add: (group) => `إضافة أيضًا إلى ${group}`,
    move: (group) => `نقل إلى ${group}`,
  },
  notice: {
    loading: 'جارٍ تحميل جهات الاتصال…',
    empty: 'لا توجد جهات اتصال بعد.',
    connecting: 'جارٍ الاتصال…',
    reconnecting: 'جارٍ إعادة الاتصال…',
    unconnected: 'لا يوجد اتصال.',
    unknownSince: (moment) => `حالة التوفر غير معروفة منذ: ${moment}.`,
    unavailable: 'أنت غير متصل. لا تظهر حالة توفر الآخرين في هذه الأثناء.',
  },
};

export const rows: Messages['rows'] = {
  idleFor: (duration) => `خامل منذ ${duration}`,
  beyond: (most) => `+${most}`,
  unread: (count) =>
    plural(count, {
      zero: 'لا رسائل غير مقروءة',
      one: 'رسالة واحدة غير مقروءة',
      two: 'رسالتان غير مقروءتان',
      few: `${number(count)} رسائل غير مقروءة`,
      many: `${number(count)} رسالة غير مقروءة`,
      other: `${number(count)} رسالة غير مقروءة`,
    }),
  unreadBeyond: (most) => `أكثر من ${most} رسالة غير مقروءة`,
  distinct: (name, distinction) => `${name} (${distinction})`,
};
