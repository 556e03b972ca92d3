// A transfer arrives. What came is recorded as it is; what is missing leaves transit too.

import type { BodyOf } from '@doorstep/contract/operation.ts';
import type {
  receiveTransfer as operation,
  TransferAnswer,
} from '@doorstep/contract/stock-documents.ts';
import { type Id, idFromUuid, type SkuId, uuidOf } from '@doorstep/core/ids.ts';
import { delta } from '@doorstep/core/inventory/movement.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { findSkus } from '../catalog/find-skus.ts';
import type { CommandTx } from '../db/run-command.ts';
import {
  closeTransfer,
  lockTransfer,
  recordTransferReceipt,
  selectTransferLines,
  type TransferLineRow,
} from './documents.sql.ts';
import { lockStockLevels, moveStock, type StockMove, stockOfEvent } from './move-stock.ts';
import { readTransfer } from './read-transfer.ts';
import { transferClosed } from './transfer-closed.ts';

export async function receiveTransfer(
  tx: CommandTx,
  id: Id<'transfer'>,
  input: BodyOf<typeof operation>,
): Promise<TransferAnswer | Refusal> {
  const transfer = await tx.row(lockTransfer, [uuidOf(id)]);
  if (transfer === undefined) return refuse('not-found', `There is no transfer ${id}.`);
  const closed = transferClosed(transfer);
  if (closed !== undefined) return closed;
  const sent = await tx.rows(selectTransferLines, [uuidOf(id)]);
  const came = await unitsThatCame(tx, input, sent);
  if (isRefusal(came)) return came;

  const location = idFromUuid('location', transfer.to_location);
  const skus = new Set([...sent.map((line) => idFromUuid('sku', line.sku_id)), ...came.keys()]);
  const moves = [...skus].map((sku): StockMove => {
    const line = sent.find((one) => idFromUuid('sku', one.sku_id) === sku);
    return {
      sku,
      location,
      type: 'arrived',
      delta: delta.arrived(came.get(sku) ?? 0, line?.quantity ?? 0),
    };
  });
  await lockStockLevels(tx, moves);
  await moveStock(tx, moves, 'fact', id);
  await keepReceipt(tx, id, sent, came);
  tx.emit({
    type: 'transfer.received.v1',
    subject: id,
    version: transfer.version + 1,
    data: { to: location, stock: stockOfEvent(moves), differences: differencesOf(sent, came) },
  });
  return readTransfer(tx, id);
}

async function unitsThatCame(
  tx: CommandTx,
  input: BodyOf<typeof operation>,
  sent: readonly TransferLineRow[],
): Promise<Map<SkuId, number> | Refusal> {
  if (input.lines === undefined)
    return new Map(sent.map((line) => [idFromUuid('sku', line.sku_id), line.quantity]));
  const skus = await findSkus(tx, [...new Set(input.lines.map((line) => line.sku))]);
  if (isRefusal(skus)) return skus;
  const came = new Map<SkuId, number>();
  for (const line of input.lines) {
    const sku = skus.get(line.sku);
    if (sku !== undefined) came.set(sku.id, (came.get(sku.id) ?? 0) + line.quantity);
  }
  return came;
}

async function keepReceipt(
  tx: CommandTx,
  id: Id<'transfer'>,
  sent: readonly TransferLineRow[],
  came: ReadonlyMap<SkuId, number>,
): Promise<void> {
  const rows = sent.map((line) => ({
    sku: line.sku_id,
    received: came.get(idFromUuid('sku', line.sku_id)) ?? 0,
  }));
  await tx.run(recordTransferReceipt, [uuidOf(id), JSON.stringify(rows)]);
  await tx.run(closeTransfer, [uuidOf(id), tx.now]);
}

function differencesOf(
  sent: readonly TransferLineRow[],
  came: ReadonlyMap<SkuId, number>,
): { sku: SkuId; sent: number; received: number }[] {
  const units = new Map<SkuId, number>(
    sent.map((line) => [idFromUuid('sku', line.sku_id), line.quantity]),
  );
  for (const sku of came.keys()) if (!units.has(sku)) units.set(sku, 0);
  return [...units]
    .map(([sku, quantity]) => ({ sku, sent: quantity, received: came.get(sku) ?? 0 }))
    .filter((line) => line.sent !== line.received);
}
