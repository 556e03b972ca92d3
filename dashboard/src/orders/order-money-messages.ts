import { messages } from '../language/messages.ts';

export const orderMoneyMessages = messages({
  heldUntil: { en: 'Held until {time}, {left}', de: 'Gehalten bis {time}, {left}' },
  ranOut: { en: 'The hold ran out {left}', de: 'Die Reservierung lief {left} ab' },
  payerActs: { en: 'Waits for the payer', de: 'Wartet auf den Zahler' },
  worth: { en: 'worth {amount}', de: 'wert {amount}' },
  worthAt: { en: 'worth {amount} at {rate}', de: 'wert {amount} zu {rate}' },
  statedBy: { en: 'Stated by {who}, {time}', de: 'Angegeben von {who}, {time}' },
  disputed: { en: 'Disputed', de: 'Bestritten' },
  facts: { en: 'What happened', de: 'Was geschah' },
  intents: { en: 'What is asked for', de: 'Was angefragt ist' },
  fee: { en: 'Fee', de: 'Gebühr' },
  fees: { en: 'Fees', de: 'Gebühren' },
  attempts: {
    en: '{count, plural, one {# try} other {# tries}}',
    de: '{count, plural, one {# Versuch} other {# Versuche}}',
  },
  nextTry: { en: 'next {when}', de: 'nächster {when}' },
  disputes: { en: 'Disputes', de: 'Streitfälle' },
  respondBy: { en: 'Answer by {time}, {left}', de: 'Antworten bis {time}, {left}' },
  inquiry: { en: 'Asked about', de: 'Nachgefragt' },
  dropped: { en: 'Dropped', de: 'Fallen gelassen' },
  withdrawn: { en: 'Money taken', de: 'Geld abgezogen' },
  lost: { en: 'Lost', de: 'Verloren' },
  won: { en: 'Won', de: 'Gewonnen' },
});
