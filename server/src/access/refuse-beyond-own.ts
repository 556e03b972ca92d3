// Nobody hands out more than they hold.

import { missingScope, type Scope } from '@doorstep/core/access/scope.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';

/** `not-allowed` naming the first scope that the giver does not hold; undefined when fine. */
export function refuseBeyondOwn(
  granted: readonly Scope[],
  given: readonly Scope[],
): Refusal | undefined {
  const missing = missingScope(granted, given);
  return missing === undefined
    ? undefined
    : refuse('not-allowed', `You do not hold the scope ${missing} yourself.`, { scope: missing });
}
