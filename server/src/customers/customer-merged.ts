// A customer who is another one by now.

import { idFromUuid } from '@doorstep/core/ids.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { CustomerRow } from './sql.ts';

/** `customer-merged` naming whom to ask instead; undefined for a customer of their own. */
export function customerMerged(row: CustomerRow): Refusal | undefined {
  if (row.merged_into === null) return undefined;
  const customer = idFromUuid('customer', row.merged_into);
  return refuse('customer-merged', `The customer was merged into ${customer}.`, { customer });
}
