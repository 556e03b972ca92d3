// Takes a transfer back, all of it or nothing: what left is where it was, and no longer on its way.

import type { TransferAnswer } from '@doorstep/contract/stock-documents.ts';
import { type Id, idFromUuid, uuidOf } from '@doorstep/core/ids.ts';
import { delta } from '@doorstep/core/inventory/movement.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { lockTransfer, markCanceled, selectTransferLines } from './documents.sql.ts';
import { lockStockLevels, moveStock, type StockMove, stockOfEvent } from './move-stock.ts';
import { readTransfer } from './read-transfer.ts';
import { transferClosed } from './transfer-closed.ts';

/** @returns refusals: `not-found`, `transfer-received`, `transfer-canceled` */
export async function cancelTransfer(
  tx: CommandTx,
  id: Id<'transfer'>,
): Promise<TransferAnswer | Refusal> {
  const transfer = await tx.row(lockTransfer, [uuidOf(id)]);
  if (transfer === undefined) return refuse('not-found', `There is no transfer ${id}.`);
  const closed = transferClosed(transfer);
  if (closed !== undefined) return closed;
  const from = idFromUuid('location', transfer.from_location);
  const to = idFromUuid('location', transfer.to_location);
  const sent = await tx.rows(selectTransferLines, [uuidOf(id)]);
  const moves = sent.flatMap(({ sku_id, quantity }): StockMove[] => {
    const sku = idFromUuid('sku', sku_id);
    return [
      { sku, location: from, type: 'called-back', delta: delta.backFromTransit(quantity) },
      { sku, location: to, type: 'called-back', delta: delta.calledBack(quantity) },
    ];
  });
  await lockStockLevels(tx, moves);
  await moveStock(tx, moves, 'fact', id);
  await tx.run(markCanceled, [uuidOf(id), tx.now]);
  tx.emit({
    type: 'transfer.canceled.v1',
    subject: id,
    version: transfer.version + 1,
    data: { from, to, stock: stockOfEvent(moves) },
  });
  return readTransfer(tx, id);
}
