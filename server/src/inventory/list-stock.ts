// Lists of levels, movements and reservations, a page at a time.

import type * as contract from '@doorstep/contract/inventory.ts';
import type { AnswerOf, QueryOf } from '@doorstep/contract/operation.ts';
import { type IdKind, idFromUuid, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import { type FoundSku, findSkus } from '../catalog/find-skus.ts';
import type { Tx } from '../db/transaction.ts';
import { decodeCursor, pageOf, UUID_PART } from '../http/cursor.ts';
import { type FoundLocation, findLocation } from '../locations/find-location.ts';
import { findLevel } from './find-level.ts';
import { presentLevel, readLevels } from './read-levels.ts';
import { listReservationsOfLevel, type ReservationRow } from './reservations.sql.ts';
import {
  listLevels,
  listLevelsOfLocation,
  listLevelsOfSku,
  listMovements,
  type NamedLevelRow,
} from './sql.ts';

const LOWEST = '0'.repeat(32);
const HIGHEST = 'f'.repeat(32);
const LIMIT = 50;

export async function listStockLevels(
  tx: Tx,
  query: QueryOf<typeof contract.listStockLevels>,
): Promise<AnswerOf<typeof contract.listStockLevels> | Refusal> {
  const after = decodeCursor(query.cursor, [UUID_PART, UUID_PART]);
  if (isRefusal(after)) return after;
  const location = query.location === undefined ? null : await findLocation(tx, query.location);
  if (isRefusal(location)) return location;
  const skus = query.sku === undefined ? null : await findSkus(tx, [query.sku]);
  if (isRefusal(skus)) return skus;
  const sku = skus?.get(query.sku ?? '') ?? null;
  if (sku !== null && location !== null)
    return {
      items: await readLevels(tx, [{ sku: sku.id, location: location.id }]),
      nextCursor: null,
    };
  const limit = query.limit ?? LIMIT;
  const start = [after?.[0] ?? LOWEST, after?.[1] ?? LOWEST, limit + 1];
  const rows = await levelRows(tx, start, sku, location);
  return pageOf(rows, limit, presentLevel, (row) => [bare(row.sku_id), bare(row.location_id)]);
}

function levelRows(
  tx: Tx,
  start: readonly unknown[],
  sku: FoundSku | null,
  location: FoundLocation | null,
): Promise<NamedLevelRow[]> {
  if (sku !== null) return tx.rows(listLevelsOfSku, [...start, uuidOf(sku.id)]);
  return location === null
    ? tx.rows(listLevels, start)
    : tx.rows(listLevelsOfLocation, [...start, uuidOf(location.id)]);
}

export async function listStockMovements(
  tx: Tx,
  query: QueryOf<typeof contract.listStockMovements>,
): Promise<AnswerOf<typeof contract.listStockMovements> | Refusal> {
  const found = await findLevel(tx, query);
  if (isRefusal(found)) return found;
  const level = [uuidOf(found.sku.id), uuidOf(found.location.id)];
  const after = decodeCursor(query.cursor, [/^\d{1,15}$/, UUID_PART]);
  if (isRefusal(after)) return after;
  const limit = query.limit ?? LIMIT;
  const rows = await tx.rows(listMovements, [
    ...level,
    after === null ? 'infinity' : new Date(Number(after[0])),
    after?.[1] ?? HIGHEST,
    limit + 1,
  ]);
  return pageOf(
    rows,
    limit,
    (row) => ({
      id: idFromUuid('movement', row.id),
      type: row.type as AnswerOf<typeof contract.listStockMovements>['items'][0]['type'],
      recordedAt: row.recorded_at.toISOString(),
      onHand: row.on_hand,
      reserved: row.reserved,
      allocated: row.allocated,
      damaged: row.damaged,
      qualityControl: row.quality_control,
      incoming: row.incoming,
      inTransit: row.in_transit,
      cause: idFromUuid(row.cause_kind as IdKind, row.cause),
      reason: row.reason,
      actor: row.actor,
    }),
    (row) => [String(row.recorded_at.getTime()), bare(row.id)],
  );
}

export async function listStockReservations(
  tx: Tx,
  query: QueryOf<typeof contract.listReservations>,
): Promise<AnswerOf<typeof contract.listReservations> | Refusal> {
  const found = await findLevel(tx, query);
  if (isRefusal(found)) return found;
  const level = [uuidOf(found.sku.id), uuidOf(found.location.id)];
  const after = decodeCursor(query.cursor, [UUID_PART]);
  if (isRefusal(after)) return after;
  const limit = query.limit ?? LIMIT;
  const start = [...level, after?.[0] ?? HIGHEST, limit + 1];
  const rows = await tx.rows(listReservationsOfLevel, start);
  return pageOf(
    rows,
    limit,
    (row) => ({
      id: idFromUuid('reservation', row.id),
      sku: row.sku,
      location: row.location,
      quantity: row.quantity,
      owner: {
        kind: row.owner_kind,
        id: ownerIdOf(row),
        reference: row.owner_reference,
        number: row.owner_number,
      },
      createdAt: row.created_at.toISOString(),
      expiresAt: row.expires_at?.toISOString() ?? null,
    }),
    (row) => [bare(row.id)],
  );
}

function ownerIdOf({ owner_kind, owner }: ReservationRow): string | null {
  if (owner_kind === 'order' || owner_kind === 'drop') return idFromUuid(owner_kind, owner);
  return null;
}

function bare(uuid: string): string {
  return uuid.replaceAll('-', '');
}
