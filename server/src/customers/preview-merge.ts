// What merging two customers would do, before anybody decides.

import type { previewMerge as operation } from '@doorstep/contract/customers.ts';
import type { AnswerOf } from '@doorstep/contract/operation.ts';
import { mergePersons } from '@doorstep/core/customers/merge.ts';
import { type CustomerId, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import type { Tx } from '../db/transaction.ts';
import { findMergeable } from './find-mergeable.ts';
import { countOrdersOfCustomer } from './merge.sql.ts';
import { personOf, presentCustomer } from './present-customer.ts';
import { selectCustomer } from './sql.ts';

const COUNT_MAX = 10_000;

/** @returns refusals as `mergeCustomers` */
export async function previewMerge(
  tx: Tx,
  id: CustomerId,
  from: CustomerId,
): Promise<AnswerOf<typeof operation> | Refusal> {
  const [mine, theirs, own, moving] = await Promise.all([
    tx.row(selectCustomer, [uuidOf(id)]),
    tx.row(selectCustomer, [uuidOf(from)]),
    tx.row(countOrdersOfCustomer, [uuidOf(id), COUNT_MAX]),
    tx.row(countOrdersOfCustomer, [uuidOf(from), COUNT_MAX]),
  ]);
  const rows = [mine, theirs].filter((row) => row !== undefined);
  const pair = findMergeable(rows, id, from);
  if (isRefusal(pair)) return pair;
  const { survivor, left, gained } = mergePersons(personOf(pair.survivor), personOf(pair.other));
  return {
    customer: presentCustomer(pair.survivor),
    from: presentCustomer(pair.other),
    after: survivor,
    gained: [...gained],
    alsoKnownAs: left,
    orders: moving?.orders ?? 0,
    ownOrders: own?.orders ?? 0,
    countMax: COUNT_MAX,
  };
}
