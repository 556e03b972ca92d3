// The lease on an import: who holds it works on it, a batch and a transaction at a time. It is about
// processes, so it lasts by the real clock.

import { setTimeout as sleep } from 'node:timers/promises';
import type { Profile } from '@doorstep/core/history/profile.ts';
import type { TenantId } from '@doorstep/core/ids.ts';
import { inTransaction, type Tx } from '../db/transaction.ts';
import type { Runtime } from '../runtime.ts';
import { type ImportRow, renewLease } from './imports.sql.ts';

export interface Work {
  readonly runtime: Runtime;
  readonly tenant: TenantId;
  readonly row: ImportRow;
  readonly profile: Profile;
  readonly lease: string;
  readonly leaseMs: number;
  /** The process stops. */
  readonly signal: AbortSignal;
  /** What is left waits until others had their turns. */
  readonly isTurnOver: () => boolean;
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
export async function holdLease(
  tx: Tx,
  { runtime, row, lease, leaseMs }: Work,
): Promise<ImportRow> {
  const until = new Date(runtime.realNow().getTime() + leaseMs);
  const held = await tx.row(renewLease, [row.id, lease, row.state, until]);
  if (held === undefined) throw new LeaseLost(`the import ${row.id} is not ours any more`);
  return held;
}

/**
 * Holds the lease as long as the work goes on: a file may be read for longer than it lasts before the
 * first of its rows is kept, and another process would begin anew, for ever.
 */
export async function keepLease(work: Work, during: () => Promise<void>): Promise<void> {
  const ended = new AbortController();
  const renewing = renewUntil(ended.signal, work);
  try {
    await during();
  } finally {
    ended.abort();
    await renewing;
  }
}

async function renewUntil(signal: AbortSignal, work: Work): Promise<void> {
  const { runtime, tenant, leaseMs } = work;
  const isDue = () => sleep(leaseMs / 3, true, { signal, ref: false }).catch(() => false);
  // Who lost it is told when it keeps rows; who cannot reach the database tries again.
  while (await isDue())
    await inTransaction(runtime.app, tenant, (tx) => holdLease(tx, work)).catch(() => {});
}
