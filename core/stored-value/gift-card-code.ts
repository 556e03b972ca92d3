// The code of a gift card: random enough that nobody guesses one, and made of characters that people
// read and type without mistaking one for another.

/** No I, L, O, U and no 0, 1: 30 characters; 16 of them are 78 bits. */
const ALPHABET = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';
const LENGTH = 16;
const GROUP = 4;
/** Bytes from here on would make the first characters more likely than the others. */
const BYTE_LIMIT = 256 - (256 % ALPHABET.length);

/** @param bytes random; some are thrown away, so give twice as many as the code has characters */
export function giftCardCode(bytes: Uint8Array): string {
  const letters = [...bytes]
    .filter((byte) => byte < BYTE_LIMIT)
    .slice(0, LENGTH)
    .map((byte) => ALPHABET.charAt(byte % ALPHABET.length));
  if (letters.length < LENGTH) throw new Error('too few random bytes for the code of a gift card');
  return inGroups(letters.join(''));
}

/** As it is hashed: however it was typed. Null: no gift card can have it. */
export function normalizedCode(typed: string): string | null {
  const code = typed.toUpperCase().replaceAll(/[\s-]/g, '');
  const isPossible = code.length === LENGTH && [...code].every((one) => ALPHABET.includes(one));
  return isPossible ? code : null;
}

/** What people tell cards apart by. */
export function lastFour(code: string): string {
  return code.slice(-4);
}

function inGroups(code: string): string {
  return (code.match(new RegExp(`.{${GROUP}}`, 'g')) ?? []).join('-');
}
