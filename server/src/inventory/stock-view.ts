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
   * Reads again what has become stale of the SKUs that these codes stood for when they were last
   * learned: sent along with what is asked first, it saves who comes to `read` a round trip.
   */
  foresee(tx: Tx, tenant: TenantId, codes: Iterable<string>): Promise<void>;
  /** What codes stand for: themselves, or the components of a kit. */
  learn(tenant: TenantId, byCode: ReadonlyMap<string, NamedSku>): void;
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

interface NamedSku {
  readonly id: SkuId;
  readonly components: readonly { readonly sku: SkuId }[];
}

interface Entry {
  available: Available;
  readAt: number;
}

interface TenantView {
  readonly entries: Map<SkuId, Entry>;
  readonly skusOfCode: Map<string, readonly SkuId[]>;
  budget: number;
  budgetAt: number;
}

export function stockView(): StockView {
  const views = tenantViews();

  async function readInto(
    view: TenantView,
    tx: Tx,
    skus: readonly SkuId[],
    size: number,
  ): Promise<Map<SkuId, Available>> {
    const readAt = performance.now();
    const found = await readAvailable(tx, skus, size);
    for (const [sku, available] of found) {
      const before = view.entries.get(sku);
      views.grow(
        available.length + (before === undefined ? ENTRY_CELLS : -before.available.length),
      );
      view.entries.set(sku, { available, readAt });
    }
    return found;
  }

  return {
    async foresee(tx, tenant, codes) {
      const { view, now } = views.of(tenant);
      const stale = new Set<SkuId>();
      let size = 0;
      for (const code of codes)
        for (const sku of view.skusOfCode.get(code) ?? []) {
          const entry = view.entries.get(sku);
          if (entry === undefined || stale.has(sku) || !mayRefresh(view, entry, now)) continue;
          stale.add(sku);
          size = Math.max(size, entry.available.length);
        }
      if (stale.size > 0) await readInto(view, tx, [...stale], size);
    },
    learn(tenant, byCode) {
      const { skusOfCode } = views.of(tenant).view;
      for (const [code, { id, components }] of byCode) {
        // A kit that has changed since costs a round trip at most.
        if (skusOfCode.has(code)) continue;
        views.grow(ENTRY_CELLS);
        skusOfCode.set(code, components.length === 0 ? [id] : components.map(({ sku }) => sku));
      }
    },
    async read(tx, tenant, skus, size, anew) {
      const { view, now } = views.of(tenant);
      const found = new Map<SkuId, Available>();
      const wanted: SkuId[] = [];
      for (const sku of skus) {
        const entry = view.entries.get(sku);
        const outdated = entry === undefined || entry.available.length < size || anew.has(sku);
        if (outdated || mayRefresh(view, entry, now)) wanted.push(sku);
        else found.set(sku, entry.available);
      }
      if (wanted.length === 0) return found;
      for (const [sku, available] of await readInto(view, tx, wanted, size))
        found.set(sku, available);
      return found;
    },
  };
}

/** What is known of all tenants; forgotten when it is too much. */
function tenantViews() {
  const tenants = new Map<TenantId, TenantView>();
  let cells = 0;
  return {
    /** @returns the view, its budget filled up to now */
    of(tenant: TenantId): { readonly view: TenantView; readonly now: number } {
      if (cells > CELLS_MAX) {
        tenants.clear();
        cells = 0;
      }
      const now = performance.now();
      let view = tenants.get(tenant);
      if (view === undefined) {
        const budget = REFRESH_ROWS_PER_SECOND;
        view = { entries: new Map(), skusOfCode: new Map(), budget, budgetAt: now };
        tenants.set(tenant, view);
      }
      refill(view, now);
      return { view, now };
    },
    grow(more: number): void {
      cells += more;
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
