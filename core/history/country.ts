// Countries as files name them: by code, by English name, and by what people write instead.

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

const ALIASES: Readonly<Record<string, string>> = {
  'czech republic': 'CZ',
  eire: 'IE',
  england: 'GB',
  'great britain': 'GB',
  'hong kong': 'HK',
  holland: 'NL',
  'korea, republic of': 'KR',
  macau: 'MO',
  rsa: 'ZA',
  'russian federation': 'RU',
  scotland: 'GB',
  turkey: 'TR',
  uae: 'AE',
  uk: 'GB',
  'united states of america': 'US',
  usa: 'US',
  wales: 'GB',
};

let codes: ReadonlyMap<string, string> | undefined;

/** The ISO 3166-1 alpha-2 code; undefined for what is no country, such as "European Community". */
export function countryCodeOf(text: string): string | undefined {
  const word = text.trim().toLowerCase();
  codes ??= codesByName();
  const upper = word.toUpperCase();
  return ALIASES[word] ?? codes.get(word) ?? (isCode(upper, codes) ? upper : undefined);
}

function isCode(word: string, all: ReadonlyMap<string, string>): boolean {
  return word.length === 2 && [...all.values()].includes(word);
}

/** Codes of states that are gone stand for their successors: DD for DE. */
function isInForce(code: string): boolean {
  return !NO_COUNTRIES.has(code) && new Intl.Locale(`und-${code}`).region === code;
}

/** Regions of CLDR that are not countries of ISO 3166-1. */
const NO_COUNTRIES = new Set(['EU', 'EZ', 'UN', 'XA', 'XB', 'ZZ', 'QO', 'UK']);

function codesByName(): Map<string, string> {
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  const found = new Map<string, string>();
  for (const code of LETTERS.flatMap((first) => LETTERS.map((second) => first + second))) {
    const name = names.of(code);
    if (name !== undefined && isInForce(code)) found.set(name.toLowerCase(), code);
  }
  return found;
}
