// What a customer may owe, and owes: by currency, and order by order.

import type { CustomerCreditAnswer } from '@doorstep/contract/payment-terms.ts';
import { type CustomerId, idFromUuid, uuidOf } from '@doorstep/core/ids.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { selectCustomer } from '../customers/sql.ts';
import type { Tx } from '../db/transaction.ts';
import { presentTerms } from './read-terms.ts';
import { selectCredits, selectOpenTerms, selectOwed } from './terms.sql.ts';

const OPEN_MAX = 200;

export async function readCustomerCredit(
  tx: Tx,
  customer: CustomerId,
): Promise<CustomerCreditAnswer | Refusal> {
  const id = uuidOf(customer);
  const [known, credits, open] = await Promise.all([
    tx.row(selectCustomer, [id]),
    tx.rows(selectCredits, [id]),
    tx.rows(selectOpenTerms, [id, OPEN_MAX]),
  ]);
  if (known === undefined) return refuse('not-found', 'There is no such customer.');
  const owed = await Promise.all(credits.map(({ currency }) => tx.row(selectOwed, [id, currency])));
  return {
    customer,
    credits: credits.map((credit, index) => ({
      currency: credit.currency,
      limitMinor: Number(credit.limit_minor),
      netDays: credit.net_days,
      owedMinor: Number(owed[index]?.owed_minor ?? 0n),
      version: credit.version,
    })),
    open: open.map((row) => ({
      order: idFromUuid('order', row.order_id),
      number: row.number,
      currency: row.currency,
      ...presentTerms(row, row.owed_minor),
    })),
  };
}
