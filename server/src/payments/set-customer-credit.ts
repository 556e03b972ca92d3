// Sets how much a customer may owe in a currency. Orders that wait for it are asked about again by a
// reader of the log.

import type { BodyOf } from '@doorstep/contract/operation.ts';
import type {
  CustomerCreditAnswer,
  setCustomerCredit as operation,
} from '@doorstep/contract/payment-terms.ts';
import { actorText } from '@doorstep/core/access/actor.ts';
import { type CustomerId, uuidOf } from '@doorstep/core/ids.ts';
import { NET_DAYS_DEFAULT } from '@doorstep/core/payments/payment-terms.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { customerMerged } from '../customers/customer-merged.ts';
import { lockCustomer } from '../customers/sql.ts';
import { refuseStale } from '../db/refuse-stale.ts';
import type { CommandTx } from '../db/run-command.ts';
import { readCustomerCredit } from './read-customer-credit.ts';
import { bumpCustomerVersion, lockCredit, upsertCredit } from './terms.sql.ts';

export async function setCustomerCredit(
  tx: CommandTx,
  customer: CustomerId,
  currency: string,
  { limitMinor, netDays, version }: BodyOf<typeof operation>,
): Promise<CustomerCreditAnswer | Refusal> {
  const id = uuidOf(customer);
  const row = await tx.row(lockCustomer, [id]);
  if (row === undefined) return refuse('not-found', 'There is no such customer.');
  if (row.erased_at !== null) return refuse('customer-erased', 'The customer was erased.');
  const merged = customerMerged(row);
  if (merged !== undefined) return merged;
  const before = await tx.row(lockCredit, [id, currency]);
  const stale = refuseStale(version, before?.version ?? 0);
  if (stale !== undefined) return stale;
  const days = netDays ?? before?.net_days ?? NET_DAYS_DEFAULT;
  await tx.row(upsertCredit, [id, currency, limitMinor, days, tx.now, actorText(tx.actor)]);
  const bumped = await tx.row(bumpCustomerVersion, [id]);
  tx.emit({
    type: 'customer.credit_set.v1',
    subject: customer,
    version: bumped?.version ?? 0,
    data: { currency, limitMinor },
    change: {
      before: { currency, limitMinor: Number(before?.limit_minor ?? 0), netDays: before?.net_days },
      after: { currency, limitMinor, netDays: days },
    },
  });
  return readCustomerCredit(tx, customer);
}
