// What is said of actions on many orders.

import { completeMessages } from '../language/messages.ts';

export const bulkMessages = completeMessages({
  selected: {
    en: '{count, plural, one {# order selected} other {# orders selected}}',
    de: '{count, plural, one {# Auftrag gewählt} other {# Aufträge gewählt}}',
    ar: '{count, plural, one {طلب محدد} two {طلبان محددان} few {# طلبات محددة} other {# طلبًا محددًا}}',
  },
  allSelected: {
    en: 'All {count} orders that match are selected',
    de: 'Alle {count} passenden Aufträge sind gewählt',
    ar: 'تم تحديد كل الطلبات المطابقة وعددها {count}',
  },
  selectAll: {
    en: 'Select all {count} that match',
    de: 'Alle {count} passenden wählen',
    ar: 'تحديد كل المطابق وعدده {count}',
  },
  clear: { en: 'Clear', de: 'Aufheben', ar: 'إلغاء التحديد' },
  actions: { en: 'With the selection', de: 'Mit der Auswahl', ar: 'إجراءات على التحديد' },
  act: { en: 'Act on the selection', de: 'Auswahl bearbeiten', ar: 'تنفيذ إجراء على التحديد' },
  tag: { en: 'Tag', de: 'Schlagwort setzen', ar: 'إضافة وسم' },
  untag: { en: 'Remove tag', de: 'Schlagwort entfernen', ar: 'إزالة وسم' },
  hold: { en: 'Hold', de: 'Anhalten', ar: 'إيقاف' },
  'release-hold': { en: 'Release hold', de: 'Halt aufheben', ar: 'رفع الإيقاف' },
  release: { en: 'Release to fulfillment', de: 'Zum Versand freigeben', ar: 'إطلاق للتنفيذ' },
  cancel: { en: 'Cancel orders', de: 'Stornieren', ar: 'إلغاء الطلبات' },
  tagName: { en: 'Tag', de: 'Schlagwort', ar: 'الوسم' },
  reason: { en: 'Reason', de: 'Grund', ar: 'السبب' },
  anyReason: { en: 'Any', de: 'Jeder', ar: 'أي سبب' },
  preview: { en: 'See what it would do', de: 'Vorschau', ar: 'عرض ما سيحدث' },
  eligible: {
    en: '{count, plural, =0 {No order would change} one {# order would change} other {# orders would change}}',
    de: '{count, plural, =0 {Kein Auftrag würde sich ändern} one {# Auftrag würde sich ändern} other {# Aufträge würden sich ändern}}',
    ar: '{count, plural, =0 {لن يتغير أي طلب} one {سيتغير طلب واحد} two {سيتغير طلبان} few {ستتغير # طلبات} other {سيتغير # طلبًا}}',
  },
  left: {
    en: '{count, plural, one {# is left alone} other {# are left alone}}',
    de: '{count, plural, one {# bleibt wie er ist} other {# bleiben wie sie sind}}',
    ar: '{count, plural, one {يبقى طلب واحد كما هو} other {يبقى # كما هي}}',
  },
  later: {
    en: 'Orders that come to match later are not touched.',
    de: 'Aufträge, die erst später passen, bleiben unberührt.',
    ar: 'الطلبات التي تطابق لاحقًا لا تُمس.',
  },
  start: { en: 'Do it', de: 'Ausführen', ar: 'تنفيذ' },
  stop: { en: 'Stop', de: 'Anhalten', ar: 'توقف' },
  running: {
    en: '{done} of {count} done',
    de: '{done} von {count} fertig',
    ar: 'تم {done} من {count}',
  },
  done: {
    en: '{done} done, {skipped} left alone, {failed} failed',
    de: '{done} fertig, {skipped} unverändert, {failed} gescheitert',
    ar: 'تم {done}، وبقي {skipped} كما هو، وفشل {failed}',
  },
  stopped: { en: 'Stopped', de: 'Angehalten', ar: 'تم التوقف' },
  close: { en: 'Close', de: 'Schließen', ar: 'إغلاق' },
  'already-tagged': {
    en: 'Has the tag already',
    de: 'Hat das Schlagwort schon',
    ar: 'يحمل الوسم بالفعل',
  },
  'not-tagged': {
    en: 'Does not have the tag',
    de: 'Hat das Schlagwort nicht',
    ar: 'لا يحمل الوسم',
  },
  'order-finished': {
    en: 'Is completed or canceled',
    de: 'Ist abgeschlossen oder storniert',
    ar: 'مكتمل أو ملغى',
  },
  'no-open-hold': { en: 'Is not on hold', de: 'Ist nicht angehalten', ar: 'ليس موقوفًا' },
  'already-canceled': { en: 'Is canceled already', de: 'Ist schon storniert', ar: 'ملغى بالفعل' },
  'on-hold': { en: 'Is on hold', de: 'Ist angehalten', ar: 'موقوف' },
  'nothing-to-release': {
    en: 'Has nothing to release',
    de: 'Hat nichts freizugeben',
    ar: 'لا شيء لإطلاقه',
  },
  customer: { en: 'The customer asked for it', de: 'Wunsch des Kunden', ar: 'طلب العميل ذلك' },
  inventory: { en: 'No stock', de: 'Kein Bestand', ar: 'لا يوجد مخزون' },
  fraud: { en: 'Fraud', de: 'Betrug', ar: 'احتيال' },
  payment: { en: 'Not paid', de: 'Nicht bezahlt', ar: 'غير مدفوع' },
  staff: { en: 'Our mistake', de: 'Unser Fehler', ar: 'خطأ منا' },
  other: { en: 'Other', de: 'Sonstiges', ar: 'أخرى' },
});
