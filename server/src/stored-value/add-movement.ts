// Adds a movement to an account of stored value, and tells of it. The database keeps a balance from being
// less than nothing, and what is promised from being more than is there.

import type { EventType } from '@doorstep/contract/events.ts';
import { actorText } from '@doorstep/core/access/actor.ts';
import { type Id, idFromUuid, type OrderId, type PaymentId, uuidOf } from '@doorstep/core/ids.ts';
import type { StoredValueKind } from '@doorstep/core/payments/stored-value-provider.ts';
import type { ValueMovementKind } from '@doorstep/core/stored-value/stored-value.ts';
import { newId } from '../db/ids.ts';
import type { CommandTx } from '../db/run-command.ts';
import { insertMovement, moveBalance, type ValueRow } from './sql.ts';

export interface NewMovement {
  readonly kind: ValueMovementKind;
  readonly amountMinor?: bigint;
  readonly heldMinor?: bigint;
  /** `itself`: this movement is the promise. */
  readonly hold?: string | 'itself';
  readonly intent?: string;
  readonly order?: OrderId;
  readonly payment?: PaymentId;
  readonly reason?: string | null;
  readonly note?: string | null;
  readonly expiresAt?: Date | null;
  /** When to look for what expires, where that is not the end of what came. */
  readonly expiryDueAt?: Date | null;
}

export interface Moved {
  readonly id: Id<'valueMovement'>;
  readonly row: ValueRow;
}

/** The account must be locked by this transaction, or made by it. */
export async function addMovement(
  tx: CommandTx,
  value: Pick<ValueRow, 'id' | 'kind'>,
  movement: NewMovement,
): Promise<Moved> {
  const { kind, amountMinor = 0n, heldMinor = 0n, expiresAt = null, reason = null } = movement;
  const id = newId('valueMovement');
  const dueAt = movement.expiryDueAt ?? expiresAt;
  const row = await tx.row(moveBalance, [value.id, amountMinor, heldMinor, dueAt]);
  if (row === undefined) throw new Error(`there is no account ${value.id} of stored value`);
  const hold = movement.hold === 'itself' ? uuidOf(id) : (movement.hold ?? null);
  await tx.run(insertMovement, [
    ...[value.id, uuidOf(id), row.version, kind, amountMinor, heldMinor, hold],
    movement.intent ?? null,
    movement.order === undefined ? null : uuidOf(movement.order),
    movement.payment === undefined ? null : uuidOf(movement.payment),
    ...[reason, movement.note ?? null, expiresAt, actorText(tx.actor), tx.now],
  ]);
  tx.emit({
    type: typeOf(value.kind, kind),
    subject: subjectOf(row),
    version: row.version,
    data: {
      movement: id,
      kind,
      amountMinor: Number(amountMinor),
      heldMinor: Number(heldMinor),
      balanceMinor: Number(row.balance_minor),
      currency: row.currency,
      customer: row.customer_id === null ? null : idFromUuid('customer', row.customer_id),
      order: movement.order ?? null,
      payment: movement.payment ?? null,
      reason,
    },
  });
  return { id, row };
}

export function subjectOf({ kind, id }: Pick<ValueRow, 'id' | 'kind'>) {
  return kind === 'gift-card' ? idFromUuid('giftCard', id) : idFromUuid('storeCredit', id);
}

/** Of a gift card or a store credit, by what happened to it. */
function typeOf(account: StoredValueKind, kind: ValueMovementKind): EventType {
  const isCard = account === 'gift-card';
  switch (kind) {
    case 'issued':
      return 'gift-card.issued.v1';
    case 'given':
    case 'taken':
      return isCard ? 'gift-card.adjusted.v1' : 'store-credit.adjusted.v1';
    case 'expired':
      return isCard ? 'gift-card.expired.v1' : 'store-credit.expired.v1';
    case 'held':
    case 'spent':
    case 'released':
    case 'refunded':
      return isCard ? 'gift-card.moved.v1' : 'store-credit.moved.v1';
    case 'moved':
      return 'store-credit.merged.v1';
  }
}
