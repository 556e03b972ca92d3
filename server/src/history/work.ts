// The lease on an import: who holds it works on it, a batch and a transaction at a time. It is about
// processes, so it lasts by the real clock.

import type { Profile } from '@doorstep/core/history/profile.ts';
import type { TenantId } from '@doorstep/core/ids.ts';
import type { Tx } from '../db/transaction.ts';
import type { Runtime } from '../runtime.ts';
import { type ImportRow, renewLease } from './imports.sql.ts';

export interface Work {
  readonly runtime: Runtime;
  readonly tenant: TenantId;
  readonly row: ImportRow;
  readonly profile: Profile;
  readonly lease: string;
}

/** Longer than any batch takes; who dies keeps the others waiting so long. */
export const LEASE_MS = 30_000;

/** The import was canceled, or its lease ran out and another process took it over. */
export class LeaseLost extends Error {}

/**
 * First in every transaction of the work: nothing is written by who no longer holds the lease.
 *
 * @throws LeaseLost
 */
export async function holdLease(tx: Tx, { runtime, row, lease }: Work): Promise<ImportRow> {
  const until = new Date(runtime.realNow().getTime() + LEASE_MS);
  const held = await tx.row(renewLease, [row.id, lease, row.state, until]);
  if (held === undefined) throw new LeaseLost(`the import ${row.id} is not ours any more`);
  return held;
}
