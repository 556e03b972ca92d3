import { completeMessages } from '../language/messages.ts';

export const tableMessages = completeMessages({
  columns: { en: 'Columns', de: 'Spalten', ar: 'الأعمدة' },
  usualColumns: { en: 'As they were', de: 'Wie am Anfang', ar: 'كما كانت' },
  moveUp: { en: 'Move {column} up', de: '{column} nach oben', ar: 'انقل {column} لأعلى' },
  moveDown: { en: 'Move {column} down', de: '{column} nach unten', ar: 'انقل {column} لأسفل' },
  resize: { en: 'Width of {column}', de: 'Breite von {column}', ar: 'عرض {column}' },
  select: { en: 'Select', de: 'Auswählen', ar: 'تحديد' },
  selectRow: { en: 'Select {row}', de: '{row} auswählen', ar: 'تحديد {row}' },
  selectAll: {
    en: 'Select all that are loaded',
    de: 'Alle geladenen auswählen',
    ar: 'تحديد كل ما تم تحميله',
  },
  next: { en: 'Next row', de: 'Nächste Zeile', ar: 'الصف التالي' },
  previous: { en: 'Row before', de: 'Vorige Zeile', ar: 'الصف السابق' },
  last: { en: 'Last row', de: 'Letzte Zeile', ar: 'الصف الأخير' },
  first: { en: 'First row', de: 'Erste Zeile', ar: 'الصف الأول' },
  pin: {
    en: 'Keep {column} in sight',
    de: '{column} immer zeigen',
    ar: 'إبقاء {column} ظاهرًا',
  },
  open: { en: 'Open', de: 'Öffnen', ar: 'فتح' },
  peek: { en: 'Look at it here', de: 'Hier ansehen', ar: 'معاينة' },
  range: { en: 'Select up to here', de: 'Bis hierher auswählen', ar: 'تحديد حتى هنا' },
  loadingMore: { en: 'Loading more', de: 'Lädt weitere', ar: 'جارٍ تحميل المزيد' },
});
