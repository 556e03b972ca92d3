// A place in the queue, with its honest position: how many buyers are ahead, and what they want.

import type { PlaceAnswer } from '@doorstep/contract/drop-room.ts';
import { type DropId, type DropPlaceId, idFromUuid, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { Tx } from '../db/transaction.ts';
import { countAhead, selectPlace } from './holds.sql.ts';
import { readHold } from './read-hold.ts';

export async function readPlace(
  tx: Tx,
  drop: DropId,
  id: DropPlaceId,
): Promise<PlaceAnswer | Refusal> {
  const row = await tx.row(selectPlace, [uuidOf(id), uuidOf(drop)]);
  if (row === undefined) return placeNotFound(id);
  const ahead =
    row.state === 'waiting'
      ? await tx.row(countAhead, [row.drop_id, row.sku_id, row.number])
      : undefined;
  const offer =
    row.state === 'offered' && row.hold_id !== null
      ? await readHold(tx, drop, idFromUuid('dropHold', row.hold_id))
      : null;
  return {
    id,
    drop,
    sku: row.sku,
    quantity: row.quantity,
    state: row.state,
    position: ahead === undefined ? null : ahead.ahead + 1,
    unitsAhead: ahead === undefined ? null : Number(ahead.units),
    offer: isRefusal(offer) ? null : offer,
    joinedAt: row.joined_at.toISOString(),
  };
}

export function placeNotFound(id: DropPlaceId): Refusal {
  return refuse('not-found', `There is no place ${id} in the queue of this drop.`);
}
