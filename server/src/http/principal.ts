// Who is calling, as the access room found out.

import type { Actor } from '@doorstep/core/access/actor.ts';
import type { Scope } from '@doorstep/core/access/scope.ts';
import type { Id, TenantId } from '@doorstep/core/ids.ts';

export interface Principal {
  readonly tenant: TenantId;
  readonly actor: Actor;
  readonly scopes: readonly Scope[];
  /** Null for an API key. */
  readonly session: Id<'session'> | null;
}

/** Finds the principal of a secret; undefined when there is none, or no longer. */
export type Authenticate = (secret: string) => Promise<Principal | undefined>;
