import type { Messages } from '../../elements/messages/messages.js';
import { countingIn } from '../../elements/messages/plurals.js';

const { plural, number } = countingIn('ar');

const contacts = (count: number): string =>
  plural(count, {
    zero: 'لا جهات اتصال',
    one: 'جهة اتصال واحدة',
    two: 'جهتا اتصال',
    few: `${number(count)} جهات اتصال`,
    many: `${number(count)} جهة اتصال`,
    other: `${number(count)} جهة اتصال`,
  });

/** As what something is done to: the dual has another ending then. */
const these = (count: number): string => plural(count, { two: 'جهتي اتصال', other: contacts(count) });

export const moving: Messages['moving'] = {
  contacts: these,
  drop: {
    moveElsewhere: (count) => `نقل ${these(count)} إلى مجموعة أخرى`,
    addElsewhere: (count) => `إضافة ${these(count)} إلى مجموعة أخرى`,
    move: (count, group) => `نقل ${these(count)} إلى ${group}`,
    add: (count, group) => `إضافة ${these(count)} أيضًا إلى ${group}`,
    clear: (count) => `إزالة ${these(count)} من المجموعة`,
    moveToNew: 'نقل إلى مجموعة جديدة',
    addToNew: 'إضافة أيضًا إلى مجموعة جديدة',
    leaveAll: 'إزالة من كل المجموعات',
    locked: (group) => `${group} يديرها الخادم`,
    waiting: 'التغيير الأخير لم يكتمل بعد',
    gone: 'لم يعد في القائمة',
  },
  andMore: (count) =>
    plural(count, {
      zero: 'ولا أحد غيرهم',
      one: 'وواحد آخر',
      two: 'واثنان آخران',
      few: `و${number(count)} آخرون`,
      many: `و${number(count)} آخرون`,
      other: `و${number(count)} آخرون`,
    }),
  newGroup: 'مجموعة جديدة…',
  outOfGroups: 'دون مجموعة',
  otherTargets: 'وجهات أخرى',
  lock: {
    refused: (group) => `${group} يديرها الخادم: لا يسمح بالتغيير من هنا.`,
    reverted: (group) => `${group} يديرها الخادم: لقد تراجع عن تغيير.`,
    page: (group) => `لا يمكن تغيير ${group} هنا.`,
    label: 'يديرها الخادم',
  },
  doing: {
    move: (who, group) => `نقل ${who} إلى ${group}`,
    add: (who, group) => `إضافة ${who} إلى ${group}`,
    remove: (who, group) => `إزالة ${who} من ${group}`,
    removeFromAll: (who) => `إزالة ${who} من كل المجموعات`,
    undo: 'التراجع',
    renameContact: (who) => `إعادة تسمية ${who}`,
    removeContacts: (who) => `إزالة ${who}`,
    renameGroup: (group, to) => `إعادة تسمية ${group} إلى ${to}`,
    removeGroup: (group) => `إزالة المجموعة ${group}`,
  },
  done: {
    moved: (who, group) => `تم نقل ${who} إلى ${group}`,
    added: (who, group) => `تمت إضافة ${who} إلى ${group}`,
    removed: (who, group) => `تمت إزالة ${who} من ${group}`,
    removedFromAll: (who) => `تمت إزالة ${who} من كل المجموعات`,
    undone: 'تم التراجع',
    renamedContact: (who, name) => `أصبح اسم ${who} الآن ${name}`,
    removedContacts: (who) => `تمت إزالة ${who} من القائمة`,
    renamedGroup: (group, to) => `تمت إعادة تسمية ${group} إلى ${to}`,
    removedGroup: (group) => `تمت إزالة المجموعة ${group}`,
    nothing: 'لم يتغيّر شيء',
  },
  skipped: {
    'already-there': (count) =>
      plural(count, {
        zero: 'لا أحد كان هناك من قبل',
        one: 'واحد كان هناك من قبل',
        two: 'اثنان كانا هناك من قبل',
        other: `${number(count)} كانوا هناك من قبل`,
      }),
    locked: (count) =>
      plural(count, {
        zero: 'لم يُتجاوز أحد',
        one: 'تم تجاوز واحد يديره الخادم',
        two: 'تم تجاوز اثنين يديرهما الخادم',
        other: `تم تجاوز ${number(count)} يديرهم الخادم`,
      }),
    gone: (count) =>
      plural(count, {
        zero: 'الجميع ما زالوا في القائمة',
        one: 'واحد لم يعد في القائمة',
        two: 'اثنان لم يعودا في القائمة',
        other: `${number(count)} لم يعودوا في القائمة`,
      }),
    waiting: (count) =>
      plural(count, {
        zero: 'لا تغييرات معلّقة',
        one: 'التغيير الأخير لواحد لم يكتمل بعد',
        two: 'التغييران الأخيران لاثنين لم يكتملا بعد',
        other: `التغييرات الأخيرة لـ ${number(count)} لم تكتمل بعد`,
      }),
  },
  failed: (count) => plural(count, { zero: 'لم يفشل شيء', one: 'لم ينجح واحد', two: 'لم ينجح اثنان', other: `لم ينجح ${number(count)}` }),
  sentence: (parts) => `${parts.join('، ')}.`,
  progress: (doing, done, total) => `${doing}: ${number(done)} من ${number(total)}`,
  undo: 'تراجع',
  retry: 'إعادة المحاولة',
  ask: {
    leaveGroups: (who) => `هل تريد إزالة ${who} من كل المجموعات؟`,
    leaveGroupsText: (others) => `توجد مجموعات أخرى أيضًا: ${others}.`,
    leaveOne: (group) => `من ${group} فقط`,
    leaveAll: 'من كل المجموعات',
    removeContacts: (who) => `هل تريد إزالة ${who} من جهات اتصالك؟`,
    removeContactsText: 'لن يرى أي منكما حالة توفر الآخر بعد ذلك.',
    remove: 'إزالة',
    removeGroup: (group) => `هل تريد إزالة المجموعة ${group}؟`,
    removeGroupText: (count) =>
      plural(count, {
        zero: 'ليس فيها أحد.',
        one: 'تبقى جهة الاتصال التي فيها في قائمتك.',
        two: 'تبقى جهتا الاتصال اللتان فيها في قائمتك.',
        few: `تبقى ${number(count)} جهات اتصال فيها في قائمتك.`,
        other: `تبقى ${number(count)} جهة اتصال فيها في قائمتك.`,
      }),
    merge: (group, to) => `هل تريد دمج ${group} في ${to}؟`,
    mergeText: (to) => `${to} موجودة بالفعل. سيكون أعضاء المجموعتين في ${to}.`,
    mergeAnswer: 'دمج',
    renameContact: (who) => `إعادة تسمية ${who}`,
    renameGroup: (group) => `إعادة تسمية ${group}`,
    name: 'الاسم',
    rename: 'إعادة تسمية',
    emptyName: 'تحتاج المجموعة إلى اسم.',
  },
  chooser: {
    move: (who) => `نقل ${who} إلى…`,
    add: (who) => `إضافة ${who} أيضًا إلى…`,
    newGroup: (who) => `مجموعة جديدة لـ ${who}`,
    group: 'المجموعة',
    placeholder: 'ابحث عن مجموعة أو سمّها',
    newNamed: (group) => `مجموعة جديدة ${group}`,
    none: 'لا توجد مجموعة بهذا الاسم',
  },
  menu: {
    label: (who) => `إجراءات لـ ${who}`,
    open: 'فتح البطاقة',
    moveTo: 'نقل إلى…',
    addTo: 'إضافة أيضًا إلى…',
    removeFrom: (group) => `إزالة من ${group}`,
    removeFromTheirs: 'إزالة من هذه المجموعات',
    keyboard: 'نقل بلوحة المفاتيح',
    select: 'تحديد',
    unselect: 'إلغاء التحديد',
    rename: 'إعادة تسمية…',
    remove: 'إزالة…',
    renameGroup: 'إعادة تسمية المجموعة…',
    removeGroup: 'إزالة المجموعة…',
    pin: 'إضافة إلى المفضلة',
    unpin: 'إزالة من المفضلة',
    announce: 'إعلان التغيّرات',
    unannounce: 'إيقاف إعلان التغيّرات',
    moveUp: 'تحريك المجموعة لأعلى',
    moveDown: 'تحريك المجموعة لأسفل',
    unlock: 'السماح بتغيير المجموعة من جديد',
  },
  say: {
    lifted: (who) => `تم رفع ${who}. مفتاح Tab ينتقل إلى الوجهة التالية، وEnter يُفلت، وعلامة الزائد تبدّل بين النقل والإضافة، وEscape يلغي.`,
    target: (effect, position, total) => `${effect}، ${number(position)} من ${number(total)}`,
    noTarget: 'لا توجد وجهة.',
    cancelled: 'أُلغي الأمر، ولم يُنقل شيء.',
    gone: (who) => `${who} لم يعد في القائمة؛ أُلغي الأمر.`,
  },
};
