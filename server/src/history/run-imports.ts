// Works on imports until there is none left: reads files, plans dry runs, applies.

import type { Profile } from '@doorstep/core/history/profile.ts';
import { storableJson } from '@doorstep/core/history/storable-text.ts';
import { idFromUuid, type TenantId } from '@doorstep/core/ids.ts';
import { newUuid } from '../db/ids.ts';
import { inTransaction, isUnreachable, lookOnce } from '../db/transaction.ts';
import type { Runtime } from '../runtime.ts';
import { handleDocuments } from './handle-documents.ts';
import {
  deleteChunks,
  dropLease,
  failImport,
  leaseImport,
  selectTenantsWithDueImports,
} from './imports.sql.ts';
import { SourceError } from './source-error.ts';
import { stageRows } from './stage-rows.ts';
import { undoDocuments } from './undo-documents.ts';
import { LEASE_MS, LeaseLost, type Work } from './work.ts';

interface Turns {
  readonly leaseMs: number;
  /** For one import, before the next tenant has its turn. A file is read to its end. */
  readonly turnMs: number;
  /** Whoever stops gives back what he works on. */
  readonly signal: AbortSignal;
}

const USUAL: Turns = { leaseMs: LEASE_MS, turnMs: 2000, signal: new AbortController().signal };

/** @returns how many imports had a turn: call again at once unless it is 0 */
export async function runImports(runtime: Runtime, turns: Partial<Turns> = {}): Promise<number> {
  const whole = { ...USUAL, ...turns };
  const due = await lookOnce(runtime.clock, selectTenantsWithDueImports, [runtime.realNow()]);
  let worked = 0;
  for (const { tenant_id } of due) {
    if (whole.signal.aborted) break;
    if (await workOnOne(runtime, idFromUuid('tenant', tenant_id), whole)) worked += 1;
  }
  return worked;
}

async function workOnOne(
  runtime: Runtime,
  tenant: TenantId,
  { leaseMs, turnMs, signal }: Turns,
): Promise<boolean> {
  const now = runtime.realNow();
  const lease = newUuid();
  const row = await inTransaction(runtime.app, tenant, (tx) =>
    tx.row(leaseImport, [now, lease, new Date(now.getTime() + leaseMs)]),
  );
  if (row === undefined) return false;
  const profile = row.profile as Profile;
  const until = performance.now() + turnMs;
  const isTurnOver = () => signal.aborted || performance.now() >= until;
  const work: Work = { runtime, tenant, row, profile, lease, leaseMs, signal, isTurnOver };
  try {
    if (row.state === 'reading') await stageRows(work);
    else if (row.state === 'undoing') await undoDocuments(work);
    else await handleDocuments(work);
    await giveBack(work);
  } catch (error) {
    if (error instanceof LeaseLost) return true;
    if (isUnreachable(error)) throw error; // the lease runs out, and it is tried again
    if (signal.aborted) await giveBack(work);
    else await fail(work, error);
  }
  return true;
}

/** It may go on at once, here or elsewhere. */
async function giveBack({ runtime, tenant, row, lease }: Work): Promise<void> {
  await inTransaction(runtime.app, tenant, (tx) => tx.run(dropLease, [row.id, lease]));
}

async function fail(work: Work, error: unknown): Promise<void> {
  const { runtime, tenant, row, lease } = work;
  const told = toldError(error);
  if (!(error instanceof SourceError))
    runtime.log.error({ err: error, import: row.id }, 'an import failed');
  await inTransaction(runtime.app, tenant, async (tx) => {
    // The file ends early for who reads on after it was canceled, or taken over: no failure.
    const failed = await tx.run(failImport, [row.id, lease, storableJson(told), runtime.now()]);
    if (failed > 0) await tx.run(deleteChunks, [row.id]);
  });
}

function toldError(error: unknown): object {
  if (error instanceof SourceError)
    return {
      code: error.code,
      line: error.line,
      detail: error.detail,
      suggestion: error.suggestion,
    };
  return {
    code: 'internal-error',
    line: null,
    detail: 'Something broke on our side; what was imported so far is whole.',
    suggestion: 'Import the file again: what is there is skipped. Operators see the log.',
  };
}
