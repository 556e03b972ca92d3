// Bearer secrets: 256 random bits, shown once, kept as a hash.

import { hash, randomBytes } from 'node:crypto';

/** What a secret opens: an API key, a program's session, a browser's, a password reset. */
type SecretPrefix = 'dsk' | 'dss' | 'dsb' | 'dsr';

/** A new secret with a prefix that tells people and secret scanners what it is. */
export function newSecret(prefix: SecretPrefix): string {
  return `${prefix}_${randomBytes(32).toString('base64url')}`;
}

/** A plain hash is enough: nobody guesses 256 random bits, and every request needs it quickly. */
export function hashSecret(secret: string): Buffer {
  return hash('sha256', secret, 'buffer');
}
