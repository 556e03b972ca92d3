// The user behind a request: `me`.

import type { Actor } from '@doorstep/core/access/actor.ts';
import type { Id } from '@doorstep/core/ids.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';

export function callingUser(actor: Actor): Id<'user'> | Refusal {
  return actor.kind === 'user'
    ? (actor.id as Id<'user'>)
    : refuse('not-a-user', 'An API key is nobody: there is no `me`.');
}
