// Reads off the first bytes of a connection whose it is, before anybody takes the request apart.

/** A head that is longer is not looked at further; node itself takes 16 kB. */
const HEAD_BYTES_MAX = 16 * 1024;
const AUTHORIZATION = /\r\nauthorization:[ \t]*([^\r\n]*)/i;
/** The session of a browser opens nothing here. */
const BEARER = /^bearer[ \t]+(?!dsb_)([^\s]+)/i;
/** The first session of a browser, under either name that the cookie has. */
const COOKIE = /\r\ncookie:[^\r\n]*?\b(?:__Host-)?doorstep=(dsb_[\w-]{43})/i;

export type FirstSecret =
  /** Not told yet: the head goes on. */
  | 'more'
  /** It asks without one. */
  | null
  | { readonly secret: string };

/** @param bytes from the begin of the connection on */
export function firstSecret(bytes: Buffer): FirstSecret {
  // Whoever does not speak HTTP is told so where requests are read.
  if (bytes.length > 0 && !looksLikeHttp(bytes[0])) return null;
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0 && bytes.length < HEAD_BYTES_MAX) return 'more';
  // With the break before the body, and never of the body.
  const head = bytes.toString('latin1', 0, end < 0 ? HEAD_BYTES_MAX : end + 2);
  const authorization = AUTHORIZATION.exec(head)?.[1];
  // As it is authenticated: a header goes before a cookie.
  const from = authorization === undefined ? COOKIE.exec(head) : BEARER.exec(authorization);
  const secret = from?.[1];
  return secret === undefined ? null : { secret };
}

/** A method, or a break that is left over from before. */
function looksLikeHttp(first = 0): boolean {
  return /[A-Za-z\r\n]/.test(String.fromCharCode(first));
}
