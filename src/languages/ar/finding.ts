import type { Messages } from '../../elements/messages/messages.js';
import { countingIn } from '../../elements/messages/plurals.js';

const { plural, number } = countingIn('ar');

export const finding: Messages['finding'] = {
  search: 'البحث في جهات الاتصال',
  found: (count) =>
    plural(count, {
      zero: 'لم يُعثر على أحد',
      one: 'عُثر على جهة اتصال واحدة',
      two: 'عُثر على جهتي اتصال',
      few: `عُثر على ${number(count)} جهات اتصال`,
      other: `عُثر على ${number(count)} جهة اتصال`,
    }),
  clear: 'مسح البحث',
  view: 'خيارات العرض',
  show: 'عرض',
  filters: { everyone: 'الجميع', online: 'المتصلون فقط', available: 'المتاحون فقط' },
  sortBy: 'الترتيب حسب',
  sorts: { availability: 'حالة التوفر', name: 'الاسم', activity: 'آخر نشاط' },
  groups: 'المجموعات',
  expandAll: 'توسيع كل المجموعات',
  collapseAll: 'طي كل المجموعات',
  orderByName: 'ترتيب المجموعات حسب الاسم',
  nobody: 'لا أحد للعرض: القائمة مصفّاة.',
};
