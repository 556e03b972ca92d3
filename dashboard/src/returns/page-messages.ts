// What is said where the page for buyers is set.

import { messages } from '../language/messages.ts';

export const pageMessages = messages({
  title: { en: 'Page for buyers', de: 'Seite für Käufer' },
  hint: {
    en: 'Buyers see there how far their order is, with its number and their e-mail address:',
    de: 'Käufer sehen dort, wie weit ihre Bestellung ist, mit deren Nummer und ihrer E-Mail-Adresse:',
  },
  open: { en: 'Buyers may look', de: 'Käufer dürfen nachsehen' },
  returnDays: { en: 'Days to ask for a return', de: 'Tage, um eine Retoure zu bitten' },
  returnDaysHint: {
    en: 'From the delivery on. Empty: not on the page.',
    de: 'Ab der Zustellung. Leer: nicht auf der Seite.',
  },
  approves: {
    en: 'Such returns may come without anybody’s yes',
    de: 'Solche Retouren dürfen ohne Zustimmung kommen',
  },
  contact: { en: 'Where buyers turn to', de: 'Wohin Käufer sich wenden' },
  contactHint: { en: 'https://… or mailto:…', de: 'https://… oder mailto:…' },
  save: { en: 'Save', de: 'Sichern' },
  saved: { en: 'Saved', de: 'Gesichert' },
});
