// Refunds what came back.

import type { BodyOf } from '@doorstep/contract/operation.ts';
import type { refundReturn as operation, ReturnAnswer } from '@doorstep/contract/returns.ts';
import type { ReturnId } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { clearRefundedEarly } from './clear-refunded-early.ts';
import { giveBack } from './give-back.ts';
import { lockReturn } from './lock-return.ts';
import { readReturn } from './read-return.ts';
import { settleReturns } from './settle-returns.ts';

export async function refundReturn(
  tx: CommandTx,
  id: ReturnId,
  input: BodyOf<typeof operation>,
): Promise<ReturnAnswer | Refusal> {
  const back = await lockReturn(tx, id);
  if (isRefusal(back)) return back;
  const given = await giveBack(tx, back, input);
  if (isRefusal(given)) return given;
  if (back.order !== null) {
    await settleReturns(tx, back.order);
    await clearRefundedEarly(tx, back.order);
  }
  return readReturn(tx, id);
}
