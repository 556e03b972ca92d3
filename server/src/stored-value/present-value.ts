// Store credit, gift cards and their movements as people see them.

import type { GiftCardAnswer } from '@doorstep/contract/gift-cards.ts';
import type { StoreCreditAnswer } from '@doorstep/contract/store-credit.ts';
import type { ValueMovementAnswer } from '@doorstep/contract/stored-value.ts';
import { type IdKind, idFromUuid } from '@doorstep/core/ids.ts';
import { availableMinor, giftCardState } from '@doorstep/core/stored-value/stored-value.ts';
import type { MovementRow, ValueRow } from './sql.ts';

const orNull = <K extends IdKind>(kind: K, uuid: string | null) =>
  uuid === null ? null : idFromUuid(kind, uuid);

export function presentGiftCard(row: ValueRow, now: Date): GiftCardAnswer {
  const life = {
    balanceMinor: row.balance_minor,
    heldMinor: row.held_minor,
    disabledAt: row.disabled_at,
    expiresAt: row.expires_at,
  };
  return {
    id: idFromUuid('giftCard', row.id),
    lastFour: row.last_four ?? '',
    state: giftCardState(life, now),
    ...presentBalance(row),
    customer: orNull('customer', row.customer_id),
    order: orNull('order', row.order_id),
    expiresAt: row.expires_at?.toISOString() ?? null,
    disabledAt: row.disabled_at?.toISOString() ?? null,
    issuedAt: row.created_at.toISOString(),
    issuedBy: row.created_by,
    version: row.version,
  };
}

export function presentAccount(row: ValueRow): StoreCreditAnswer['accounts'][number] {
  return {
    id: idFromUuid('storeCredit', row.id),
    ...presentBalance(row),
    nextExpiryAt: row.expiry_due_at?.toISOString() ?? null,
    version: row.version,
  };
}

function presentBalance({ currency, balance_minor, held_minor }: ValueRow) {
  const available = availableMinor({ balanceMinor: balance_minor, heldMinor: held_minor });
  return {
    currency,
    balanceMinor: Number(balance_minor),
    heldMinor: Number(held_minor),
    availableMinor: Number(available),
  };
}

export function presentMovement(row: MovementRow): ValueMovementAnswer {
  return {
    id: idFromUuid('valueMovement', row.id),
    kind: row.kind,
    amountMinor: Number(row.amount_minor),
    heldMinor: Number(row.held_minor),
    order: orNull('order', row.order_id),
    payment: orNull('payment', row.payment_id),
    reason: row.reason,
    note: row.note,
    expiresAt: row.expires_at?.toISOString() ?? null,
    actor: row.actor,
    occurredAt: row.occurred_at.toISOString(),
  };
}
