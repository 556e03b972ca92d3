// Takes what has come to its end off cards and store credit. What orders were promised stays theirs.

import { expiredMinor, lotsOf, nextExpiry } from '@doorstep/core/stored-value/expiry.ts';
import { availableMinor } from '@doorstep/core/stored-value/stored-value.ts';
import type { CommandTx } from '../db/run-command.ts';
import { addMovement } from './add-movement.ts';
import { readLots } from './read-lots.ts';
import { lockValue, selectDueValue, setExpiryDue, type ValueRow } from './sql.ts';

/** @returns how many were looked at; call again while it is not 0 */
export async function expireValues(tx: CommandTx): Promise<number> {
  const due = await tx.row(selectDueValue, [tx.now]);
  const value = due === undefined ? undefined : await tx.row(lockValue, [due.id]);
  if (value === undefined) return 0;
  // Read under the lock: it may have been seen to, or put off, while we waited for it.
  if (value.expiry_due_at === null || value.expiry_due_at > tx.now) return 1;
  const { expiredMinor: gone, nextAt } = await lookAt(tx, value);
  if (gone > 0n) await addMovement(tx, value, { kind: 'expired', amountMinor: -gone });
  await tx.run(setExpiryDue, [value.id, nextAt]);
  return 1;
}

interface Ending {
  readonly expiredMinor: bigint;
  readonly nextAt: Date | null;
}

async function lookAt(tx: CommandTx, value: ValueRow): Promise<Ending> {
  if (value.kind === 'gift-card') {
    const isOver = value.expires_at !== null && value.expires_at <= tx.now;
    const balance = { balanceMinor: value.balance_minor, heldMinor: value.held_minor };
    return {
      expiredMinor: isOver ? availableMinor(balance) : 0n,
      nextAt: isOver ? null : value.expires_at,
    };
  }
  const lots = lotsOf(await readLots(tx, value));
  return { expiredMinor: expiredMinor(lots, tx.now), nextAt: nextExpiry(lots, tx.now) };
}
