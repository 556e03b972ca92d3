// Records what came back of a return that we know.

import type { ReceiptAnswer } from '@doorstep/contract/returns.ts';
import type { ReturnId } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { lockReturn } from './lock-return.ts';
import { type ReceiptInput, takeIn } from './take-in.ts';

export async function receiveReturn(
  tx: CommandTx,
  id: ReturnId,
  input: ReceiptInput,
): Promise<ReceiptAnswer | Refusal> {
  const back = await lockReturn(tx, id);
  return isRefusal(back) ? back : takeIn(tx, back, input);
}
