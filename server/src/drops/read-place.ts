// A place in the queue, with its honest position: how many buyers are ahead, and what they want.

import type { PlaceAnswer } from '@doorstep/contract/drop-room.ts';
import { type DropId, type DropPlaceId, idFromUuid, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { Tx } from '../db/transaction.ts';
import type { DropVerb } from './drop-job.ts';
import { type PlaceRow, selectPlaces } from './holds.sql.ts';
import { aheadOf, type QueueLine, type QueueLines } from './queue-lines.ts';
import { readHold } from './read-hold.ts';

/** Places of many who look at the same time. */
export function readPlace(lines: QueueLines): DropVerb<DropPlaceId, PlaceAnswer> {
  return async (tx, drop, ids) => {
    const places = await readPlaces(tx, lines.read, drop, ids);
    return ids.map((id) => places.get(id) ?? placeNotFound(id));
  };
}

/** Those of them that are there, by their ids. */
export async function readPlaces(
  tx: Tx,
  readLine: QueueLines['read'],
  drop: DropId,
  ids: readonly DropPlaceId[],
): Promise<Map<DropPlaceId, PlaceAnswer>> {
  const rows = await tx.rows(selectPlaces, [[...new Set(ids)].map(uuidOf), uuidOf(drop)]);
  const lines = new Map<string, QueueLine>();
  const places = new Map<DropPlaceId, PlaceAnswer>();
  for (const row of rows) {
    let line = lines.get(row.sku_id);
    if (row.state === 'waiting' && line === undefined) {
      line = await readLine(tx, drop, idFromUuid('sku', row.sku_id));
      lines.set(row.sku_id, line);
    }
    const place = await presentPlace(tx, drop, row, line);
    places.set(place.id, place);
  }
  return places;
}

async function presentPlace(
  tx: Tx,
  drop: DropId,
  row: PlaceRow,
  line: QueueLine | undefined,
): Promise<PlaceAnswer & { readonly id: DropPlaceId }> {
  const ahead =
    row.state === 'waiting' && line !== undefined ? aheadOf(line, Number(row.number)) : undefined;
  const offer =
    row.state === 'offered' && row.hold_id !== null
      ? await readHold(tx, drop, idFromUuid('dropHold', row.hold_id))
      : null;
  return {
    id: idFromUuid('dropPlace', row.id),
    drop,
    sku: row.sku,
    quantity: row.quantity,
    state: row.state,
    position: ahead === undefined ? null : ahead.places + 1,
    unitsAhead: ahead === undefined ? null : ahead.units,
    offer: isRefusal(offer) ? null : offer,
    joinedAt: row.joined_at.toISOString(),
  };
}

export function placeNotFound(id: DropPlaceId): Refusal {
  return refuse('not-found', `There is no place ${id} in the queue of this drop.`);
}
