// What the list of returns says, and what its states are called.

import { messages } from '../language/messages.ts';

export const returnMessages = messages({
  title: { en: 'Returns', de: 'Retouren' },
  views: { en: 'Which returns', de: 'Welche Retouren' },
  all: { en: 'All', de: 'Alle' },
  'to-decide': { en: 'To decide', de: 'Zu entscheiden' },
  awaited: { en: 'Awaited', de: 'Erwartet' },
  'to-refund': { en: 'To refund', de: 'Zu erstatten' },
  search: {
    en: 'Return, order or tracking number',
    de: 'Retouren-, Auftrags- oder Sendungsnummer',
  },
  reason: { en: 'Reason', de: 'Grund' },
  anyReason: { en: 'Any reason', de: 'Jeder Grund' },
  age: { en: 'Age', de: 'Alter' },
  anyAge: { en: 'Any age', de: 'Jedes Alter' },
  olderThan: { en: 'Older than {age}', de: 'Älter als {age}' },
  clear: { en: 'Clear the filters', de: 'Filter leeren' },
  none: { en: 'There are no returns', de: 'Es gibt keine Retouren' },
  noneHint: {
    en: 'Announce one for an order, or let buyers ask on their order page.',
    de: 'Melde eine zu einem Auftrag an, oder lass Käufer auf ihrer Auftragsseite fragen.',
  },
  noneFound: { en: 'No return is like that', de: 'Keine Retoure ist so' },
  noneFoundHint: { en: 'The filters hide all others.', de: 'Die Filter verbergen alle anderen.' },
  changed: { en: 'Returns have changed: show them', de: 'Retouren haben sich geändert: zeigen' },
  orderPage: { en: 'Page for buyers', de: 'Seite für Käufer' },
  announce: { en: 'Announce a return', de: 'Retoure anmelden' },
  number: { en: 'Return', de: 'Retoure' },
  order: { en: 'Order', de: 'Auftrag' },
  status: { en: 'Status', de: 'Status' },
  wish: { en: 'Wish', de: 'Wunsch' },
  units: { en: 'Came', de: 'Angekommen' },
  came: { en: '{received} of {requested}', de: '{received} von {requested}' },
  granted: { en: 'Refunded', de: 'Erstattet' },
  since: { en: 'Since', de: 'Seit' },
  location: { en: 'Location', de: 'Standort' },
  pending: { en: 'To decide', de: 'Zu entscheiden' },
  declined: { en: 'Declined', de: 'Abgelehnt' },
  requested: { en: 'Awaited', de: 'Erwartet' },
  'partially-received': { en: 'Partly here', de: 'Teils da' },
  received: { en: 'Received', de: 'Angekommen' },
  canceled: { en: 'Called off', de: 'Abgesagt' },
  refund: { en: 'Refund', de: 'Geld zurück' },
  exchange: { en: 'Exchange', de: 'Umtausch' },
  'size-too-small': { en: 'Too small', de: 'Zu klein' },
  'size-too-large': { en: 'Too large', de: 'Zu groß' },
  damaged: { en: 'Damaged', de: 'Beschädigt' },
  'not-as-described': { en: 'Not as described', de: 'Nicht wie beschrieben' },
  'wrong-item': { en: 'Wrong item', de: 'Falscher Artikel' },
  'arrived-late': { en: 'Came too late', de: 'Zu spät gekommen' },
  'changed-mind': { en: 'Changed their mind', de: 'Anders überlegt' },
  other: { en: 'Other', de: 'Anderes' },
});

export type ReturnKey = keyof typeof returnMessages;

export function isReturnKey(value: string): value is ReturnKey {
  return Object.hasOwn(returnMessages, value);
}
