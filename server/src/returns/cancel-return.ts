// Calls a return off, as long as nothing of it came.

import type { ReturnAnswer } from '@doorstep/contract/returns.ts';
import { type ReturnId, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { emitOfOrder } from '../log/emit-of-order.ts';
import { lockReturn } from './lock-return.ts';
import { readReturn } from './read-return.ts';
import { cancelReturnRow } from './sql.ts';

export async function cancelReturn(tx: CommandTx, id: ReturnId): Promise<ReturnAnswer | Refusal> {
  const back = await lockReturn(tx, id);
  if (isRefusal(back)) return back;
  const { order, row } = back;
  if (order === null || row.status !== 'requested')
    return refuse(
      'return-not-open',
      row.received > 0 ? 'Something of it has come.' : 'It was called off before.',
      { status: row.status },
    );
  await tx.run(cancelReturnRow, [uuidOf(id), tx.now]);
  await emitOfOrder(tx, order, 'return.canceled.v1', { return: id });
  return readReturn(tx, id);
}
