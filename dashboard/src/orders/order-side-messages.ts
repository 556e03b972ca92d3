import { messages } from '../language/messages.ts';

export const orderSideMessages = messages({
  customer: { en: 'Customer', de: 'Kunde' },
  guest: { en: 'Guest, without an account', de: 'Gast, ohne Konto' },
  ordersCount: {
    en: '{count, plural, one {# order} other {# orders}}',
    de: '{count, plural, one {# Auftrag} other {# Aufträge}}',
  },
  spent: { en: '{amount} spent', de: '{amount} Umsatz' },
  since: { en: 'since {day}', de: 'seit {day}' },
  otherOpen: { en: 'Other open orders', de: 'Andere offene Aufträge' },
  shipTo: { en: 'Ship to', de: 'Lieferung an' },
  billTo: { en: 'Bill to', de: 'Rechnung an' },
  about: { en: 'About', de: 'Angaben' },
  channel: { en: 'Channel', de: 'Kanal' },
  externalId: { en: 'External id', de: 'Externe Nummer' },
  placed: { en: 'Placed', de: 'Eingang' },
  imported: { en: 'Imported', de: 'Importiert' },
  drop: { en: 'Drop', de: 'Drop' },
  holds: { en: 'Holds', de: 'Halte' },
  noHolds: { en: 'Nothing holds it up.', de: 'Nichts hält ihn auf.' },
  heldBy: { en: '{name}, {time}', de: '{name}, {time}' },
  until: { en: 'until {time}', de: 'bis {time}' },
  tags: { en: 'Tags', de: 'Schlagworte' },
  addTag: { en: 'Add a tag', de: 'Schlagwort hinzufügen' },
  tagged: { en: 'Tagged {tag}', de: 'Mit {tag} versehen' },
  untagged: { en: '{tag} taken off', de: '{tag} entfernt' },
  removeTag: { en: 'Take off {tag}', de: '{tag} entfernen' },
  notes: { en: 'Notes', de: 'Notizen' },
  noNotes: {
    en: 'No notes yet. They are for colleagues, not for the buyer.',
    de: 'Noch keine Notizen. Sie sind für Kollegen, nicht für Käufer.',
  },
  notePlaceholder: {
    en: 'Write a note; @ names a colleague',
    de: 'Notiz schreiben; @ nennt einen Kollegen',
  },
  saveNote: { en: 'Save note', de: 'Notiz sichern' },
  noteSaved: { en: 'The note is saved', de: 'Die Notiz ist gesichert' },
  noteGone: { en: 'The note is deleted', de: 'Die Notiz ist gelöscht' },
  edited: { en: 'edited', de: 'bearbeitet' },
  edit: { en: 'Edit', de: 'Bearbeiten' },
  delete: { en: 'Delete', de: 'Löschen' },
  dismiss: { en: 'Leave it', de: 'Abbrechen' },
  mention: { en: 'Name {name}', de: '{name} nennen' },
  exceptions: { en: 'Exceptions', de: 'Ausnahmen' },
  noExceptions: { en: 'Nothing needs a person.', de: 'Nichts braucht einen Menschen.' },
  webhooks: { en: 'Sent to', de: 'Gesendet an' },
  noWebhooks: { en: 'Nothing of it was sent.', de: 'Nichts davon wurde gesendet.' },
  sentCount: {
    en: '{delivered} of {count} delivered',
    de: '{delivered} von {count} zugestellt',
  },
  dead: { en: '{count} failed', de: '{count} gescheitert' },
  fraud: { en: 'High risk of fraud', de: 'Betrugsverdacht' },
  address: { en: 'Incorrect address', de: 'Falsche Adresse' },
  stock: { en: 'Out of stock', de: 'Kein Bestand' },
  payment: { en: 'Awaiting payment', de: 'Wartet auf Zahlung' },
  credit: { en: 'Credit limit', de: 'Kreditlimit' },
  other: { en: 'Other', de: 'Anderes' },
});

export type HoldReasonKey = 'fraud' | 'address' | 'stock' | 'payment' | 'credit' | 'other';

/** What the reasons of holds are called. */
export const HOLD_REASON_KEYS: Readonly<Record<string, HoldReasonKey>> = {
  'awaiting-payment': 'payment',
  'high-risk-of-fraud': 'fraud',
  'incorrect-address': 'address',
  'inventory-out-of-stock': 'stock',
  'credit-limit': 'credit',
  other: 'other',
};
