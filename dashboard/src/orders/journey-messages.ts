import { messages } from '../language/messages.ts';

export const journeyMessages = messages({
  journey: { en: 'What the carrier said', de: 'Was der Versender meldet' },
  nothing: { en: 'Nothing yet.', de: 'Noch nichts.' },
  attempt: {
    en: 'Try {number} to deliver failed',
    de: '{number}. Zustellversuch gescheitert',
  },
  'label-created': { en: 'Label made', de: 'Etikett erstellt' },
  'in-transit': { en: 'On its way', de: 'Unterwegs' },
  'out-for-delivery': { en: 'Out for delivery', de: 'In Zustellung' },
  'delivery-failed': { en: 'Delivery failed', de: 'Zustellung gescheitert' },
  delivered: { en: 'Delivered', de: 'Zugestellt' },
  lost: { en: 'Lost', de: 'Verloren' },
  damaged: { en: 'Damaged', de: 'Beschädigt' },
  returning: { en: 'On its way back', de: 'Auf dem Rückweg' },
  'returned-to-sender': { en: 'Back at the sender', de: 'Zurück beim Absender' },
  sentState: { en: 'Sent to webhooks', de: 'An Webhooks gesendet' },
  deliveries: {
    en: '{count, plural, one {# event} other {# events}}',
    de: '{count, plural, one {# Ereignis} other {# Ereignisse}}',
  },
  tries: {
    en: '{count, plural, one {# try} other {# tries}}',
    de: '{count, plural, one {# Versuch} other {# Versuche}}',
  },
  sentDone: { en: 'delivered', de: 'zugestellt' },
  sentPending: { en: 'waits', de: 'wartet' },
  sentDead: { en: 'given up', de: 'aufgegeben' },
  nextTry: { en: 'next try {time}', de: 'nächster Versuch {time}' },
});
