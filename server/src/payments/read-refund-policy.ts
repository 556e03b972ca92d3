// How the tenant refunds: what it set, or what holds as long as it set nothing.

import {
  REFUND_ALLOCATION_DEFAULT,
  type RefundAllocation,
} from '@doorstep/core/payments/refund-allocation.ts';
import type { RefundLimit } from '@doorstep/core/payments/refund-limit.ts';
import type { Tx } from '../db/transaction.ts';
import { type RefundPolicyRow, type StoredLimit, selectRefundPolicy } from './refund-policy.sql.ts';

export interface RefundPolicy {
  readonly allocation: RefundAllocation;
  readonly limits: readonly RefundLimit[];
  readonly version: number;
}

export async function readRefundPolicy(tx: Tx): Promise<RefundPolicy> {
  return refundPolicyOf(await tx.row(selectRefundPolicy));
}

export function refundPolicyOf(row: RefundPolicyRow | undefined): RefundPolicy {
  return {
    allocation: row?.allocation ?? REFUND_ALLOCATION_DEFAULT,
    limits: (row?.limits ?? []).map(limitOf),
    version: row?.version ?? 0,
  };
}

function limitOf({ role, currency, aloneMinor, mostMinor }: StoredLimit): RefundLimit {
  return {
    role,
    currency,
    aloneMinor: BigInt(aloneMinor),
    mostMinor: mostMinor === null ? null : BigInt(mostMinor),
  };
}

/** Of one payment there is nothing to choose: most orders are not asked about. */
export async function readAllocation(tx: Tx, payments: number): Promise<RefundAllocation> {
  return payments < 2 ? REFUND_ALLOCATION_DEFAULT : (await readRefundPolicy(tx)).allocation;
}
