// What the pages of master data say alike.

import { messages } from '../language/messages.ts';

export const recordMessages = messages({
  edit: { en: 'Edit', de: 'Bearbeiten' },
  save: { en: 'Save', de: 'Sichern' },
  create: { en: 'Create', de: 'Anlegen' },
  cancel: { en: 'Cancel', de: 'Abbrechen' },
  close: { en: 'Close', de: 'Schließen' },
  back: { en: 'Back to the list', de: 'Zurück zur Liste' },
  search: { en: 'Search', de: 'Suchen' },
  noneFound: { en: 'Nothing matches', de: 'Nichts passt' },
  noneFoundHint: {
    en: 'The search hides the rest. Words are found by their beginnings.',
    de: 'Die Suche blendet den Rest aus. Wörter werden an ihrem Anfang erkannt.',
  },
  clear: { en: 'Clear the search', de: 'Suche aufheben' },
  saved: { en: '{name} is saved', de: '{name} ist gesichert' },
  nothingToSave: { en: 'Nothing was changed', de: 'Nichts wurde geändert' },
  conflict: { en: 'Somebody changed it meanwhile', de: 'Jemand hat es inzwischen geändert' },
  conflictHint: {
    en: 'Nothing of yours is lost. What you did not touch is theirs now; where both of you changed something, choose.',
    de: 'Von dir ist nichts verloren. Was du nicht angefasst hast, ist jetzt der neue Stand; wo ihr beide etwas geändert habt, entscheide.',
  },
  field: { en: 'Field', de: 'Feld' },
  theirs: { en: 'Now', de: 'Jetzt' },
  yours: { en: 'Yours', de: 'Deins' },
  takeTheirs: { en: 'Take what is there', de: 'Neuen Stand nehmen' },
  keepMine: { en: 'Keep mine', de: 'Meins behalten' },
  empty: { en: 'empty', de: 'leer' },
  orders: { en: 'Orders', de: 'Aufträge' },
  allOrders: { en: 'All of them', de: 'Alle' },
  noOrders: { en: 'None yet', de: 'Noch keine' },
  number: { en: 'Number', de: 'Nummer' },
  status: { en: 'Status', de: 'Status' },
  placed: { en: 'Placed', de: 'Bestellt' },
  total: { en: 'Total', de: 'Summe' },
  active: { en: 'Active', de: 'Aktiv' },
  inactive: { en: 'Inactive', de: 'Inaktiv' },
});
