// What providers would be asked for if a refund went to the store credit: nothing written.

import { idFromUuid, type OrderId } from '@doorstep/core/ids.ts';
import { carryOver } from '@doorstep/core/payments/carry-over.ts';
import { NO_MONEY, type Payment } from '@doorstep/core/payments/payment.ts';
import { decideSettlement } from '@doorstep/core/payments/settlement.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import type { Tx } from '../db/transaction.ts';
import { type ForeseenMoney, lookAhead, type OrderChange, tell } from './foresee-money.ts';
import { NOT_PAID_HERE, refuseNobody } from './refund-to-credit.ts';

/** @returns refusals as `refundToCredit` */
export async function foreseeCredit(
  tx: Tx,
  order: OrderId,
  change: OrderChange,
): Promise<ForeseenMoney | Refusal> {
  const nobody = await refuseNobody(tx, order);
  if (nobody !== undefined) return nobody;
  const ahead = await lookAhead(tx, order, change);
  const { account, terms, payments, allocation } = ahead;
  if (account === undefined) return NOT_PAID_HERE;
  const { grantedMinor: amountMinor } = change;
  const parts = carryOver(terms, payments, { amountMinor, allocation });
  if (isRefusal(parts)) return parts;
  const given = payments.map((one, place) => ({
    ...one,
    carried: one.carried - (parts[place] ?? 0n),
  }));
  const intents = decideSettlement(terms, [...given, byCredit(amountMinor)], allocation);
  return tell(ahead, intents);
}

/** The payment that will give it, whether there is one already or it is made. */
function byCredit(carried: bigint): Payment {
  return {
    ...{ ...NO_MONEY, carried, id: idFromUuid('payment', '0'.repeat(32)), conversion: null },
    ...{ captureBlocked: false, refundBlocked: false, voidBlocked: false },
  };
}
