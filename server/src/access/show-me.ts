// Who the caller is.

import type { MeAnswer } from '@doorstep/contract/access.ts';
import { type Id, uuidOf } from '@doorstep/core/ids.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { Tx } from '../db/transaction.ts';
import type { Principal } from '../http/principal.ts';
import { selectApiKey } from './sql.ts';
import { selectOwnTenant, selectUser } from './users.sql.ts';

export async function showMe(tx: Tx, principal: Principal): Promise<MeAnswer | Refusal> {
  const { actor, scopes } = principal;
  if (actor.kind === 'system') throw new Error('the system does not call its own API');
  const uuid = uuidOf(actor.id as Id<'user' | 'apiKey'>);
  const [tenant, named] = await Promise.all([
    tx.row(selectOwnTenant),
    actor.kind === 'user' ? tx.row(selectUser, [uuid]) : tx.row(selectApiKey, [uuid]),
  ]);
  if (tenant === undefined || named === undefined)
    return refuse('not-found', 'The tenant or the caller is no longer there.');
  return {
    tenant: { id: principal.tenant, ...tenant },
    actor: { kind: actor.kind, id: actor.id, name: named.name },
    scopes: [...scopes],
  };
}
