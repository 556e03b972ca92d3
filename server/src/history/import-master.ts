// Products, customers, locations and stock: taken by the verbs that people use, one after the other.

import {
  type MappedMaster,
  mapCustomer,
  mapLocation,
  mapProduct,
  mapStock,
  type ProductWish,
  type StockWish,
} from '@doorstep/core/history/master-map.ts';
import type { PastCustomer } from '@doorstep/core/history/past-order.ts';
import { type CustomerId, type Id, type IdKind, idFromUuid, uuidOf } from '@doorstep/core/ids.ts';
import type { NewLocation } from '@doorstep/core/locations/location.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import { upsertSkus } from '../catalog/upsert-skus.ts';
import { changeCustomer } from '../customers/change-customer.ts';
import { createCustomer } from '../customers/create-customer.ts';
import type { CommandTx } from '../db/run-command.ts';
import { countStock } from '../inventory/count-stock.ts';
import { changeLocation } from '../locations/change-location.ts';
import { createLocation } from '../locations/create-location.ts';
import { selectLocationsByReference } from '../locations/lookup.sql.ts';
import { lockPastCustomers } from './customers.sql.ts';
import type { Decision, Handler, ImportedDocument, Outcome } from './handle-documents.ts';
import { selectOnHand } from './master.sql.ts';
import { tryOut } from './try-out.ts';
import type { Work } from './work.ts';

interface Taken {
  readonly outcome: Outcome;
  readonly reason: string | null;
  readonly entity: string | null;
}

/** A handler of rows that stand for themselves. */
function oneByOne<T>(
  kind: string,
  map: (profile: Work['profile'], rows: ImportedDocument['rows']) => MappedMaster<T>,
  take: (tx: CommandTx, wish: T) => Promise<Taken>,
): Handler {
  return async (tx, { profile }, documents, { write }) => {
    const decisions: Decision[] = [];
    for (const { place, rows } of documents) {
      const { wish, problems, warnings } = map(profile, rows);
      const taken =
        wish === null
          ? { outcome: 'refuse' as const, reason: problems[0]?.detail ?? null, entity: null }
          : await tryOut(tx, write, async (inner) => {
              const result = await take(inner, wish);
              return { result, refused: result.outcome === 'refuse' };
            });
      decisions.push({ place, kind, ...taken, problems, warnings });
    }
    return decisions;
  };
}

function refused({ detail }: Refusal): Taken {
  return { outcome: 'refuse', reason: detail, entity: null };
}

function became(before: number | undefined, after: { id: string; version: number }): Taken {
  const outcome = before === undefined ? 'create' : before === after.version ? 'skip' : 'change';
  return { outcome, reason: null, entity: uuidOf(after.id as Id<IdKind>) };
}

export const importProducts = oneByOne<ProductWish>('product', mapProduct, async (tx, wish) => {
  const { items } = await upsertSkus(tx, [wish]);
  const [item] = items;
  if (item === undefined || item.refusal !== null)
    return { outcome: 'refuse', reason: item?.refusal?.detail ?? null, entity: null };
  const outcomes = { created: 'create', changed: 'change', unchanged: 'skip', refused: 'refuse' };
  return {
    outcome: outcomes[item.outcome] as Outcome,
    reason: null,
    entity: item.id === null ? null : uuidOf(item.id as Id<'sku'>),
  };
});

export const importCustomers = oneByOne<PastCustomer>('customer', mapCustomer, async (tx, wish) => {
  const found = await tx.rows(lockPastCustomers, [
    wish.externalId === null ? [] : [wish.externalId],
    wish.email === null ? [] : [wish.email],
  ]);
  const known = found.find((row) => row.external_id === wish.externalId) ?? found[0];
  const given = Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== null));
  if (known === undefined) {
    const made = await createCustomer(tx, given);
    return isRefusal(made) ? refused(made) : became(undefined, made);
  }
  const changed = await changeCustomer(tx, idFromUuid('customer', known.id) as CustomerId, given);
  return isRefusal(changed) ? refused(changed) : became(known.version, changed);
});

export const importLocations = oneByOne<NewLocation>('location', mapLocation, async (tx, wish) => {
  const [known] = await tx.rows(selectLocationsByReference, [[wish.code], []]);
  if (known === undefined) {
    const made = await createLocation(tx, wish);
    return isRefusal(made) ? refused(made) : became(undefined, made);
  }
  // How many there were before tells whether anything changed.
  const before = await changeLocation(tx, wish.code, {});
  const changed = await changeLocation(tx, wish.code, wish);
  if (isRefusal(before)) return refused(before);
  return isRefusal(changed) ? refused(changed) : became(before.version, changed);
});

/** What is on the shelf is a count: what is promised of it stays promised. */
export const importStock = oneByOne<StockWish>('stock', mapStock, async (tx, wish) => {
  const level = await tx.row(selectOnHand, [wish.sku, wish.location]);
  if (level?.on_hand === wish.onHand) return { outcome: 'skip', reason: null, entity: null };
  const counted = await countStock(tx, {
    location: wish.location,
    lines: [{ sku: wish.sku, counted: wish.onHand }],
  });
  if (isRefusal(counted)) return refused(counted);
  return { outcome: level === undefined ? 'create' : 'change', reason: null, entity: null };
});
