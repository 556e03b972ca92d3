// The account of a customer's store credit in a currency, locked; opened where there is none yet.

import { actorText } from '@doorstep/core/access/actor.ts';
import { type CustomerId, idFromUuid, uuidOf } from '@doorstep/core/ids.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { lockCustomer } from '../customers/sql.ts';
import { newId } from '../db/ids.ts';
import type { CommandTx } from '../db/run-command.ts';
import { insertValue, lockValue, selectStoreCreditId, type ValueRow } from './sql.ts';

/** Of whoever the customer was merged into. @returns refusals: `not-found`, `customer-erased` */
export async function openStoreCredit(
  tx: CommandTx,
  customer: CustomerId,
  currency: string,
): Promise<ValueRow | Refusal> {
  const named = await tx.row(lockCustomer, [uuidOf(customer)]);
  if (named === undefined) return refuse('not-found', 'There is no such customer.');
  if (named.merged_into !== null)
    return openStoreCredit(tx, idFromUuid('customer', named.merged_into), currency);
  if (named.erased_at !== null) return refuse('customer-erased', 'The customer was erased.');
  const known = await tx.row(selectStoreCreditId, [uuidOf(customer), currency]);
  const opened =
    known ??
    (await tx.row(insertValue, [
      ...[uuidOf(newId('storeCredit')), 'store-credit', currency, uuidOf(customer)],
      ...[null, null, null, null, tx.now, actorText(tx.actor)],
    ]));
  const row = opened === undefined ? undefined : await tx.row(lockValue, [opened.id]);
  if (row === undefined) throw new Error('a store credit was not opened');
  return row;
}
