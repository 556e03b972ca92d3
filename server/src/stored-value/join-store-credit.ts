// The store credit of a customer who is merged goes to the one they are merged into: what is free with the
// ends it has, and what orders were promised with its promise.

import { type CustomerId, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal } from '@doorstep/core/refusal.ts';
import { lotsOf } from '@doorstep/core/stored-value/expiry.ts';
import type { CommandTx } from '../db/run-command.ts';
import { addMovement } from './add-movement.ts';
import { moveAccountsOf, moveCards, selectOpenHolds, setMovedTo } from './merge.sql.ts';
import { openStoreCredit } from './open-store-credit.ts';
import { readLots } from './read-lots.ts';
import { lockValue, selectStoreCredits, type ValueRow } from './sql.ts';

/** Both customers must be locked by this transaction. */
export async function joinStoreCredit(
  tx: CommandTx,
  into: CustomerId,
  from: CustomerId,
): Promise<void> {
  await tx.run(moveCards, [uuidOf(from), uuidOf(into)]);
  for (const { id } of await tx.rows(selectStoreCredits, [uuidOf(from)])) {
    const source = await tx.row(lockValue, [id]);
    if (source !== undefined) await join(tx, into, source);
  }
}

async function join(tx: CommandTx, into: CustomerId, source: ValueRow): Promise<void> {
  const target = await openStoreCredit(tx, into, source.currency);
  if (isRefusal(target)) throw new Error(`a customer who was merged into: ${target.detail}`);
  for (const { leftMinor, expiresAt } of lotsOf(await readLots(tx, source))) {
    await addMovement(tx, source, { kind: 'moved', amountMinor: -leftMinor });
    await addMovement(tx, target, { kind: 'moved', amountMinor: leftMinor, expiresAt });
  }
  for (const { hold_id: hold, held_minor: held } of await tx.rows(selectOpenHolds, [source.id])) {
    await addMovement(tx, source, { kind: 'moved', amountMinor: -held, heldMinor: -held, hold });
    await addMovement(tx, target, { kind: 'moved', amountMinor: held, heldMinor: held, hold });
  }
  await tx.run(setMovedTo, [source.id, target.id]);
  await tx.run(moveAccountsOf, [source.id, target.id]);
}
