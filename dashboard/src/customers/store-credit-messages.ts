import { messages } from '../language/messages.ts';

export const storeCreditMessages = messages({
  title: { en: 'Store credit', de: 'Guthaben' },
  none: {
    en: 'No store credit. What you give here pays for their orders; a refund may go here, too.',
    de: 'Kein Guthaben. Was du hier gibst, bezahlt ihre Aufträge; auch eine Erstattung kann hierher gehen.',
  },
  give: { en: 'Give credit', de: 'Guthaben geben' },
  adjust: { en: 'Give or take', de: 'Ändern' },
  balance: { en: 'Balance', de: 'Guthaben' },
  promised: { en: 'Promised to orders', de: 'Aufträgen zugesagt' },
  available: { en: 'May be spent', de: 'Verfügbar' },
  nextExpiry: { en: 'A part ends', de: 'Ein Teil endet' },
  giftCards: { en: 'Their gift cards', de: 'Ihre Geschenkkarten' },
});
