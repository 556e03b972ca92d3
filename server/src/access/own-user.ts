// The user who calls: what only a user has, such as a password.

import type { Id } from '@doorstep/core/ids.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { Principal } from '../http/principal.ts';

/** @returns the id, or the refusal `not-a-user` */
export function ownUser({ actor }: Principal): Id<'user'> | Refusal {
  return actor.kind === 'user'
    ? (actor.id as Id<'user'>)
    : refuse('not-a-user', 'An API key is nobody: it has no account.');
}
