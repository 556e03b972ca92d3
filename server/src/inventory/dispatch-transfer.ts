// Sends stock to another location: it leaves here now and is in transit there.

import type { BodyOf } from '@doorstep/contract/operation.ts';
import type {
  dispatchTransfer as operation,
  TransferAnswer,
} from '@doorstep/contract/stock-documents.ts';
import { type SkuId, uuidOf } from '@doorstep/core/ids.ts';
import { delta } from '@doorstep/core/inventory/movement.ts';
import { availableUnits } from '@doorstep/core/inventory/stock-level.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { type FoundSku, findSkus } from '../catalog/find-skus.ts';
import { newId } from '../db/ids.ts';
import type { CommandTx } from '../db/run-command.ts';
import { type FoundLocation, findLocation } from '../locations/find-location.ts';
import { insertTransfer, insertTransferLines } from './documents.sql.ts';
import {
  levelKey,
  lockStockLevels,
  moveStock,
  type StockMove,
  stockOfEvent,
} from './move-stock.ts';
import { readTransfer } from './read-transfer.ts';

export async function dispatchTransfer(
  tx: CommandTx,
  input: BodyOf<typeof operation>,
): Promise<TransferAnswer | Refusal> {
  const from = await findLocation(tx, input.from);
  if (isRefusal(from)) return from;
  const to = await findLocation(tx, input.to);
  if (isRefusal(to)) return to;
  if (from.id === to.id) return refuse('validation-failed', 'A transfer goes to another location.');
  const skus = await findSkus(tx, [...new Set(input.lines.map((line) => line.sku))]);
  if (isRefusal(skus)) return skus;

  const units = new Map<FoundSku, number>();
  for (const line of input.lines) {
    const sku = skus.get(line.sku);
    if (sku !== undefined) units.set(sku, (units.get(sku) ?? 0) + line.quantity);
  }
  const moves = await decideMoves(tx, from, to, units);
  if ('refused' in moves) return moves;

  const id = newId('transfer');
  await moveStock(tx, moves, 'promise', id);
  await tx.run(insertTransfer, [
    uuidOf(id),
    uuidOf(from.id),
    uuidOf(to.id),
    input.reference ?? null,
    tx.now,
  ]);
  const rows = [...units].map(([sku, quantity]) => ({ sku: uuidOf(sku.id), quantity }));
  await tx.run(insertTransferLines, [uuidOf(id), JSON.stringify(rows)]);
  tx.emit({
    type: 'transfer.dispatched.v1',
    subject: id,
    version: 1,
    data: { from: from.id, to: to.id, stock: stockOfEvent(moves) },
  });
  return readTransfer(tx, id);
}

async function decideMoves(
  tx: CommandTx,
  from: FoundLocation,
  to: FoundLocation,
  units: ReadonlyMap<FoundSku, number>,
): Promise<StockMove[] | Refusal> {
  const keys = [...units.keys()].flatMap(({ id }) => [
    { sku: id, location: from.id },
    { sku: id, location: to.id },
  ]);
  const levels = await lockStockLevels(tx, keys);
  const moves: StockMove[] = [];
  for (const [sku, quantity] of units) {
    const level = levels.get(levelKey({ sku: sku.id, location: from.id }));
    const available = level === undefined ? 0 : availableUnits(level, 0);
    if (quantity > available)
      return refuse(
        'stock-would-be-negative',
        `Only ${Math.max(0, available)} of ${sku.code} at ${from.code} are not promised.`,
        { sku: sku.code, available: Math.max(0, available) },
      );
    moves.push(...legs(sku.id, from, to, quantity));
  }
  return moves;
}

function legs(sku: SkuId, from: FoundLocation, to: FoundLocation, quantity: number): StockMove[] {
  return [
    { sku, location: from.id, type: 'dispatched', delta: delta.dispatched(quantity) },
    { sku, location: to.id, type: 'arriving', delta: delta.arriving(quantity) },
  ];
}
