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
 *
 * @param codes found by their beginning alone: of what is written a thousand times a second, such as
 *   the SKUs of orders, parts would be half of all tokens
 */
export function searchTokens(texts: readonly string[], codes: readonly string[] = []): string[] {
  const words = texts.flatMap(wordsOf);
  const parts = words.flatMap((word) => (isPlain(word) ? [] : word.split(/[^\p{L}\p{N}]+/u)));
  const whole = [...words, ...codes.flatMap(wordsOf)];
  const tokens = [...new Set([...whole, ...parts])].filter((token) => token !== '');
  const sorted = tokens.toSorted();
  const needed = new Set(sorted.filter((token, at) => !sorted[at + 1]?.startsWith(token)));
  return tokens.filter((token) => needed.has(token)).slice(0, SEARCH_TOKENS_MAX);
}

/** The words of a search, folded like tokens; a token that begins with one matches it. */
export function searchWords(search: string): string[] {
  return [...new Set(wordsOf(search))].slice(0, SEARCH_WORDS_MAX);
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
