// How often somebody may guess a password or a code, or ask for a mail.

export type Guessing = 'sign-in' | 'reset';

/** Within the time, each counted before it is looked at, so that parallel ones count. */
const GUESSES_MAX: Readonly<Record<Guessing, number>> = { 'sign-in': 10, reset: 3 };
/** From the first guess on; then it begins anew. */
export const LOCKOUT_MS = 15 * 60_000;

/** @param guesses with this one */
export function isLockedOut(what: Guessing, guesses: number): boolean {
  return guesses > GUESSES_MAX[what];
}
