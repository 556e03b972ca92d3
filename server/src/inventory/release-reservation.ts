// Gives reserved stock back before it lapses.

import { type Id, idFromUuid, uuidOf } from '@doorstep/core/ids.ts';
import { delta } from '@doorstep/core/inventory/movement.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { lockStockLevels, moveStock, type StockMove, stockOfEvent } from './move-stock.ts';
import { deleteReservation, lockReservation } from './reservations.sql.ts';

export async function releaseReservation(
  tx: CommandTx,
  id: Id<'reservation'>,
): Promise<undefined | Refusal> {
  const row = await tx.row(lockReservation, [uuidOf(id)]);
  if (row === undefined) return refuse('not-found', `There is no open reservation ${id}.`);
  const moves: StockMove[] = [
    {
      sku: idFromUuid('sku', row.sku_id),
      location: idFromUuid('location', row.location_id),
      type: 'released',
      delta: delta.released(row.quantity),
    },
  ];
  await lockStockLevels(tx, moves);
  await moveStock(tx, moves, 'promise', id);
  await tx.run(deleteReservation, [uuidOf(id)]);
  tx.emit({
    type: 'reservation.released.v1',
    subject: id,
    version: 2,
    data: { stock: stockOfEvent(moves) },
  });
  return undefined;
}
