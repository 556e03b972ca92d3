import { messages } from '../language/messages.ts';

export const orderMessages = messages({
  title: { en: 'Orders', de: 'Aufträge' },
  number: { en: 'Order', de: 'Auftrag' },
  placed: { en: 'Placed', de: 'Eingang' },
  channel: { en: 'Channel', de: 'Kanal' },
  status: { en: 'Status', de: 'Status' },
  payment: { en: 'Payment', de: 'Zahlung' },
  total: { en: 'Total', de: 'Summe' },
  newOrders: {
    en: '{count, plural, one {# new order} other {# new orders}}',
    de: '{count, plural, one {# neuer Auftrag} other {# neue Aufträge}}',
  },
  none: { en: 'No orders yet', de: 'Noch keine Aufträge' },
  noneHint: {
    en: 'Orders come from your channels by the API, or from a file.',
    de: 'Aufträge kommen von deinen Kanälen über die API oder aus einer Datei.',
  },
});
