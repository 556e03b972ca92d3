// The event code of a booking whose report names only its type, as people read it. With the code a booking
// has the same name as by the transaction search, and is kept once.
// https://developer.paypal.com/reports/reference/t-codes
// cspell:ignore abbuchung allgemeine allgemeiner authoris authoriz autorisierung bankgutschrift
// cspell:ignore einbehaltung eingeleitete nutzer offene preapproved rückbuchung rückzahlung
// cspell:ignore währungsumrechnung zahlung

const CODES: Readonly<Record<string, string>> = {
  'general payment': 'T0000',
  'mass pay payment': 'T0001',
  'subscription payment': 'T0002',
  'preapproved payment bill user payment': 'T0003',
  'ebay auction payment': 'T0004',
  'direct credit card payment': 'T0005',
  'express checkout payment': 'T0006',
  'website payment': 'T0007',
  'postage payment': 'T0008',
  'mobile payment': 'T0011',
  'virtual terminal payment': 'T0012',
  'donation payment': 'T0013',
  'chargeback fee': 'T0106',
  'payment fee': 'T0107',
  'partner fee': 'T0113',
  'dispute fee': 'T0114',
  'general currency conversion': 'T0200',
  'user initiated currency conversion': 'T0201',
  'bank deposit to pp account': 'T0300',
  'general withdrawal': 'T0400',
  'auto-sweep': 'T0401',
  'user initiated withdrawal': 'T0403',
  'general card deposit': 'T0700',
  'general credit card deposit': 'T0700',
  'reversal of ach withdrawal': 'T1101',
  'reversal of ach deposit': 'T1104',
  'reversal of general account hold': 'T1105',
  'payment reversal': 'T1106',
  'payment refund': 'T1107',
  'fee reversal': 'T1108',
  'hold on balance for dispute investigation': 'T1110',
  'cancellation of hold for dispute resolution': 'T1111',
  'general account adjustment': 'T1200',
  chargeback: 'T1201',
  'chargeback reversal': 'T1202',
  'general authorization': 'T1300',
  reauthorization: 'T1301',
  'void of authorization': 'T1302',
  'account hold for open authorization': 'T1501',
  'hold on available balance': 'T1503',
  'general account correction': 'T1900',
  'general hold': 'T2101',
  'general hold release': 'T2102',
  'reserve hold': 'T2103',
  'reserve release': 'T2104',
  'payment review hold': 'T2105',
  'payment review release': 'T2106',
  'payment hold': 'T2107',
  'payment release': 'T2108',
  'allgemeine zahlung': 'T0000',
  'paypal express-zahlung': 'T0006',
  'website-zahlung': 'T0007',
  'allgemeine währungsumrechnung': 'T0200',
  'bankgutschrift auf paypal-konto': 'T0300',
  'allgemeine abbuchung': 'T0400',
  'von nutzer eingeleitete abbuchung': 'T0403',
  'rückbuchung allgemeiner einbehaltung': 'T1105',
  rückzahlung: 'T1107',
  'einbehaltung für offene autorisierung': 'T1501',
};

/** Undefined: nobody here knows this type. */
export function eventCodeOf(type: string): string | undefined {
  const plain = type
    .trim()
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .replace('pre-approved', 'preapproved')
    .replace('authoris', 'authoriz');
  // Where a withdrawal went to stands behind it.
  return CODES[plain] ?? CODES[plain.replace(/ - .*$/, '')];
}

/** Money that is only set aside for a purchase moves nothing: authorizations and their holds. */
export function isSetAside(code: string): boolean {
  return code.startsWith('T13') || code === 'T1501';
}
