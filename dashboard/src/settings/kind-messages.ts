import { messages } from '../language/messages.ts';

export const kindMessages = messages({
  apiKey: { en: 'API key', de: 'API-Schlüssel' },
  channel: { en: 'Channel', de: 'Kanal' },
  customer: { en: 'Customer', de: 'Kunde' },
  drop: { en: 'Drop', de: 'Drop' },
  exception: { en: 'Exception', de: 'Ausnahme' },
  exceptionThreshold: { en: 'Threshold', de: 'Schwelle' },
  location: { en: 'Location', de: 'Standort' },
  order: { en: 'Order', de: 'Auftrag' },
  providerConnection: { en: 'Payment provider', de: 'Zahlungsanbieter' },
  refundPolicy: { en: 'Refunds', de: 'Erstattungen' },
  return: { en: 'Return', de: 'Rücksendung' },
  riskPolicy: { en: 'Risk rules', de: 'Risikoregeln' },
  role: { en: 'Role', de: 'Rolle' },
  session: { en: 'Session', de: 'Sitzung' },
  settings: { en: 'Settings', de: 'Einstellungen' },
  sku: { en: 'SKU', de: 'SKU' },
  stockDocument: { en: 'Stock', de: 'Bestand' },
  transfer: { en: 'Transfer', de: 'Umlagerung' },
  user: { en: 'User', de: 'Benutzer' },
  webhookEndpoint: { en: 'Webhook', de: 'Webhook' },
});
