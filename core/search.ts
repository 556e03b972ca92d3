// How text is cut into the tokens that search finds it by.

/** Tokens kept per thing: enough for a title and a few codes, little enough to write each time. */
export const SEARCH_TOKENS_MAX = 30;
/** Longer words are cut: their beginning finds them. */
export const SEARCH_TOKEN_LENGTH_MAX = 60;
/** Words of one search that are looked at; more would only narrow a short list. */
export const SEARCH_WORDS_MAX = 5;

/**
 * The tokens of some texts: every word in lower case without diacritics, whole (`tee-red-xl`,
 * `ann@example.com`) and in its parts. Whole words come first, so the limit cuts parts. A token that
 * another begins with (`tee`) is left out: whatever it would match, that one matches.
 */
export function searchTokens(texts: readonly string[]): string[] {
  const words = texts.flatMap(wordsOf);
  const parts = words.flatMap((word) => (isPlain(word) ? [] : word.split(/[^\p{L}\p{N}]+/u)));
  const tokens = [...new Set([...words, ...parts])].filter((token) => token !== '');
  const sorted = tokens.toSorted();
  const needed = new Set(sorted.filter((token, at) => !sorted[at + 1]?.startsWith(token)));
  return tokens.filter((token) => needed.has(token)).slice(0, SEARCH_TOKENS_MAX);
}

/**
 * The tokens of a code that is also asked for as it is written, such as the SKU of an order: each of
 * its words, and behind it the code. Without the parts of words, which would be half of all tokens of
 * what is written a thousand times a second.
 */
export function codeTokens(code: string): string[] {
  const words = wordsOf(code);
  if (words.length < 2) return [exactCodeToken(code)];
  return [...new Set(words)].map((word) => `${word} ${code}`);
}

/** The token that this code has, and no other: `tee-red TEE-Red`. */
export function exactCodeToken(code: string): string {
  return `${wordsOf(code)[0] ?? ''} ${code}`;
}

/**
 * The token of a telephone number: `~`, its digits, the last one first, and a dot. One writes it with the
 * code of its country, another with a 0 in front, a third knows only how it ends: what they share are the
 * last digits. What has fewer digits than a number, or other signs in it, is found by its words, too.
 */
export function phoneTokens(phone: string): string[] {
  const digits = digitsOf(phone);
  const number = isLong(digits) ? [`${fromTheEnd(digits)}.`] : [];
  return number.length > 0 && isPhone(phone) ? number : [...number, ...searchTokens([phone])];
}

/** The beginnings of tokens that a word of a search finds: the word's, and that of a number it is part of. */
export type SearchWord = readonly [word: string, ...phone: string[]];

/** The words of a search, folded like tokens; a token that begins with one matches it. */
export function searchWords(search: string): SearchWord[] {
  const words = new Map<string, SearchWord>();
  for (const run of runsOf(search.split(/[^\p{L}\p{N})]*\s[^\p{L}\p{N}+(]*/u))) {
    const phone = isPhone(run) ? beginningsOfPhone(run) : [];
    for (const word of wordsOf(run)) if (!words.has(word)) words.set(word, [word, ...phone]);
  }
  return [...words.values()].slice(0, SEARCH_WORDS_MAX);
}

/** What may be part of a telephone number. */
const PHONE_PART = /^[+(]*\d[\d()/. -]*$/;
/** Shorter ends are those of too many numbers. */
const PHONE_DIGITS_MIN = 6;
const PHONE_DIGITS_MAX = 20;

function isPhone(text: string): boolean {
  return PHONE_PART.test(text);
}

/** Parts of a number that follow each other are one: `030 123 456`. */
function runsOf(parts: readonly string[]): string[] {
  const runs: string[] = [];
  for (const part of parts) {
    const last = runs.at(-1);
    if (last !== undefined && isPhone(last) && isPhone(part))
      runs[runs.length - 1] = `${last} ${part}`;
    else runs.push(part);
  }
  return runs;
}

/**
 * Every number that ends with it; and as it may begin with the code of a country, which has one to three
 * digits (ITU-T E.164), what was written without that.
 */
function beginningsOfPhone(phone: string): string[] {
  const digits = digitsOf(phone);
  if (!isLong(digits)) return [];
  const isNational = /^\(?0(?!0)/.test(phone);
  const inside = isNational ? [] : [1, 2, 3].map((code) => withoutZeros(digits.slice(code)));
  return [fromTheEnd(digits), ...inside.filter(isLong).map((own) => `${fromTheEnd(own)}.`)];
}

/** Without the zeros in front, and the one that some write behind the code: `+49 (0)30`. */
function digitsOf(phone: string): string {
  const [number = ''] = /^[^\p{L}]*/u.exec(phone) ?? [];
  return withoutZeros(number.replace(/\(0\)/g, '').replace(/\D/g, ''));
}

function withoutZeros(digits: string): string {
  return digits.replace(/^0+/, '');
}

function isLong(digits: string): boolean {
  return digits.length >= PHONE_DIGITS_MIN;
}

function fromTheEnd(digits: string): string {
  return `~${[...digits.slice(-PHONE_DIGITS_MAX)].reverse().join('')}`;
}

function wordsOf(text: string): string[] {
  return fold(text)
    .split(/\s+/u)
    .map((word) => (isPlain(word) ? word : word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')))
    .filter((word) => word !== '')
    .map((word) =>
      word.length <= SEARCH_TOKEN_LENGTH_MAX
        ? word
        : [...word].slice(0, SEARCH_TOKEN_LENGTH_MAX).join(''),
    );
}

/** Nothing to cut off or apart: most words, and looking for it in every script takes time. */
function isPlain(word: string): boolean {
  return /^[a-z0-9]+$/.test(word);
}

/** Only the diacritics of European scripts fall: marks that carry meaning elsewhere stay. */
function fold(text: string): string {
  // Most codes and many names: nothing there to take apart.
  if (/^[ -~]*$/.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\0]/g, '')
    .toLowerCase();
}
