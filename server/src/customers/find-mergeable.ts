// Whether two customers may become one.

import { type CustomerId, idFromUuid } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { customerMerged } from './customer-merged.ts';
import type { CustomerRow } from './sql.ts';

export interface Mergeable {
  readonly survivor: CustomerRow;
  readonly other: CustomerRow;
}

/** @returns refusals: `validation-failed`, `not-found`, `customer-erased`, `customer-merged` */
export function findMergeable(
  rows: readonly CustomerRow[],
  id: CustomerId,
  from: CustomerId,
): Mergeable | Refusal {
  const survivor = usable(rows, id);
  if (isRefusal(survivor)) return survivor;
  const other = usable(rows, from);
  if (isRefusal(other)) return other;
  return id === from
    ? refuse('validation-failed', 'A customer cannot be merged into itself.', { field: 'from' })
    : { survivor, other };
}

function usable(rows: readonly CustomerRow[], id: CustomerId): CustomerRow | Refusal {
  const row = rows.find((one) => idFromUuid('customer', one.id) === id);
  if (row === undefined) return refuse('not-found', `There is no customer ${id}.`);
  if (row.erased_at !== null)
    return refuse('customer-erased', `The customer ${id} was erased.`, { customer: id });
  return customerMerged(row) ?? row;
}
