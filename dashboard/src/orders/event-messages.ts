// What happened to an order, as a sentence.

import { messages } from '../language/messages.ts';

export const eventMessages = messages({
  'order.captured.v1': { en: 'captured the order', de: 'hat den Auftrag erfasst' },
  'order.canceled.v1': { en: 'canceled units', de: 'hat Stücke storniert' },
  'order.promise_changed.v1': {
    en: 'changed the promised date',
    de: 'hat das zugesagte Datum geändert',
  },
  'order.backorder_filled.v1': {
    en: 'promised stock that came',
    de: 'hat eingetroffenen Bestand zugesagt',
  },
  'order.held.v1': { en: 'put it on hold', de: 'hat ihn angehalten' },
  'order.hold_released.v1': { en: 'released a hold', de: 'hat einen Halt aufgehoben' },
  'order.hold_lapsed.v1': { en: 'let a hold lapse', de: 'hat einen Halt ablaufen lassen' },
  'order.tagged.v1': { en: 'tagged it', de: 'hat ein Schlagwort gesetzt' },
  'order.untagged.v1': { en: 'took a tag off', de: 'hat ein Schlagwort entfernt' },
  'order.note_added.v1': { en: 'wrote a note', de: 'hat eine Notiz geschrieben' },
  'order.note_edited.v1': { en: 'edited a note', de: 'hat eine Notiz bearbeitet' },
  'order.note_deleted.v1': { en: 'deleted a note', de: 'hat eine Notiz gelöscht' },
  'order.custom_fields_set.v1': { en: 'set custom fields', de: 'hat eigene Felder gesetzt' },
  'order.customer_changed.v1': {
    en: 'merged the customer into another',
    de: 'hat den Kunden in einen anderen geführt',
  },
  'order.erased.v1': { en: 'erased personal data', de: 'hat persönliche Daten gelöscht' },
  'order.released.v1': { en: 'released it to locations', de: 'hat ihn an Standorte freigegeben' },
  'order.sourced.v1': { en: 'found stock', de: 'hat Bestand gefunden' },
  'order.skus_matched.v1': { en: 'matched unknown SKUs', de: 'hat unbekannte Artikel zugeordnet' },
  'order.imported.v1': { en: 'imported it', de: 'hat ihn importiert' },
  'order.reimported.v1': { en: 'imported it again', de: 'hat ihn erneut importiert' },
  'order.refund_granted.v1': { en: 'granted money back', de: 'hat Geld gutgeschrieben' },
  'order.refund_requested.v1': {
    en: 'asked for a refund that needs two',
    de: 'hat eine Erstattung angefragt, die zwei braucht',
  },
  'order.refund_declined.v1': { en: 'declined a refund', de: 'hat eine Erstattung abgelehnt' },
  'order.risk_told.v1': { en: 'told of its risk', de: 'hat ein Risiko gemeldet' },
  'order.assessed.v1': { en: 'assessed its risk', de: 'hat das Risiko bewertet' },
  'order.review_approved.v1': {
    en: 'approved it in review',
    de: 'hat ihn in der Prüfung freigegeben',
  },
  'order.review_declined.v1': {
    en: 'declined it in review',
    de: 'hat ihn in der Prüfung abgelehnt',
  },
  'payment.terms_granted.v1': { en: 'gave credit', de: 'hat Kredit gegeben' },
  'payment.terms_waiting.v1': {
    en: 'found the credit limit reached',
    de: 'hat das Kreditlimit erreicht gefunden',
  },
  'payment.invoiced.v1': { en: 'recorded the invoice', de: 'hat die Rechnung erfasst' },
  'payment.overdue.v1': {
    en: 'found the invoice overdue',
    de: 'hat die Rechnung überfällig gefunden',
  },
  'payment.added.v1': { en: 'added a payment', de: 'hat eine Zahlung hinzugefügt' },
  'payment.carried.v1': {
    en: 'sent a refund to the store credit',
    de: 'hat eine Erstattung ins Guthaben geleitet',
  },
  'payment.intended.v1': { en: 'asked the provider for money', de: 'hat den Anbieter beauftragt' },
  'payment.authorized.v1': { en: 'authorized money', de: 'hat Geld autorisiert' },
  'payment.captured.v1': { en: 'captured money', de: 'hat Geld eingezogen' },
  'payment.fee_told.v1': {
    en: 'told what a capture cost',
    de: 'hat genannt, was ein Einzug kostete',
  },
  'payment.refunded.v1': { en: 'refunded money', de: 'hat Geld erstattet' },
  'payment.voided.v1': { en: 'voided an authorization', de: 'hat eine Autorisierung aufgehoben' },
  'payment.declined.v1': { en: 'was declined', de: 'wurde abgelehnt' },
  'payment.intent_closed.v1': {
    en: 'closed a request to the provider',
    de: 'hat einen Auftrag an den Anbieter geschlossen',
  },
  'payment.authorization_renewed.v1': {
    en: 'renewed an authorization',
    de: 'hat eine Autorisierung erneuert',
  },
  'payment.refund_returned.v1': {
    en: 'told of a refund that came back',
    de: 'hat gemeldet, dass eine Erstattung zurückkam',
  },
  'payment.disputed.v1': { en: 'told of a dispute', de: 'hat eine Anfechtung gemeldet' },
  'payment.dispute_closed.v1': {
    en: 'told how a dispute ended',
    de: 'hat gemeldet, wie eine Anfechtung ausging',
  },
  'payment.retried.v1': {
    en: 'had the provider asked again',
    de: 'ließ den Anbieter erneut fragen',
  },
  'fulfillment.picked.v1': { en: 'picked units', de: 'hat Stücke gepickt' },
  'fulfillment.packed.v1': { en: 'packed a parcel', de: 'hat ein Paket gepackt' },
  'parcel.shipped.v1': { en: 'shipped a parcel', de: 'hat ein Paket versandt' },
  'parcel.labeled.v1': { en: 'labeled a parcel', de: 'hat ein Paket etikettiert' },
  'parcel.tracked.v1': { en: 'told where a parcel is', de: 'hat gemeldet, wo ein Paket ist' },
  'parcel.delivered.v1': { en: 'delivered a parcel', de: 'hat ein Paket zugestellt' },
  'return.requested.v1': { en: 'asked for a return', de: 'hat eine Retoure angefragt' },
  'return.received.v1': { en: 'received a return', de: 'hat eine Retoure erhalten' },
  'return.refunded.v1': { en: 'refunded a return', de: 'hat eine Retoure erstattet' },
  'return.approved.v1': { en: 'approved a return', de: 'hat eine Retoure angenommen' },
  'return.declined.v1': { en: 'declined a return', de: 'hat eine Retoure abgelehnt' },
  'return.canceled.v1': { en: 'called a return off', de: 'hat eine Retoure abgesagt' },
  changed: { en: 'changed it', de: 'hat ihn geändert' },
});

type EventKey = keyof typeof eventMessages;

/** The key of the sentence for a type of event. */
export function eventKey(type: string): EventKey {
  return Object.hasOwn(eventMessages, type) ? (type as EventKey) : 'changed';
}
