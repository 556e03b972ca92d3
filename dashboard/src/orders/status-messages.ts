// What the states of an order are called.

import { completeMessages } from '../language/messages.ts';

export const statusMessages = completeMessages({
  open: { en: 'Open', de: 'Offen', ar: 'مفتوح' },
  'on-hold': { en: 'On hold', de: 'Angehalten', ar: 'موقوف' },
  completed: { en: 'Completed', de: 'Abgeschlossen', ar: 'مكتمل' },
  canceled: { en: 'Canceled', de: 'Storniert', ar: 'ملغى' },
  unfulfilled: { en: 'Not released', de: 'Nicht freigegeben', ar: 'غير مُطلق' },
  'in-progress': { en: 'In progress', de: 'In Arbeit', ar: 'قيد التنفيذ' },
  'partially-fulfilled': { en: 'Partly shipped', de: 'Teils versandt', ar: 'شُحن جزئيًا' },
  fulfilled: { en: 'Shipped', de: 'Versandt', ar: 'شُحن' },
  delivered: { en: 'Delivered', de: 'Zugestellt', ar: 'تم التسليم' },
  promised: { en: 'Stock promised', de: 'Bestand zugesagt', ar: 'المخزون موعود' },
  backordered: { en: 'Backordered', de: 'Im Rückstand', ar: 'طلب مؤجل' },
  unpromised: { en: 'Without stock', de: 'Ohne Bestand', ar: 'بلا مخزون' },
  'partially-returned': { en: 'Partly returned', de: 'Teils zurück', ar: 'أُرجع جزئيًا' },
  returned: { en: 'Returned', de: 'Zurück', ar: 'أُرجع' },
  pending: { en: 'Payment pending', de: 'Zahlung ausstehend', ar: 'الدفع معلق' },
  authorized: { en: 'Authorized', de: 'Autorisiert', ar: 'مفوّض' },
  'partially-paid': { en: 'Partly paid', de: 'Teils bezahlt', ar: 'مدفوع جزئيًا' },
  paid: { en: 'Paid', de: 'Bezahlt', ar: 'مدفوع' },
  'partially-refunded': { en: 'Partly refunded', de: 'Teils erstattet', ar: 'مسترد جزئيًا' },
  refunded: { en: 'Refunded', de: 'Erstattet', ar: 'مسترد' },
  voided: { en: 'Voided', de: 'Aufgehoben', ar: 'مُبطل' },
  released: { en: 'Released', de: 'Freigegeben', ar: 'مُطلق' },
  picking: { en: 'Picking', de: 'Wird gepickt', ar: 'قيد الالتقاط' },
  packed: { en: 'Packed', de: 'Gepackt', ar: 'مغلّف' },
  'partially-shipped': { en: 'Partly shipped', de: 'Teils versandt', ar: 'شُحن جزئيًا' },
  shipped: { en: 'Shipped', de: 'Versandt', ar: 'شُحن' },
  captured: { en: 'Captured', de: 'Eingezogen', ar: 'محصّل' },
  disputed: { en: 'Disputed', de: 'Angefochten', ar: 'متنازع عليه' },
  reinstated: { en: 'Dispute won', de: 'Anfechtung abgewehrt', ar: 'كُسب النزاع' },
  capture: { en: 'Capture', de: 'Einzug', ar: 'تحصيل' },
  refund: { en: 'Refund', de: 'Erstattung', ar: 'استرداد' },
  void: { en: 'Void', de: 'Aufhebung', ar: 'إبطال' },
  authorize: { en: 'Authorization', de: 'Autorisierung', ar: 'تفويض' },
});

export type StatusKey = keyof typeof statusMessages;

export function isStatusKey(value: string): value is StatusKey {
  return Object.hasOwn(statusMessages, value);
}
