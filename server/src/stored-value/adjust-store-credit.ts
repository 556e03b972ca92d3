// Gives a customer store credit, or takes some back: a person answers for it.

import type { BodyOf } from '@doorstep/contract/operation.ts';
import type {
  adjustStoreCredit as operation,
  StoreCreditAnswer,
} from '@doorstep/contract/store-credit.ts';
import type { CustomerId } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { adjustValue } from './adjust-value.ts';
import { openStoreCredit } from './open-store-credit.ts';
import { readStoreCredit } from './read-store-credit.ts';
import { refuseCustomer } from './refuse-customer.ts';
import { refusePast, timeOf } from './refuse-giving.ts';

export async function adjustStoreCredit(
  tx: CommandTx,
  customer: CustomerId,
  { currency, expiresAt: end, ...adjustment }: BodyOf<typeof operation>,
): Promise<StoreCreditAnswer | Refusal> {
  // What is taken has no end.
  const expiresAt = adjustment.amountMinor > 0 ? timeOf(end) : null;
  const refusal = (await refuseCustomer(tx, customer)) ?? refusePast(expiresAt, tx.now);
  if (refusal !== undefined) return refusal;
  const account = await openStoreCredit(tx, customer, currency);
  if (isRefusal(account)) return account;
  const adjusted = await adjustValue(tx, account, { ...adjustment, expiresAt });
  return isRefusal(adjusted) ? adjusted : readStoreCredit(tx, customer);
}
