import { messages } from '../language/messages.ts';

export const refundMessages = messages({
  allocation: { en: 'Which payment it goes back to', de: 'Auf welche Zahlung es zurückgeht' },
  allocationHint: {
    en: 'Where an order was paid in several parts. Whoever refunds may choose otherwise for that one.',
    de: 'Wenn ein Auftrag in mehreren Teilen bezahlt wurde. Wer erstattet, kann im Einzelfall anders wählen.',
  },
  example: {
    en: 'An example: {first} were paid first, then {second}. {back} go back.',
    de: 'Ein Beispiel: Erst wurden {first} bezahlt, dann {second}. {back} gehen zurück.',
  },
  'last-in-first-out': { en: 'The newest payment first', de: 'Die neueste Zahlung zuerst' },
  'last-in-first-out-hint': {
    en: 'What came first, a gift card for instance, stays spent as long as possible.',
    de: 'Was zuerst kam, etwa ein Gutschein, bleibt so lange wie möglich eingelöst.',
  },
  'original-first': { en: 'The first payment first', de: 'Die erste Zahlung zuerst' },
  'original-first-hint': {
    en: 'Money goes back the way the buyer chose in the first place.',
    de: 'Geld geht den Weg zurück, den der Käufer zuerst gewählt hat.',
  },
  proportional: { en: 'Each payment its share', de: 'Jede Zahlung anteilig' },
  'proportional-hint': {
    en: 'By what each could give back; no cent is lost.',
    de: 'Nach dem, was jede noch hergibt; kein Cent geht verloren.',
  },
  parts: {
    en: '{first} to the first, {second} to the second',
    de: '{first} auf die erste, {second} auf die zweite',
  },
  limits: { en: 'Who may give back how much', de: 'Wer wie viel erstatten darf' },
  limitsHint: {
    en: 'On one order, all its refunds together. What came back with a return needs nobody.',
    de: 'Je Auftrag, alle Erstattungen zusammen. Was mit einer Rücksendung zurückkam, braucht niemanden.',
  },
  noLimits: {
    en: 'No limits: whoever may refund gives back whatever is due.',
    de: 'Keine Grenzen: Wer erstatten darf, gibt zurück, was offen ist.',
  },
  others: {
    en: 'A role that is not here gives back whatever is due. One that is here needs a second person in every other currency.',
    de: 'Eine Rolle, die hier fehlt, gibt zurück, was offen ist. Eine, die hier steht, braucht in jeder anderen Währung eine zweite Person.',
  },
  role: { en: 'Role', de: 'Rolle' },
  'api-key': { en: 'API keys', de: 'API-Schlüssel' },
  currency: { en: 'Currency', de: 'Währung' },
  alone: { en: 'Alone up to', de: 'Allein bis' },
  most: { en: 'At most', de: 'Höchstens' },
  ofLimit: { en: '{what}, limit {number}', de: '{what}, Grenze {number}' },
  noMost: { en: 'No end', de: 'Endlos' },
  removeLimit: { en: 'Take limit {number} away', de: 'Grenze {number} entfernen' },
  addLimit: { en: 'Add a limit', de: 'Grenze hinzufügen' },
  saysAlone: { en: 'Up to {alone} alone', de: 'Bis {alone} allein' },
  saysNeverAlone: { en: 'Never alone', de: 'Nie allein' },
  saysTo: {
    en: 'up to {most} if a second person agrees, beyond it not at all',
    de: 'bis {most}, wenn eine zweite Person zustimmt, darüber gar nicht',
  },
  saysBeyond: {
    en: 'more if a second person agrees',
    de: 'mehr, wenn eine zweite Person zustimmt',
  },
  saysNoMore: { en: 'beyond it not at all', de: 'darüber gar nicht' },
  noAmount: { en: 'No amount of this currency', de: 'Kein Betrag dieser Währung' },
  noCurrency: { en: 'Three letters, such as EUR', de: 'Drei Buchstaben, etwa EUR' },
  mostTooLittle: { en: 'Less than alone', de: 'Weniger als allein' },
  twice: {
    en: 'This role has a limit in this currency already',
    de: 'Diese Rolle hat in dieser Währung schon eine Grenze',
  },
});
