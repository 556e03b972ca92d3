// Password hashes: argon2id with the package's defaults (19 MiB, 2 passes), which are OWASP's.

import { hash, verify } from '@node-rs/argon2';

/** Takes about 30 ms of a thread outside the event loop: never inside a transaction. */
export function hashPassword(password: string): Promise<string> {
  return hash(password);
}

let dummy: Promise<string> | undefined;

/**
 * Whether the password is the hashed one. Without a hash (no such user) it takes the same time
 * and says no, so that nobody learns who has an account.
 */
export async function isPassword(hashed: string | undefined, password: string): Promise<boolean> {
  dummy ??= hash('nobody has this password');
  const right = await verify(hashed ?? (await dummy), password);
  return hashed !== undefined && right;
}
