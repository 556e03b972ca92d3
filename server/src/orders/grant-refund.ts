// Grants the buyer money back, for a return or as goodwill.

import type { REFUND_DESTINATIONS } from '@doorstep/contract/refunds.ts';
import { actorText } from '@doorstep/core/access/actor.ts';
import { type Id, type OrderId, type ReturnId, uuidOf } from '@doorstep/core/ids.ts';
import type { RefundAllocation } from '@doorstep/core/payments/refund-allocation.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { newId } from '../db/ids.ts';
import type { CommandTx } from '../db/run-command.ts';
import { emitOfOrder } from '../log/emit-of-order.ts';
import { clearCoveredLosses } from './clear-covered-losses.ts';
import { addGranted, insertGrantedRefund } from './payments.sql.ts';
import { refundToCredit } from './refund-to-credit.ts';
import { readTerms, settleOrder } from './settle-order.ts';

export type RefundDestination = (typeof REFUND_DESTINATIONS)[number];

export interface Grant {
  readonly amountMinor: bigint;
  readonly reason: string;
  readonly note: string | null;
  readonly return: ReturnId | null;
  /** For a return: how much of it is more than what came back is worth. */
  readonly beyondWorthMinor?: bigint;
  /** Units that the buyer keeps and whose price this is. */
  readonly lines?: readonly { readonly line: number; readonly quantity: number }[];
  readonly shippingMinor?: bigint;
  readonly feesMinor?: bigint;
  /** From which payments it goes back, where that is said for this one. */
  readonly allocation?: RefundAllocation | null;
  /** Left out: back to where the money came from. */
  readonly destination?: RefundDestination | null;
  /** Where two people agreed on it: who asked, and for what request. The one who acts approved it. */
  readonly requested?: RequestedGrant | null;
}

export interface RequestedGrant {
  readonly id: Id<'refundRequest'>;
  readonly by: string;
}

/** The order must be locked by this transaction. Settles the account as well. */
export async function grantRefund(
  tx: CommandTx,
  order: OrderId,
  grant: Grant,
): Promise<{ readonly amountMinor: bigint } | Refusal> {
  const { amountMinor, reason, note, allocation = null, requested = null } = grant;
  const { lines = [], shippingMinor = 0n, feesMinor = 0n, beyondWorthMinor = 0n } = grant;
  const destination = grant.destination === 'store-credit' ? grant.destination : null;
  const { dueMinor } = await readTerms(tx, order, 'shipment');
  const beyond = refuseBeyondDue(amountMinor, dueMinor);
  if (beyond !== undefined) return beyond;
  const refund = newId('grantedRefund');
  await tx.run(insertGrantedRefund, [
    uuidOf(order),
    uuidOf(refund),
    amountMinor,
    reason,
    note,
    grant.return === null ? null : uuidOf(grant.return),
    requested?.by ?? actorText(tx.actor),
    tx.now,
    JSON.stringify(lines),
    shippingMinor,
    feesMinor,
    allocation,
    requested === null ? null : uuidOf(requested.id),
    requested === null ? null : actorText(tx.actor),
    destination,
    beyondWorthMinor,
  ]);
  await tx.run(addGranted, [uuidOf(order), amountMinor]);
  await emitOfOrder(tx, order, 'order.refund_granted.v1', {
    refund,
    amountMinor: Number(amountMinor),
    reason,
    return: grant.return,
    ...(lines.length === 0 ? {} : { lines }),
    ...(shippingMinor === 0n ? {} : { shippingMinor: Number(shippingMinor) }),
    ...(feesMinor === 0n ? {} : { feesMinor: Number(feesMinor) }),
    ...(allocation === null ? {} : { allocation }),
    ...(destination === null ? {} : { destination }),
    ...(requested === null ? {} : { request: requested.id }),
  });
  if (destination !== null) {
    const refused = await refundToCredit(tx, order, { amountMinor, allocation });
    if (refused !== undefined) return refused;
  }
  await settleOrder(tx, order, grant.return === null ? 'refund' : 'return', allocation);
  await clearCoveredLosses(tx, order);
  // Whatever came back early, there is nothing left to give for it.
  if (dueMinor === amountMinor) tx.clear({ type: 'return-before-delivery', cause: order });
  return { amountMinor };
}

/** Nobody gets back more than they are to pay. */
export function refuseBeyondDue(amountMinor: bigint, dueMinor: bigint): Refusal | undefined {
  if (amountMinor <= dueMinor) return undefined;
  return refuse(
    'refund-exceeds-due',
    `The buyer owes ${dueMinor} minor units for this order, so ${amountMinor} cannot be granted.`,
    { dueMinor: Number(dueMinor), amountMinor: Number(amountMinor) },
  );
}
