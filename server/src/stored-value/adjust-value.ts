// More or less on an account of stored value, by hand.

import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import { refuseBeyondAvailable } from '@doorstep/core/stored-value/stored-value.ts';
import type { CommandTx } from '../db/run-command.ts';
import { refuseReason } from '../settings/refuse-reason.ts';
import { addMovement } from './add-movement.ts';
import { refuseGiving } from './refuse-giving.ts';
import type { ValueRow } from './sql.ts';

export interface Adjustment {
  /** Negative: taken back. */
  readonly amountMinor: number;
  readonly reason: string;
  readonly note?: string;
  readonly expiresAt?: Date | null;
}

/** The account must be locked by this transaction. */
export async function adjustValue(
  tx: CommandTx,
  value: ValueRow,
  { amountMinor: asked, reason, note, expiresAt = null }: Adjustment,
): Promise<ValueRow | Refusal> {
  const amountMinor = BigInt(asked);
  const { id, currency, balance_minor: balanceMinor, held_minor: heldMinor } = value;
  const refusal =
    (await refuseReason(tx, 'refund', reason)) ??
    refuseBeyondAvailable({ balanceMinor, heldMinor }, -amountMinor) ??
    (await refuseGiving(tx, { value: id, amountMinor, currency }));
  if (isRefusal(refusal)) return refusal;
  const kind = amountMinor > 0n ? 'given' : 'taken';
  const movement = { kind, amountMinor, reason, note: note ?? null, expiresAt } as const;
  return (await addMovement(tx, value, movement)).row;
}
