// SQL of guesses, as doorstep_gate: counted before it is known whether there is such a tenant or user.

import { statement } from '../db/statement.ts';

// The row is locked by whoever counts, so guesses at the same moment are counted one by one.
export const countGuess = statement<{ guesses: number; ends_at: Date }>(
  'access.countGuess',
  `insert into sign_in_guesses as known (name_hash, guesses, ends_at) values ($1, 1, $3)
   on conflict (name_hash) do update
     set guesses = case when known.ends_at > $2 then known.guesses + 1 else 1 end,
         ends_at = case when known.ends_at > $2 then known.ends_at else $3 end
   returning guesses, ends_at`,
);

// A few each time, so that none are left for long; those that somebody counts now are left alone.
export const deleteGuessesOver = statement(
  'access.deleteGuessesOver',
  `delete from sign_in_guesses where name_hash in (
     select name_hash from sign_in_guesses where ends_at < $1
     order by ends_at limit 20 for update skip locked)`,
);

export const deleteGuesses = statement(
  'access.deleteGuesses',
  `delete from sign_in_guesses where name_hash = $1`,
);
