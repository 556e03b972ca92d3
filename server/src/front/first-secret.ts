// Reads off the first bytes of a connection whose it is, before anybody takes the request apart.

/** A head that is longer is not looked at further; node itself takes 16 kB. */
const HEAD_BYTES_MAX = 16 * 1024;
const BEARER = /\r\nauthorization:[ \t]*bearer[ \t]+([^\s]+)/i;
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
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0 && bytes.length < HEAD_BYTES_MAX) return 'more';
  // With the break before the body, and never of the body.
  const head = bytes.toString('latin1', 0, end < 0 ? HEAD_BYTES_MAX : end + 2);
  const secret = BEARER.exec(head)?.[1] ?? COOKIE.exec(head)?.[1];
  return secret === undefined ? null : { secret };
}
