// How often somebody may guess, counted for all processes under what was typed: whether there is such
// a tenant or user is not known yet, and is not told.

import { createHash } from 'node:crypto';
import { type Guessing, isLockedOut, LOCKOUT_MS } from '@doorstep/core/access/lockout.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { Pool } from '../db/pool.ts';
import { inTransaction } from '../db/transaction.ts';
import { countGuess, deleteGuesses, deleteGuessesOver } from './guesses.sql.ts';

export interface GuessLimit {
  /** Counts a guess before it is looked at; @returns the refusal `rate-limited`, or undefined. */
  refuse(what: Guessing, tenant: string, email: string): Promise<Refusal | undefined>;
  /** The guess was right, or an admin says so: what was counted is forgotten. */
  forget(what: Guessing, tenant: string, email: string): Promise<void>;
}

const TOLD: Readonly<Record<Guessing, string>> = {
  'sign-in': 'Too many attempts with this e-mail address.',
  reset: 'Too many attempts with this e-mail address.',
  order: 'Too many attempts with this order.',
  'order-visitor': 'Too many attempts from this address.',
  'gift-card': 'Too many wrong codes of gift cards.',
  'gift-card-channel': 'Too many wrong codes of gift cards.',
};

export function guessLimit(gate: Pool, now: () => Date): GuessLimit {
  return {
    async refuse(what, tenant, email) {
      const time = now();
      const endsAt = new Date(time.getTime() + LOCKOUT_MS);
      const counted = await inTransaction(gate, null, (tx) =>
        tx.row(countGuess, [nameHash(what, tenant, email), time, endsAt]),
      );
      if (counted === undefined) throw new Error('a guess was not counted');
      if (counted.guesses === 1)
        await inTransaction(gate, null, (tx) => tx.run(deleteGuessesOver, [time]));
      if (!isLockedOut(what, counted.guesses)) return undefined;
      const waitMs = counted.ends_at.getTime() - time.getTime();
      return refuse('rate-limited', TOLD[what], {
        retryAt: counted.ends_at.toISOString(),
        retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1000)),
      });
    },
    async forget(what, tenant, email) {
      await inTransaction(gate, null, (tx) =>
        tx.run(deleteGuesses, [nameHash(what, tenant, email)]),
      );
    },
  };
}

function nameHash(what: Guessing, tenant: string, email: string): Buffer {
  return createHash('sha256').update(`${what}\n${tenant}\n${email.toLowerCase()}`).digest();
}
