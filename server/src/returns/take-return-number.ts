// The next number of a return, and how it is written; null where it is the bare number.

import { writeNumber } from '@doorstep/core/settings/number-format.ts';
import type { NumberLease } from '../db/lease-number.ts';
import type { CommandTx } from '../db/run-command.ts';
import { readNumberFormats } from '../settings/read-settings.ts';

export interface ReturnNumber {
  readonly number: bigint;
  readonly text: string | null;
}

export async function takeReturnNumber(tx: CommandTx, numbers: NumberLease): Promise<ReturnNumber> {
  const [number = 0n] = await numbers.take(tx.tenant, 'return', 1);
  const { returns } = await readNumberFormats(tx);
  return { number, text: writeNumber(number, returns) };
}
