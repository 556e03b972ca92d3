// What a receiver is sent to prove who sent it, by the Standard Webhooks specification 1.0.0.
// The hash itself is made where there is a crypto library.

export const SECRET_PREFIX = 'whsec_';
/** The specification asks for 24 to 64 random bytes. */
export const SECRET_BYTES = 32;

/** Hours for which the secret before a rotation still signs, unless it says otherwise. */
export const OVERLAP_HOURS_DEFAULT = 24;
export const OVERLAP_HOURS_MAX = 7 * 24;

/** The text that is signed; neither id nor time may hold a full stop. */
export function signedText(id: string, timestampSeconds: number, body: string): string {
  return `${id}.${timestampSeconds}.${body}`;
}

/** One signature per secret that is valid now; a receiver takes any that fits. */
export function signatureHeader(hashes: readonly string[]): string {
  return hashes.map((hash) => `v1,${hash}`).join(' ');
}
