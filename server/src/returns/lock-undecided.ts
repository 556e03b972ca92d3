// Locks a return that waits for a yes or a no. Whoever is second is told what was decided, and by whom.

import type { OrderId, ReturnId } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { nameActors } from '../access/name-actors.ts';
import type { Tx } from '../db/transaction.ts';
import { lockReturn } from './lock-return.ts';

/** @returns its order; refusals: `not-found`, `return-decided` */
export async function lockUndecided(tx: Tx, id: ReturnId): Promise<OrderId | Refusal> {
  const back = await lockReturn(tx, id);
  if (isRefusal(back)) return back;
  const { order, row } = back;
  if (order !== null && row.decision === 'pending' && row.canceled_at === null) return order;
  const names = await nameActors(tx, [row.decided_by]);
  const who = row.decided_by === null ? null : (names[row.decided_by] ?? row.decided_by);
  const detail =
    who === null
      ? 'Nobody has to decide about this return.'
      : `${who} ${row.decision === 'declined' ? 'declined' : 'approved'} it before.`;
  return refuse('return-decided', detail, { decision: row.decision, status: row.status });
}
