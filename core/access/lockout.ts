// How often somebody may guess a password, a code or whose order it is, or ask for a mail.

/**
 * `order`: who a buyer is, of one order; `order-visitor`: of any, from one address. `gift-card`: the code of
 * one, by somebody whom a channel names; `gift-card-channel`: by a channel that names nobody.
 */
export type Guessing =
  | 'sign-in'
  | 'reset'
  | 'order'
  | 'order-visitor'
  | 'gift-card'
  | 'gift-card-channel';

/** Within the time, each counted before it is looked at, so that parallel ones count. */
const GUESSES_MAX: Readonly<Record<Guessing, number>> = {
  'sign-in': 10,
  reset: 3,
  order: 10,
  'order-visitor': 30,
  'gift-card': 10,
  'gift-card-channel': 30,
};
/** From the first guess on; then it begins anew. */
export const LOCKOUT_MS = 15 * 60_000;

/** @param guesses with this one */
export function isLockedOut(what: Guessing, guesses: number): boolean {
  return guesses > GUESSES_MAX[what];
}
