// Says no to a caller who lacks a scope.

import { allows, type Scope } from '@doorstep/core/access/scope.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';

export function refuseWithoutScope(granted: readonly Scope[], needed: Scope): Refusal | undefined {
  if (allows(granted, needed)) return undefined;
  return refuse('not-allowed', `This needs the scope ${needed}.`, { scope: needed });
}
