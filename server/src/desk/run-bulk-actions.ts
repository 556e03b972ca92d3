// Works on bulk actions until there is none left: a few orders in a transaction, which also keeps
// what came of each. Work that breaks off goes on anywhere, and does nothing twice.

import type { BulkAction } from '@doorstep/contract/bulk-actions.ts';
import { parseActor } from '@doorstep/core/access/actor.ts';
import { idFromUuid, type TenantId } from '@doorstep/core/ids.ts';
import { isRefusal } from '@doorstep/core/refusal.ts';
import { newUuid } from '../db/ids.ts';
import { type CommandTx, runCommand } from '../db/run-command.ts';
import { inSavepoint, inTransaction, isUnreachable, lookOnce } from '../db/transaction.ts';
import type { Runtime } from '../runtime.ts';
import { actOnOrder } from './act-on-order.ts';
import {
  type BulkRow,
  dropBulkLease,
  finishBulk,
  leaseBulk,
  recordOutcomes,
  renewBulkLease,
  selectTenantsWithDueBulks,
  takeWaiting,
} from './bulk.sql.ts';

/** Longer than any step takes; who dies keeps the others waiting so long. */
const LEASE_MS = 30_000;
/** Steps of one tenant before the next has its turn. */
const STEPS_MAX = 40;
/** Orders of one transaction. Those that lock stock go alone: locks are taken in one order. */
const TOGETHER: Readonly<Record<BulkAction['kind'], number>> = {
  tag: 25,
  untag: 25,
  hold: 25,
  'release-hold': 25,
  cancel: 1,
  release: 1,
};

interface Work {
  readonly runtime: Runtime;
  readonly tenant: TenantId;
  readonly row: BulkRow;
  readonly lease: string;
}

type Stepped = 'more' | 'done' | 'lost';

/** @returns how many were worked on: call again at once unless it is 0 */
export async function runBulkActions(runtime: Runtime): Promise<number> {
  const due = await lookOnce(runtime.clock, selectTenantsWithDueBulks, [runtime.realNow()]);
  let worked = 0;
  for (const { tenant_id } of due)
    if (await workOnOne(runtime, idFromUuid('tenant', tenant_id))) worked += 1;
  return worked;
}

async function workOnOne(runtime: Runtime, tenant: TenantId): Promise<boolean> {
  const lease = newUuid();
  const now = runtime.realNow();
  const row = await inTransaction(runtime.app, tenant, (tx) =>
    tx.row(leaseBulk, [now, lease, new Date(now.getTime() + LEASE_MS)]),
  );
  if (row === undefined) return false;
  const work: Work = { runtime, tenant, row, lease };
  let stepped: Stepped = 'more';
  for (let step = 0; stepped === 'more' && step < STEPS_MAX; step += 1)
    stepped = await stepOrOneByOne(work);
  if (stepped === 'more')
    await inTransaction(runtime.app, tenant, (tx) => tx.run(dropBulkLease, [row.id, lease]));
  return true;
}

/** What breaks for one order must not keep the others: it is found by trying them one by one. */
async function stepOrOneByOne(work: Work): Promise<Stepped> {
  const together = TOGETHER[work.row.action.kind];
  try {
    return await step(work, together);
  } catch (error) {
    if (isUnreachable(error)) throw error; // the lease runs out, and it is tried again
  }
  try {
    return await step(work, 1);
  } catch (error) {
    if (isUnreachable(error)) throw error;
    const { runtime, row } = work;
    runtime.log.error({ err: error, bulk: row.id }, 'a bulk action broke on an order');
    return step(work, 1, 'break');
  }
}

function step(work: Work, together: number, how: 'act' | 'break' = 'act'): Promise<Stepped> {
  const { runtime, tenant, row } = work;
  const actor = parseActor(row.started_by ?? row.created_by);
  const context = { tenant, actor, now: runtime.now() };
  return runCommand(runtime.app, context, null, (tx) => stepIn(tx, work, together, how)).then(
    ({ outcome }) => (isRefusal(outcome) ? 'lost' : outcome),
  );
}

async function stepIn(
  tx: CommandTx,
  { runtime, row, lease }: Work,
  together: number,
  how: 'act' | 'break',
): Promise<Stepped> {
  const until = new Date(runtime.realNow().getTime() + LEASE_MS);
  const held = await tx.row(renewBulkLease, [row.id, lease, until]);
  if (held === undefined) return 'lost';
  const waiting = await tx.rows(takeWaiting, [JSON.stringify(row.action), row.id, together]);
  const outcomes: object[] = [];
  for (const { order_id, reason } of waiting) {
    const outcome =
      how === 'break'
        ? { outcome: 'failed', reason: 'internal-error', detail: 'Something broke on our side.' }
        : reason === null
          ? await actOn(tx, order_id, row.action)
          : { outcome: 'skipped', reason };
    outcomes.push({ order_id, ...outcome });
  }
  if (outcomes.length > 0) await tx.run(recordOutcomes, [row.id, JSON.stringify(outcomes)]);
  if (waiting.length === together) return 'more';
  await tx.run(finishBulk, [row.id, lease, tx.now]);
  return 'done';
}

/** A refusal undoes what was written for this order, and is what came of it. */
async function actOn(tx: CommandTx, order: string, action: BulkAction): Promise<object> {
  const told: (() => void)[] = [];
  const ofOrder: CommandTx = {
    ...tx,
    emit: (event) => void told.push(() => tx.emit(event)),
    audit: (deed) => void told.push(() => tx.audit(deed)),
    raise: (exception) => void told.push(() => tx.raise(exception)),
    clear: (gone) => void told.push(() => tx.clear(gone)),
  };
  const result = await inSavepoint(tx, async () => {
    const acted = await actOnOrder(ofOrder, idFromUuid('order', order), action);
    return { result: acted, undo: isRefusal(acted) };
  });
  if (isRefusal(result))
    return { outcome: 'skipped', reason: result.refused, detail: result.detail };
  for (const tell of told) tell();
  return { outcome: 'done' };
}
