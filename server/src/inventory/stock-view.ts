// A possibly stale view of availability, in memory, so that capture need not read every location's
// row of every SKU. It only proposes: what it proposes is checked when the rows are locked, and
// sold-out is never decided from it.

import { idFromUuid, type SkuId, type TenantId, uuidOf } from '@doorstep/core/ids.ts';
import type { Tx } from '../db/transaction.ts';
import { selectAvailableByLocation } from './view.sql.ts';

/** An entry older than this is read again when it is used, as far as the budget goes. */
const STALE_MS = 1_000;
/**
 * Rows read again per second and tenant, some hundredths of a core; what is beyond stays stale a
 * little longer: a shop of a million levels is read anew within minutes.
 */
const REFRESH_ROWS_PER_SECOND = 5_000;
/** SKU × location cells kept over all tenants: 4 bytes each, 64 MB. */
const CELLS_MAX = 16_000_000;
/** What an entry takes beside its cells, as cells: about 300 bytes. */
const ENTRY_CELLS = 75;

/** Units available by location number, safety stock taken off; capture takes from it directly. */
export type Available = Int32Array;

export interface StockView {
  /**
   * The tenant's entries for these SKUs. SKUs not known yet, in `anew`, or stale are read now.
   *
   * @param size one more than the highest location number
   */
  read(
    tx: Tx,
    tenant: TenantId,
    skus: Iterable<SkuId>,
    size: number,
    anew: ReadonlySet<SkuId>,
  ): Promise<Map<SkuId, Available>>;
}

interface Entry {
  available: Available;
  readAt: number;
}

interface TenantView {
  readonly entries: Map<SkuId, Entry>;
  budget: number;
  budgetAt: number;
}

export function stockView(): StockView {
  const tenants = new Map<TenantId, TenantView>();
  let cells = 0;

  function viewOf(tenant: TenantId): TenantView {
    let view = tenants.get(tenant);
    if (view === undefined) {
      view = { entries: new Map(), budget: REFRESH_ROWS_PER_SECOND, budgetAt: performance.now() };
      tenants.set(tenant, view);
    }
    return view;
  }

  return {
    async read(tx, tenant, skus, size, anew) {
      if (cells > CELLS_MAX) {
        tenants.clear();
        cells = 0;
      }
      const view = viewOf(tenant);
      const now = performance.now();
      refill(view, now);
      const found = new Map<SkuId, Available>();
      const wanted: SkuId[] = [];
      for (const sku of skus) {
        const entry = view.entries.get(sku);
        const outdated = entry === undefined || entry.available.length < size || anew.has(sku);
        if (outdated || mayRefresh(view, entry, now)) wanted.push(sku);
        else found.set(sku, entry.available);
      }
      if (wanted.length === 0) return found;
      for (const [sku, available] of await readAvailable(tx, wanted, size)) {
        const before = view.entries.get(sku);
        cells += available.length + (before === undefined ? ENTRY_CELLS : -before.available.length);
        view.entries.set(sku, { available, readAt: now });
        found.set(sku, available);
      }
      return found;
    },
  };
}

function refill(view: TenantView, now: number): void {
  const earned = ((now - view.budgetAt) / 1000) * REFRESH_ROWS_PER_SECOND;
  view.budget = Math.min(REFRESH_ROWS_PER_SECOND, view.budget + earned);
  view.budgetAt = now;
}

function mayRefresh(view: TenantView, entry: Entry, now: number): boolean {
  if (now - entry.readAt < STALE_MS || view.budget < entry.available.length) return false;
  view.budget -= entry.available.length;
  return true;
}

async function readAvailable(
  tx: Tx,
  skus: readonly SkuId[],
  size: number,
): Promise<Map<SkuId, Available>> {
  const found = new Map<SkuId, Available>(skus.map((sku) => [sku, new Int32Array(size)]));
  for (const row of await tx.rows(selectAvailableByLocation, [skus.map(uuidOf)])) {
    const available = found.get(idFromUuid('sku', row.sku_id));
    row.numbers.forEach((number, index) => {
      if (available !== undefined && number < size) available[number] = row.available[index] ?? 0;
    });
  }
  return found;
}
