// Merges a customer into another: the orders follow, and whoever buys with either address is one.

import type { CustomerAnswer } from '@doorstep/contract/customers.ts';
import { mergePersons } from '@doorstep/core/customers/merge.ts';
import { type CustomerId, idFromUuid, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import { refuseStale } from '../db/refuse-stale.ts';
import type { CommandTx } from '../db/run-command.ts';
import { replaceSearchTokens } from '../db/search-tokens.ts';
import { lockOrdersOfCustomer } from './erasure.sql.ts';
import { findMergeable } from './find-mergeable.ts';
import {
  dropCredits,
  lockAliases,
  lockCredits,
  lockCustomers,
  mergeCustomerRow,
  moveAliases,
  moveOrders,
  movePastDocuments,
  moveTerms,
  takeCredits,
} from './merge.sql.ts';
import { customerTokens, personOf, presentCustomer } from './present-customer.ts';
import { type CustomerRow, updateCustomer } from './sql.ts';

export interface MergeWish {
  readonly from: CustomerId;
  readonly version?: number;
  readonly fromVersion?: number;
}

export interface Merged {
  readonly customer: CustomerAnswer;
  readonly from: CustomerAnswer;
  readonly orders: number;
}

/**
 * For good.
 *
 * @returns refusals: `not-found`, `customer-erased`, `customer-merged`, `version-conflict`,
 *   `validation-failed` for one customer named twice
 */
export async function mergeCustomers(
  tx: CommandTx,
  id: CustomerId,
  { from, version, fromVersion }: MergeWish,
): Promise<Merged | Refusal> {
  const ids = [uuidOf(id), uuidOf(from)];
  const pair = findMergeable(await tx.rows(lockCustomers, [ids]), id, from);
  if (isRefusal(pair)) return pair;
  const stale =
    refuseStale(version, pair.survivor.version) ?? refuseStale(fromVersion, pair.other.version);
  if (stale !== undefined) return stale;
  const aliases = await tx.rows(lockAliases, [ids]);
  const orders = await moveWhatTheyHave(tx, id, from);

  const { survivor, left, gained } = mergePersons(personOf(pair.survivor), personOf(pair.other));
  const other = await mergeOther(tx, from, [left.externalId, left.email, uuidOf(id), tx.now]);
  const { externalId, email, name, phone } = survivor;
  const row = await tx.row(updateCustomer, [uuidOf(id), externalId, email, name, phone]);
  if (row === undefined) throw new Error('a locked customer was not merged');
  await replaceSearchTokens(tx, 'customer', from, []);
  const knownAs = [...aliases, other].map(personOf);
  await replaceSearchTokens(tx, 'customer', id, customerTokens(survivor, knownAs));
  emitMerged(tx, { id, from, orders, gained, row, other });
  return { customer: presentCustomer(row), from: presentCustomer(other), orders };
}

async function moveWhatTheyHave(tx: CommandTx, id: CustomerId, from: CustomerId): Promise<number> {
  const [to, source] = [uuidOf(id), uuidOf(from)];
  const theirs = (await tx.rows(lockOrdersOfCustomer, [source])).map((order) => order.id);
  const moved = await tx.rows(moveOrders, [theirs, to]);
  await tx.run(movePastDocuments, [source, to]);
  await moveCredit(tx, theirs, [source, to]);
  await tx.run(moveAliases, [source, to]);
  for (const order of moved)
    tx.emit({
      type: 'order.customer_changed.v1',
      subject: idFromUuid('order', order.id),
      version: order.version,
      data: { customer: id, was: from },
    });
  return moved.length;
}

/** What they owe is owed by one from now on, within one limit. */
async function moveCredit(
  tx: CommandTx,
  orders: readonly string[],
  [source, to]: readonly [string, string],
): Promise<void> {
  await tx.rows(lockCredits, [[source, to]]);
  await tx.run(moveTerms, [orders, to]);
  await tx.run(takeCredits, [source, to]);
  await tx.run(dropCredits, [source]);
}

async function mergeOther(
  tx: CommandTx,
  from: CustomerId,
  values: readonly unknown[],
): Promise<CustomerRow> {
  const row = await tx.row(mergeCustomerRow, [uuidOf(from), ...values]);
  if (row === undefined) throw new Error('a locked customer was not merged');
  return row;
}

interface Told {
  readonly id: CustomerId;
  readonly from: CustomerId;
  readonly orders: number;
  readonly gained: readonly string[];
  readonly row: CustomerRow;
  readonly other: CustomerRow;
}

function emitMerged(tx: CommandTx, { id, from, orders, gained, row, other }: Told): void {
  tx.emit({
    type: 'customer.merged.v1',
    subject: from,
    version: other.version,
    data: { into: id, orders },
  });
  tx.emit({
    type: 'customer.joined.v1',
    subject: id,
    version: row.version,
    data: { customer: from, orders, changed: gained },
  });
}
