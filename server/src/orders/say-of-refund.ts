// Whether somebody may give this much back alone, on this order and after what they gave before.

import { type Actor, actorText } from '@doorstep/core/access/actor.ts';
import { type OrderId, uuidOf } from '@doorstep/core/ids.ts';
import { type RefundSay, refundSay } from '@doorstep/core/payments/refund-limit.ts';
import type { Refusal } from '@doorstep/core/refusal.ts';
import { roleOfActor } from '../access/role-of-actor.ts';
import type { Tx } from '../db/transaction.ts';
import { readRefundPolicy } from '../payments/read-refund-policy.ts';
import { selectGivenAlone } from './payments.sql.ts';
import { selectOrder } from './sql.ts';

/** @returns refusals: `refund-beyond-role` */
export async function sayOfRefund(
  tx: Tx,
  actor: Actor,
  order: OrderId,
  amountMinor: bigint,
): Promise<RefundSay | Refusal> {
  const { limits } = await readRefundPolicy(tx);
  if (limits.length === 0) return 'alone';
  const id = uuidOf(order);
  const [role, given, row] = await Promise.all([
    roleOfActor(tx, actor),
    tx.row(selectGivenAlone, [id, actorText(actor)]),
    tx.row(selectOrder, [id]),
  ]);
  const currency = row?.currency ?? '';
  return refundSay(limits, role, { amountMinor, currency, givenMinor: given?.given_minor ?? 0n });
}
