// Reserves stock for a cart, a quote or another owner outside an order.

import type { reserveStock as operation, ReservationAnswer } from '@doorstep/contract/inventory.ts';
import type { BodyOf } from '@doorstep/contract/operation.ts';
import { uuidOf } from '@doorstep/core/ids.ts';
import { delta } from '@doorstep/core/inventory/movement.ts';
import { availableUnits } from '@doorstep/core/inventory/stock-level.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { newId } from '../db/ids.ts';
import { writeRows } from '../db/row-set.ts';
import type { CommandTx } from '../db/run-command.ts';
import { findLevel } from './find-level.ts';
import {
  levelKey,
  lockStockLevels,
  moveStock,
  type StockMove,
  stockOfEvent,
} from './move-stock.ts';
import { insertReservations } from './reservations.sql.ts';

export async function reserveStock(
  tx: CommandTx,
  input: BodyOf<typeof operation>,
): Promise<ReservationAnswer | Refusal> {
  const found = await findLevel(tx, input);
  if (isRefusal(found)) return found;
  const { sku, location } = found;

  const key = { sku: sku.id, location: location.id };
  const level = (await lockStockLevels(tx, [key])).get(levelKey(key));
  const available = level === undefined ? 0 : availableUnits(level, level.safetyStock);
  if (input.quantity > available)
    return refuse('insufficient-stock', `Only ${Math.max(0, available)} are available.`, {
      skus: [
        {
          sku: sku.code,
          requested: input.quantity,
          available: Math.max(0, available),
          backorderRoom: 0,
        },
      ],
    });

  const id = newId('reservation');
  const expiresAt =
    input.expiresInSeconds === undefined
      ? null
      : new Date(tx.now.getTime() + input.expiresInSeconds * 1000);
  const moves: StockMove[] = [{ ...key, type: 'reserved', delta: delta.reserved(input.quantity) }];
  await moveStock(tx, moves, 'promise', id);
  const row = {
    id: uuidOf(id),
    sku: uuidOf(sku.id),
    location: uuidOf(location.id),
    quantity: input.quantity,
    kind: input.owner.kind,
    owner: uuidOf(id), // an owner outside has no id here: the reservation stands for it
    reference: input.owner.reference,
    expires: expiresAt,
  };
  await writeRows(tx, insertReservations, [row], tx.now);
  tx.emit({
    type: 'reservation.made.v1',
    subject: id,
    version: 1,
    data: { owner: { kind: input.owner.kind }, expiresAt, stock: stockOfEvent(moves) },
  });
  return {
    id,
    sku: sku.code,
    location: location.code,
    quantity: input.quantity,
    owner: { kind: input.owner.kind, id: null, reference: input.owner.reference, number: null },
    createdAt: tx.now.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
  };
}
