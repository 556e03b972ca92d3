// Takes back what was reserved until a time that has come.

import { idFromUuid, uuidOf } from '@doorstep/core/ids.ts';
import { delta } from '@doorstep/core/inventory/movement.ts';
import type { CommandTx } from '../db/run-command.ts';
import { lockStockLevels, moveStock, type StockMove, stockOfEvent } from './move-stock.ts';
import { deleteReservations, lockDueReservations } from './reservations.sql.ts';

/** Reservations lapsed in one transaction; the rest follows in the next. */
const LAPSED_MAX = 500;

/** @returns how many lapsed; call again while it is not 0 */
export async function lapseReservations(tx: CommandTx): Promise<number> {
  const due = await tx.rows(lockDueReservations, [tx.now, LAPSED_MAX]);
  if (due.length === 0) return 0;
  const lapsed = due.map((row) => ({
    id: idFromUuid('reservation', row.id),
    move: {
      sku: idFromUuid('sku', row.sku_id),
      location: idFromUuid('location', row.location_id),
      type: 'released',
      delta: delta.released(row.quantity),
    } satisfies StockMove,
  }));
  await lockStockLevels(
    tx,
    lapsed.map(({ move }) => move),
  );
  for (const { id, move } of lapsed) {
    await moveStock(tx, [move], 'promise', id, 'lapsed');
    tx.emit({
      type: 'reservation.lapsed.v1',
      subject: id,
      version: 2,
      data: { stock: stockOfEvent([move]) },
    });
  }
  await tx.run(deleteReservations, [lapsed.map(({ id }) => uuidOf(id))]);
  return lapsed.length;
}
