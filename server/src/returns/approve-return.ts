// Says yes to a return that the buyer asked for.

import type { ReturnAnswer } from '@doorstep/contract/returns.ts';
import { actorText } from '@doorstep/core/access/actor.ts';
import { type ReturnId, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { emitOfOrder } from '../log/emit-of-order.ts';
import { lockUndecided } from './lock-undecided.ts';
import { readReturn } from './read-return.ts';
import { decideReturnRow } from './sql.ts';

export async function approveReturn(tx: CommandTx, id: ReturnId): Promise<ReturnAnswer | Refusal> {
  const order = await lockUndecided(tx, id);
  if (isRefusal(order)) return order;
  await tx.run(decideReturnRow, [uuidOf(id), 'approved', tx.now, actorText(tx.actor), null]);
  await emitOfOrder(tx, order, 'return.approved.v1', { return: id });
  return readReturn(tx, id);
}
