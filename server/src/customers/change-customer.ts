// Changes what is known of a customer.

import type { CustomerAnswer } from '@doorstep/contract/customers.ts';
import { type CustomerId, uuidOf } from '@doorstep/core/ids.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { refuseStale } from '../db/refuse-stale.ts';
import type { CommandTx } from '../db/run-command.ts';
import { replaceSearchTokens } from '../db/search-tokens.ts';
import { customerMerged } from './customer-merged.ts';
import { selectAliases } from './merge.sql.ts';
import { customerTokens, type Findable, personOf, presentCustomer } from './present-customer.ts';
import { refuseTaken } from './refuse-taken.ts';
import { type CustomerRow, lockCustomer, updateCustomer } from './sql.ts';

/** A field left out stays; null takes it away. */
export interface CustomerChange extends Findable {
  readonly version?: number;
}

/**
 * @returns refusals: `not-found`, `customer-erased`, `customer-merged`, `version-conflict`,
 *   `already-exists`
 */
export async function changeCustomer(
  tx: CommandTx,
  id: CustomerId,
  change: CustomerChange,
): Promise<CustomerAnswer | Refusal> {
  const before = await tx.row(lockCustomer, [uuidOf(id)]);
  if (before === undefined) return refuse('not-found', 'There is no such customer.');
  if (before.erased_at !== null) return refuse('customer-erased', 'The customer was erased.');
  const merged = customerMerged(before);
  if (merged !== undefined) return merged;
  const stale = refuseStale(change.version, before.version);
  if (stale !== undefined) return stale;
  const { fields, changed } = merge(before, change);
  if (changed.length === 0) return presentCustomer(before);
  const taken = await refuseTaken(tx, id, fields.email, fields.externalId);
  if (taken !== undefined) return taken;

  const { externalId, email, name, phone } = fields;
  const row = await tx.row(updateCustomer, [uuidOf(id), externalId, email, name, phone]);
  if (row === undefined) throw new Error('a locked customer was not updated');
  const aliases = (await tx.rows(selectAliases, [uuidOf(id)])).map(personOf);
  await replaceSearchTokens(tx, 'customer', id, customerTokens(fields, aliases));
  tx.emit({ type: 'customer.changed.v1', subject: id, version: row.version, data: { changed } });
  return presentCustomer(row);
}

type Fields = { [Field in keyof Required<Findable>]: string | null };

function merge(before: CustomerRow, change: Findable): { fields: Fields; changed: string[] } {
  const old: Fields = personOf(before);
  const { externalId, email, name, phone } = change;
  const fields: Fields = {
    externalId: externalId === undefined ? old.externalId : externalId,
    email: email === undefined ? old.email : (email?.toLowerCase() ?? null),
    name: name === undefined ? old.name : name,
    phone: phone === undefined ? old.phone : phone,
  };
  const names = Object.keys(fields) as (keyof Fields)[];
  return { fields, changed: names.filter((field) => fields[field] !== old[field]) };
}
