import { messages } from '../language/messages.ts';

export const paymentMessages = messages({
  title: { en: 'Add a payment to order {number}', de: 'Zahlung zu Auftrag {number}' },
  open: { en: 'Add payment', de: 'Zahlung ergänzen' },
  way: { en: 'Paid with', de: 'Bezahlt mit' },
  manual: { en: 'Received by hand', de: 'Von Hand erhalten' },
  'gift-card': { en: 'Gift card', de: 'Geschenkkarte' },
  'store-credit': { en: 'Store credit of the customer', de: 'Guthaben des Kunden' },
  code: { en: 'Code of the gift card', de: 'Code der Geschenkkarte' },
  currency: { en: 'Currency', de: 'Währung' },
  amount: { en: 'Amount in {currency}', de: 'Betrag in {currency}' },
  worth: { en: 'What it is worth in {currency}', de: 'Was das in {currency} wert ist' },
  worthHint: {
    en: 'As the buyer was told. No rate is looked up.',
    de: 'Wie es dem Käufer gesagt wurde. Kein Kurs wird nachgeschlagen.',
  },
  atRate: { en: '1 {from} is {rate} {to}', de: '1 {from} sind {rate} {to}' },
  reference: { en: 'What the bank calls it', de: 'Wie die Bank sie nennt' },
  referenceHint: {
    en: 'Left empty, the money is waited for.',
    de: 'Bleibt es leer, wird auf das Geld gewartet.',
  },
  notAmount: { en: 'No amount of {currency}', de: 'Kein Betrag in {currency}' },
  notCurrency: {
    en: 'Three letters, such as USD',
    de: 'Drei Buchstaben, etwa USD',
  },
  missing: { en: '{amount} is not covered yet', de: '{amount} sind noch nicht gedeckt' },
  leave: { en: 'Leave it', de: 'Abbrechen' },
  done: { en: 'The payment is added', de: 'Die Zahlung ist ergänzt' },
});
