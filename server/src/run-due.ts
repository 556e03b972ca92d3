// What falls due, or is old enough to be forgotten: looked for by the shop's clock, and done tenant
// by tenant.

import { systemActor } from '@doorstep/core/access/actor.ts';
import { idFromUuid, type TenantId } from '@doorstep/core/ids.ts';
import { isRefusal } from '@doorstep/core/refusal.ts';
import { selectTenantsWithDueFlow } from './analytics/flow.sql.ts';
import { rebuildFlow } from './analytics/rebuild-flow.ts';
import { type CommandTx, runCommand } from './db/run-command.ts';
import type { Statement } from './db/statement.ts';
import { lookOnce } from './db/transaction.ts';
import { selectTenantsWithDueForgottenBulks } from './desk/bulk.sql.ts';
import { forgetBulkActions } from './desk/forget-bulk-actions.ts';
import { advanceDrops } from './drops/advance-drops.ts';
import { forgetPlaces } from './drops/forget-places.ts';
import {
  selectTenantsWithDueDropHolds,
  selectTenantsWithDueOffers,
  selectTenantsWithDuePlaces,
} from './drops/holds.sql.ts';
import { lapseDropHolds } from './drops/lapse-drop-holds.ts';
import { offerDue } from './drops/offer-due.ts';
import { selectTenantsWithDueDrops } from './drops/sql.ts';
import { wakeExceptions } from './exceptions/snooze-exception.ts';
import { selectTenantsWithDueExceptions } from './exceptions/sql.ts';
import { markLate } from './fulfillment/mark-late.ts';
import { releaseDue } from './fulfillment/release-automatically.ts';
import { selectTenantsWithDueReleases, selectTenantsWithDueWork } from './fulfillment/sql.ts';
import { forgetDryRuns } from './history/forget-dry-runs.ts';
import { selectTenantsWithDueDryRuns } from './history/imports.sql.ts';
import { lapseReservations } from './inventory/lapse-reservations.ts';
import { selectTenantsWithDue } from './inventory/reservations.sql.ts';
import { lapseUnpaid } from './orders/lapse-unpaid.ts';
import { selectTenantsWithDueHolds } from './orders/notes.sql.ts';
import { lapseHolds } from './orders/release-hold.ts';
import { selectTenantsWithDueAccounts } from './payments/intents.sql.ts';
import { markOverdue } from './payments/mark-overdue.ts';
import { selectTenantsWithDueInvoices } from './payments/terms.sql.ts';
import { keepRules } from './retention/keep-rules.ts';
import { selectTenantsWithDueRetention } from './retention/sql.ts';
import { forgetTraces } from './risk/forget-traces.ts';
import { selectTenantsWithDueTraces } from './risk/sql.ts';
import type { Runtime } from './runtime.ts';
import { expireValues } from './stored-value/expire-values.ts';
import { selectTenantsWithDueValues } from './stored-value/sql.ts';
import { advanceReplays } from './webhooks/advance-replays.ts';
import { selectTenantsWithDueForgetting } from './webhooks/deliveries.sql.ts';
import { forgetDeliveries } from './webhooks/forget-deliveries.ts';
import { selectTenantsWithDueReplays } from './webhooks/replays.sql.ts';

interface Due {
  readonly name: string;
  /** Who has some of it. */
  readonly tenants: Statement<{ tenant_id: string }>;
  readonly verb: (tx: CommandTx, realNow: Date) => Promise<number>;
}

/** Looked for at once: most of the time nothing is due, and a question for each would be all the work. */
export interface DueList {
  readonly each: readonly Due[];
  /** Who has some of which, by its place in `each`. */
  readonly look: Statement<{ place: number; tenant_id: string }>;
}

function dueList(name: string, each: readonly Due[]): DueList {
  const parts = each.map(
    ({ tenants }, place) =>
      `select ${place} as place, tenant_id from (${tenants.text}) as due_${place}`,
  );
  return { each, look: { name, text: parts.join(' union all ') } };
}

/** What falls due. */
export const DUE = dueList('due.look', [
  { name: 'lapse-reservations', tenants: selectTenantsWithDue, verb: lapseReservations },
  { name: 'lapse-holds', tenants: selectTenantsWithDueHolds, verb: lapseHolds },
  { name: 'release-due', tenants: selectTenantsWithDueReleases, verb: releaseDue },
  { name: 'mark-late', tenants: selectTenantsWithDueWork, verb: markLate },
  { name: 'lapse-unpaid', tenants: selectTenantsWithDueAccounts, verb: lapseUnpaid },
  { name: 'keep-retention', tenants: selectTenantsWithDueRetention, verb: keepRules },
  { name: 'mark-overdue', tenants: selectTenantsWithDueInvoices, verb: markOverdue },
  { name: 'expire-values', tenants: selectTenantsWithDueValues, verb: expireValues },
  { name: 'wake-exceptions', tenants: selectTenantsWithDueExceptions, verb: wakeExceptions },
  { name: 'replay-webhooks', tenants: selectTenantsWithDueReplays, verb: advanceReplays },
  { name: 'rebuild-flow', tenants: selectTenantsWithDueFlow, verb: rebuildFlow },
]);

/** What falls due in drops: buyers wait for it, and nothing slower may come in between. */
const DROPS = dueList('due.lookAtDrops', [
  { name: 'advance-drops', tenants: selectTenantsWithDueDrops, verb: advanceDrops },
  { name: 'lapse-drop-holds', tenants: selectTenantsWithDueDropHolds, verb: lapseDropHolds },
  { name: 'offer-drops', tenants: selectTenantsWithDueOffers, verb: offerDue },
]);

/** What is forgotten after a while: nobody waits for it. */
export const OLD = dueList('due.lookAtOld', [
  {
    name: 'forget-webhooks',
    tenants: selectTenantsWithDueForgetting,
    verb: forgetDeliveries,
  },
  { name: 'forget-imports', tenants: selectTenantsWithDueDryRuns, verb: forgetDryRuns },
  {
    name: 'forget-bulk-actions',
    tenants: selectTenantsWithDueForgottenBulks,
    verb: forgetBulkActions,
  },
  { name: 'forget-places', tenants: selectTenantsWithDuePlaces, verb: forgetPlaces },
  { name: 'forget-traces', tenants: selectTenantsWithDueTraces, verb: forgetTraces },
]);

/** Units must be for sale again within a second of the moment their hold lapses. */
const DROPS_EVERY_MS = 100;

/**
 * Starts and ends drops, takes back what lapsed, and offers it to those who wait.
 *
 * @returns in how many milliseconds to look again
 */
export async function runDrops(runtime: Runtime): Promise<number> {
  await runAllDue(runtime, DROPS);
  return DROPS_EVERY_MS;
}

/** What one makes due for another is done, too. */
export async function runAllDue(runtime: Runtime, { each, look }: DueList): Promise<void> {
  let done: number;
  do {
    done = 0;
    const found = await lookOnce(runtime.clock, look, [runtime.now()]);
    for (const [place, due] of each.entries())
      for (const { tenant_id } of found.filter((one) => one.place === place))
        done += await runDueOf(runtime, due, idFromUuid('tenant', tenant_id));
  } while (done > 0);
}

export async function runDue(runtime: Runtime, due: Due): Promise<void> {
  const tenants = await lookOnce(runtime.clock, due.tenants, [runtime.now()]);
  for (const { tenant_id } of tenants)
    await runDueOf(runtime, due, idFromUuid('tenant', tenant_id));
}

/** What fails for one tenant must not keep the others waiting. @returns how much was done */
async function runDueOf(runtime: Runtime, due: Due, tenant: TenantId): Promise<number> {
  let all = 0;
  try {
    let done: number;
    do {
      const context = { tenant, actor: systemActor(due.name), now: runtime.now() };
      const { outcome } = await runCommand(runtime.app, context, null, (tx) =>
        due.verb(tx, runtime.realNow()),
      );
      done = isRefusal(outcome) ? 0 : outcome;
      all += done;
    } while (done > 0);
  } catch (error) {
    runtime.log.warn(
      { err: error, tenant, due: due.name },
      'what is due failed and is tried again',
    );
  }
  return all;
}
