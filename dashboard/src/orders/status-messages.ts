// What the states of an order are called.

import { messages } from '../language/messages.ts';

export const statusMessages = messages({
  open: { en: 'Open', de: 'Offen' },
  'on-hold': { en: 'On hold', de: 'Angehalten' },
  completed: { en: 'Completed', de: 'Abgeschlossen' },
  canceled: { en: 'Canceled', de: 'Storniert' },
  unfulfilled: { en: 'Not released', de: 'Nicht freigegeben' },
  'in-progress': { en: 'In progress', de: 'In Arbeit' },
  'partially-fulfilled': { en: 'Partly shipped', de: 'Teils versandt' },
  fulfilled: { en: 'Shipped', de: 'Versandt' },
  delivered: { en: 'Delivered', de: 'Zugestellt' },
  promised: { en: 'Stock promised', de: 'Bestand zugesagt' },
  backordered: { en: 'Backordered', de: 'Im Rückstand' },
  unpromised: { en: 'Without stock', de: 'Ohne Bestand' },
  'partially-returned': { en: 'Partly returned', de: 'Teils zurück' },
  returned: { en: 'Returned', de: 'Zurück' },
  pending: { en: 'Payment pending', de: 'Zahlung ausstehend' },
  authorized: { en: 'Authorized', de: 'Autorisiert' },
  'partially-paid': { en: 'Partly paid', de: 'Teils bezahlt' },
  paid: { en: 'Paid', de: 'Bezahlt' },
  'partially-refunded': { en: 'Partly refunded', de: 'Teils erstattet' },
  refunded: { en: 'Refunded', de: 'Erstattet' },
  disputed: { en: 'Disputed', de: 'Angefochten' },
  reinstated: { en: 'Dispute won', de: 'Anfechtung abgewehrt' },
  voided: { en: 'Voided', de: 'Aufgehoben' },
  released: { en: 'Released', de: 'Freigegeben' },
  picking: { en: 'Picking', de: 'Wird gepickt' },
  packed: { en: 'Packed', de: 'Gepackt' },
  'partially-shipped': { en: 'Partly shipped', de: 'Teils versandt' },
  shipped: { en: 'Shipped', de: 'Versandt' },
  captured: { en: 'Captured', de: 'Eingezogen' },
  capture: { en: 'Capture', de: 'Einzug' },
  refund: { en: 'Refund', de: 'Erstattung' },
  void: { en: 'Void', de: 'Aufhebung' },
  authorize: { en: 'Authorization', de: 'Autorisierung' },
});

export type StatusKey = keyof typeof statusMessages;

export function isStatusKey(value: string): value is StatusKey {
  return Object.hasOwn(statusMessages, value);
}
