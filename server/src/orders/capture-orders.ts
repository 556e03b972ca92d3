// Capture: lock → decide → record, for a whole batch of one tenant's orders in one transaction.
// The batch is decided on the stock view, the chosen rows are then locked in key order, and if one
// of them has less than was thought, nothing is written and the orders it concerns are decided
// again under locks.

import { type SkuId, type TenantId, uuidOf } from '@doorstep/core/ids.ts';
import { decideCapture } from '@doorstep/core/orders/capture.ts';
import type { PaymentProviders } from '@doorstep/core/payments/provider.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { inStretches } from '../db/in-stretches.ts';
import { inTransaction, type Tx } from '../db/transaction.ts';
import { type DropSales, openDropSales } from '../drops/open-drop-sales.ts';
import { lockBackorderLimits, lockLevelsOfSkus } from '../inventory/view.sql.ts';
import type { LocationBook } from '../routing/location-book.ts';
import { selectCatalog } from './capture.sql.ts';
import type { CaptureDeps, CaptureJob, CaptureOutcome, DecidedOrder } from './capture-job.ts';
import {
  checkPrices,
  destinationOf,
  dropClaimOf,
  paymentsOf,
  toCaptureRequest,
} from './capture-request.ts';
import { type CatalogOfBatch, captureWorld, catalogOf } from './capture-world.ts';
import { claimKeys, outcomeWrites } from './claim-keys.ts';
import { findKnownOrders } from './find-known-orders.ts';
import { writeCaptured } from './write-captured.ts';

/**
 * Captures a batch of one tenant.
 *
 * @param locked decide under locks from the start: slower, and always right
 * @returns an outcome per job, in order
 * @throws StockContested when rows had less than the view said; nothing was written then
 */
export async function captureOrders(
  deps: CaptureDeps,
  tenant: TenantId,
  jobs: readonly CaptureJob[],
  locked: boolean,
): Promise<CaptureOutcome[]> {
  const now = deps.now();
  return inTransaction(deps.pool, tenant, async (tx) => {
    const outcomes = new Map<CaptureJob, CaptureOutcome>();
    const codes = new Set(jobs.flatMap((job) => job.request.lines.map((line) => line.sku)));
    const [, rows, book] = await Promise.all([
      claimKeys(tx, jobs, now, outcomes),
      tx.rows(selectCatalog, [[...codes]]),
      deps.books.open(tx, tenant),
      deps.view.foresee(tx, tenant, codes),
    ]);
    await findKnownOrders(tx, jobs, book, outcomes);
    const claims = openJobs(jobs, outcomes).flatMap(({ request }) => dropClaimOf(request) ?? []);
    const drops = await openDropSales(tx, claims, now);
    const catalog = catalogOf(rows);
    deps.view.learn(tenant, catalog.byCode);
    await decideAndWrite({ deps, tx, tenant, now, jobs, catalog, locked, drops }, book, outcomes);
    return jobs.map((job) => outcomeOf(job, outcomes));
  });
}

/** Those that were not answered before. */
function openJobs(
  jobs: readonly CaptureJob[],
  outcomes: ReadonlyMap<CaptureJob, CaptureOutcome>,
): CaptureJob[] {
  return jobs.filter((job) => !outcomes.has(job));
}

interface Batch {
  readonly deps: CaptureDeps;
  readonly tx: Tx;
  readonly tenant: TenantId;
  readonly now: Date;
  readonly jobs: readonly CaptureJob[];
  readonly catalog: CatalogOfBatch;
  readonly locked: boolean;
  readonly drops: DropSales | null;
}

async function decideAndWrite(
  batch: Batch,
  kept: LocationBook,
  outcomes: Map<CaptureJob, CaptureOutcome>,
): Promise<void> {
  const open = openJobs(batch.jobs, outcomes);
  if (open.length === 0) return batch.tx.commit(outcomeWrites(batch.jobs, outcomes));
  const { decided, world, book } = await decideBatch(batch, kept, open, outcomes);
  if (decided.length === 0) return batch.tx.commit(outcomeWrites(batch.jobs, outcomes));
  try {
    await writeCaptured({ ...batch, book }, decided, world, outcomes);
  } catch (error) {
    world.undo();
    throw error;
  }
}

type World = ReturnType<typeof captureWorld>;

/**
 * Decides the batch, on memory first. Nobody is told no from memory: whenever an order is refused
 * or short, locations and the stock of its SKUs are read, and all are decided again.
 */
async function decideBatch(
  batch: Batch,
  kept: LocationBook,
  jobs: readonly CaptureJob[],
  outcomes: Map<CaptureJob, CaptureOutcome>,
): Promise<{ decided: DecidedOrder[]; world: World; book: LocationBook }> {
  const { deps, tx, tenant } = batch;
  const catalog = batch.locked ? await lockStock(batch) : batch.catalog;
  const anew = new Set<SkuId>(batch.locked ? catalog.stocked : []);
  let book = batch.locked ? await deps.books.open(tx, tenant, true) : kept;
  let bookIsFresh = batch.locked;
  for (;;) {
    const size = book.highestNumber + 1;
    const stock = await deps.view.read(tx, tenant, catalog.stocked, size, anew);
    const world = captureWorld(catalog, stock);
    const { decided, refused, short } = await decideAll(batch, jobs, book, world, catalog);
    const doubted = [...short].filter((sku) => !anew.has(sku));
    const isCertain = short.size === 0 && [...refused.values()].every(isOfDrop);
    if (doubted.length === 0 && (bookIsFresh || isCertain)) {
      for (const [job, refusal] of refused) outcomes.set(job, refusal);
      return { decided, world, book };
    }
    world.undo();
    for (const sku of doubted) anew.add(sku);
    book = await deps.books.open(tx, tenant, true);
    bookIsFresh = true;
  }
}

/** Decided on the rows of the drop, which are locked: no memory had a say in it. */
function isOfDrop({ refused }: Refusal): boolean {
  return refused.startsWith('drop-');
}

/** Locks every level and backorder limit of the batch's SKUs, and reads the limits under the lock. */
async function lockStock({ tx, catalog }: Batch): Promise<CatalogOfBatch> {
  const skus = [...catalog.stocked].map(uuidOf);
  await Promise.all([tx.run(lockLevelsOfSkus, [skus]), tx.run(lockBackorderLimits, [skus])]);
  return catalogOf(await tx.rows(selectCatalog, [[...catalog.byCode.keys()]]));
}

async function decideAll(
  { deps, drops }: Batch,
  jobs: readonly CaptureJob[],
  book: LocationBook,
  world: World,
  catalog: CatalogOfBatch,
) {
  drops?.begin();
  const decided: DecidedOrder[] = [];
  const refused = new Map<CaptureJob, Refusal>();
  const short = new Set<SkuId>();
  await inStretches(jobs, (job) => {
    const decision = decideJob(job, book, world, deps.providers, drops);
    if (isRefusal(decision)) refused.set(job, decision);
    else decided.push(decision);
    for (const sku of shortSkus(job, decision, catalog)) short.add(sku);
  });
  return { decided, refused, short };
}

function decideJob(
  job: CaptureJob,
  book: LocationBook,
  world: World,
  providers: PaymentProviders,
  drops: DropSales | null,
): DecidedOrder | Refusal {
  const { request } = job;
  const channel = book.channels.get(request.channel);
  if (channel === undefined || !channel.active)
    return refuse('channel-unknown', `There is no active channel ${request.channel}.`, {
      channel: request.channel,
    });
  const unclear = checkPrices(request);
  if (unclear !== undefined) return unclear;
  const ranking = book.rank(channel.id, destinationOf(request));
  const fromDrop = drops?.forOrder(dropClaimOf(request), ranking);
  const order = decideCapture(
    toCaptureRequest(request, channel),
    world.forOrder(ranking, fromDrop),
  );
  if (isRefusal(order)) return order;
  const payments = paymentsOf(request, order.total.totalMinor, providers);
  if (isRefusal(payments)) return payments;
  world.apply(order);
  drops?.apply(dropClaimOf(request), job.order, order.sale);
  return { job, channel, order, payments };
}

/**
 * The SKUs behind a decision that found too little, all of the order's: had memory known more of
 * another one, a location that has everything might have been chosen.
 */
function shortSkus(
  job: CaptureJob,
  decision: DecidedOrder | Refusal,
  catalog: CatalogOfBatch,
): SkuId[] {
  if (!isRefusal(decision))
    return decision.order.backorders.length === 0
      ? []
      : decision.order.demands.map(({ sku }) => sku);
  if (decision.refused !== 'insufficient-stock') return [];
  return job.request.lines.flatMap((line) => {
    const sku = catalog.byCode.get(line.sku);
    if (sku === undefined) return [];
    return sku.components.length === 0 ? [sku.id] : sku.components.map((part) => part.sku);
  });
}

function outcomeOf(
  job: CaptureJob,
  outcomes: ReadonlyMap<CaptureJob, CaptureOutcome>,
): CaptureOutcome {
  const outcome = outcomes.get(job);
  if (outcome === undefined) throw new Error('an order of the batch was left without an outcome');
  return outcome;
}
