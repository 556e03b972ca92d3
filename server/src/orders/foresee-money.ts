// What providers would be asked for if an order owed something else: the settlement rule on what
// would be, nothing written.

import type { AnswerOf } from '@doorstep/contract/operation.ts';
import type { previewRefund } from '@doorstep/contract/previews.ts';
import { type OrderId, uuidOf } from '@doorstep/core/ids.ts';
import { accountTerms, type EarningOrder } from '@doorstep/core/orders/earned.ts';
import type { RefundAllocation } from '@doorstep/core/payments/refund-allocation.ts';
import { decideSettlement } from '@doorstep/core/payments/settlement.ts';
import type { Tx } from '../db/transaction.ts';
import { readPayments } from '../payments/read-payments.ts';
import { readAllocation } from '../payments/read-refund-policy.ts';
import { selectAccount } from '../payments/sql.ts';
import { selectEarningLines, selectEarningOrder } from './payments.sql.ts';

export type ForeseenMoney = Pick<
  AnswerOf<typeof previewRefund>,
  'money' | 'dueBeforeMinor' | 'dueAfterMinor'
>;

/** What an act adds to the order. */
export interface OrderChange {
  readonly canceledMinor: bigint;
  readonly grantedMinor: bigint;
  /** Units, as the order counts them: without the lines of kits. */
  readonly canceled: number;
  /** From which payments money would go back, where that is said. */
  readonly allocation?: RefundAllocation | null;
}

export async function foreseeMoney(
  tx: Tx,
  order: OrderId,
  change: OrderChange,
): Promise<ForeseenMoney> {
  const id = [uuidOf(order)];
  const [account, payments, row, lines] = await Promise.all([
    tx.row(selectAccount, id),
    readPayments(tx, order),
    tx.row(selectEarningOrder, id),
    tx.rows(selectEarningLines, id),
  ]);
  if (row === undefined) throw new Error(`there is no order ${order} to foresee`);
  const before: EarningOrder = { ...row, lines };
  const after: EarningOrder = {
    ...before,
    canceledMinor: row.canceledMinor + change.canceledMinor,
    grantedMinor: row.grantedMinor + change.grantedMinor,
    canceled: row.canceled + change.canceled,
  };
  const captureAt = account?.captureAt ?? 'shipment';
  const terms = accountTerms(after, captureAt);
  const allocation = change.allocation ?? (await readAllocation(tx, payments.length));
  const intents = account === undefined ? [] : decideSettlement(terms, payments, allocation);
  const paymentOf = new Map(payments.map((one) => [one.id, one]));
  return {
    dueBeforeMinor: Number(accountTerms(before, captureAt).dueMinor),
    dueAfterMinor: Number(terms.dueMinor),
    money: intents.map(({ payment, kind, amountMinor, worthMinor }) => ({
      payment,
      provider: paymentOf.get(payment)?.provider ?? '',
      kind,
      amountMinor: Number(amountMinor),
      currency: paymentOf.get(payment)?.currency ?? '',
      orderAmountMinor: Number(worthMinor),
    })),
  };
}
