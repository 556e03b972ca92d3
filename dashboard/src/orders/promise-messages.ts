import { messages } from '../language/messages.ts';

export const promiseMessages = messages({
  promised: { en: 'Promised', de: 'Zugesagt' },
  change: { en: 'Change', de: 'Ändern' },
  nothing: { en: 'No date is promised.', de: 'Kein Datum ist zugesagt.' },
  shipBy: { en: 'Ship by', de: 'Versand bis' },
  deliverBy: { en: 'Deliver by', de: 'Zustellung bis' },
  'by-channel': { en: 'As the channel promised', de: 'Wie der Kanal zugesagt hat' },
  'by-cut-off': {
    en: 'By the cut-off of its locations: the channel gave no date',
    de: 'Nach dem Cut-off der Standorte: der Kanal nannte kein Datum',
  },
  'by-changed': { en: 'Changed here', de: 'Hier geändert' },
  title: { en: 'Promise of order {number}', de: 'Zusage von Auftrag {number}' },
  zone: { en: 'Times are those of {zone}.', de: 'Zeiten sind die von {zone}.' },
  reason: { en: 'Reason', de: 'Grund' },
  channel: { en: 'The channel moved it', de: 'Der Kanal hat es verschoben' },
  customer: { en: 'The customer asked for it', de: 'Wunsch des Kunden' },
  inventory: { en: 'No stock', de: 'Kein Bestand' },
  carrier: { en: 'The carrier', de: 'Der Versender' },
  weather: { en: 'Weather', de: 'Wetter' },
  staff: { en: 'Our decision', de: 'Unsere Entscheidung' },
  other: { en: 'Other', de: 'Anderes' },
  impossible: {
    en: 'It cannot be there before it leaves.',
    de: 'Er kann nicht da sein, bevor er losgeht.',
  },
  save: { en: 'Change the promise', de: 'Zusage ändern' },
  keep: { en: 'Leave it', de: 'Abbrechen' },
  changed: { en: 'The promise is changed', de: 'Die Zusage ist geändert' },
});
