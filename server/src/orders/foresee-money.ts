// What providers would be asked for if an order owed something else: the settlement rule on what
// would be, nothing written.

import type { AnswerOf } from '@doorstep/contract/operation.ts';
import type { previewRefund } from '@doorstep/contract/previews.ts';
import { type OrderId, uuidOf } from '@doorstep/core/ids.ts';
import { accountTerms, type EarningOrder } from '@doorstep/core/orders/earned.ts';
import type { AccountTerms } from '@doorstep/core/payments/payment-account.ts';
import type { RefundAllocation } from '@doorstep/core/payments/refund-allocation.ts';
import { type DecidedIntent, decideSettlement } from '@doorstep/core/payments/settlement.ts';
import { STORE_CREDIT } from '@doorstep/core/payments/stored-value-provider.ts';
import type { Tx } from '../db/transaction.ts';
import { type OrderPayment, readPayments } from '../payments/read-payments.ts';
import { readAllocation } from '../payments/read-refund-policy.ts';
import { type AccountRow, selectAccount } from '../payments/sql.ts';
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
  const seen = await lookAhead(tx, order, change);
  const { account, terms, payments, allocation } = seen;
  return tell(seen, account === undefined ? [] : decideSettlement(terms, payments, allocation));
}

export interface AheadOfOrder {
  readonly account: AccountRow | undefined;
  readonly payments: readonly OrderPayment[];
  readonly dueBeforeMinor: bigint;
  /** With the change. */
  readonly terms: AccountTerms;
  readonly allocation: RefundAllocation;
}

/** What the order would say, and how it is paid. */
export async function lookAhead(
  tx: Tx,
  order: OrderId,
  change: OrderChange,
): Promise<AheadOfOrder> {
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
  return {
    account,
    payments,
    dueBeforeMinor: accountTerms(before, captureAt).dueMinor,
    terms: accountTerms(after, captureAt),
    allocation: change.allocation ?? (await readAllocation(tx, payments.length)),
  };
}

export function tell(
  { dueBeforeMinor, terms, payments, account }: AheadOfOrder,
  intents: readonly DecidedIntent[],
): ForeseenMoney {
  const paymentOf = new Map(payments.map((one) => [one.id, one]));
  return {
    dueBeforeMinor: Number(dueBeforeMinor),
    dueAfterMinor: Number(terms.dueMinor),
    money: intents.map(({ payment, kind, amountMinor, worthMinor }) => {
      // Only a refund to store credit makes one.
      const {
        id = null,
        provider = STORE_CREDIT,
        currency = account?.currency ?? '',
      } = paymentOf.get(payment) ?? {};
      const told = { amountMinor: Number(amountMinor), orderAmountMinor: Number(worthMinor) };
      return { payment: id, provider, kind, currency, ...told };
    }),
  };
}
