// Takes in what came back: items, lines, stock, the event, and what people have to look at.

import type { BodyOf } from '@doorstep/contract/operation.ts';
import type { receiveReturn as operation, ReceiptAnswer } from '@doorstep/contract/returns.ts';
import { actorText } from '@doorstep/core/access/actor.ts';
import { idFromUuid, parseId, type SkuId, uuidOf } from '@doorstep/core/ids.ts';
import { delta } from '@doorstep/core/inventory/movement.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import {
  decideReceipt,
  type ExpectedReturn,
  type FoundAs,
  type FoundItem,
  type Receipt,
  type ReceivedItem,
} from '@doorstep/core/returns/receipt.ts';
import { selectSkusByReference } from '../catalog/lookup.sql.ts';
import { newId } from '../db/ids.ts';
import type { CommandTx } from '../db/run-command.ts';
import type { Tx } from '../db/transaction.ts';
import {
  lockStockLevels,
  moveStock,
  type StockMove,
  stockOfEvent,
} from '../inventory/move-stock.ts';
import { type FoundLocation, findLocation } from '../locations/find-location.ts';
import { emitOfOrder } from '../log/emit-of-order.ts';
import { clearRefundedEarly } from './clear-refunded-early.ts';
import { giveBack } from './give-back.ts';
import type { LockedReturn } from './lock-return.ts';
import { readReturn } from './read-return.ts';
import { type ReturnableRows, readReturnableLines } from './read-returnable-lines.ts';
import { recognizeReturn } from './recognize-return.ts';
import { settleReturns } from './settle-returns.ts';
import { showDifferences } from './show-differences.ts';
import {
  countReceived,
  countReturned,
  insertReturnItems,
  receiveReturnLines,
  selectReturnLines,
} from './sql.ts';

export type ReceiptInput = BodyOf<typeof operation>;

const NO_ORDER: ReturnableRows = { lines: [], rows: [] };

/** The return must be locked by this transaction. */
export async function takeIn(
  tx: CommandTx,
  back: LockedReturn,
  input: ReceiptInput,
): Promise<ReceiptAnswer | Refusal> {
  const location = await findLocation(tx, input.location);
  if (isRefusal(location)) return location;
  const { lines } = back.order === null ? NO_ORDER : await readReturnableLines(tx, back.order);
  const found = await foundItems(tx, input.items);
  const receipt = decideReceipt(lines, await expectedOf(tx, back), found);
  if (isRefusal(receipt)) return receipt;

  const moves = receipt.items.flatMap((item) => movesOf(item, location));
  if (moves.length > 0) {
    await lockStockLevels(tx, moves);
    await moveStock(tx, moves, 'fact', back.id, 'returned');
  }
  const items = receipt.items.map((item) => ({ ...item, id: newId('returnItem') }));
  const version = await writeReceipt(tx, back, location, receipt, items, input.trackingNumber);
  const told = {
    location: location.id,
    items: items.map(({ id, line, sku, quantity, condition, disposition }) => ({
      ...{ item: id, line, sku, quantity, condition, disposition },
    })),
    differences: receipt.differences,
    stock: stockOfEvent(moves),
  };
  const number = back.row.number;
  if (back.order === null)
    tx.emit({
      type: 'return.received_without_order.v1',
      subject: back.id,
      version: version ?? 0,
      data: { number, ...told },
    });
  else
    await emitOfOrder(tx, back.order, 'return.received.v1', {
      return: back.id,
      number,
      lines: receipt.lines.map(({ line, units, beyondShipped }) => ({
        line,
        returned: units,
        beyondShipped,
      })),
      ...told,
    });
  if (input.trackingNumber !== undefined) await recognizeReturn(tx, input.trackingNumber);
  await showDifferences(tx, back, receipt, lines, input.trackingNumber);
  const refundedMinor = input.refund === true ? await refundWhatCame(tx, back) : 0n;
  if (back.order !== null) {
    await settleReturns(tx, back.order);
    await clearRefundedEarly(tx, back.order);
  }
  const answer = await readReturn(tx, back.id);
  if (isRefusal(answer)) return answer;
  return {
    return: answer,
    differences: receipt.differences.map((difference) => ({ ...difference })),
    refundedMinor: Number(refundedMinor),
  };
}

/** What was received is received, whether anything of it is to be refunded or not. */
async function refundWhatCame(tx: CommandTx, back: LockedReturn): Promise<bigint> {
  const given = await giveBack(tx, back, {});
  return isRefusal(given) ? 0n : given.amountMinor;
}

async function expectedOf(tx: Tx, { id, order, row }: LockedReturn): Promise<ExpectedReturn> {
  if (order === null) return { kind: 'without-order' };
  if (row.requested === 0) return { kind: 'unannounced' };
  const lines = await tx.rows(selectReturnLines, [uuidOf(id)]);
  return { kind: row.canceled_at === null ? 'requested' : 'canceled', lines };
}

/** A code that the catalog does not know is what was written on the item, and no less a fact. */
export async function foundItems(tx: Tx, items: ReceiptInput['items']): Promise<FoundItem[]> {
  const codes = [...new Set(items.flatMap(({ sku }) => (sku === undefined ? [] : [sku])))];
  const known = new Map<string, SkuId>();
  if (codes.length > 0) {
    const ids = codes.flatMap((code) => parseId('sku', code) ?? []);
    for (const row of await tx.rows(selectSkusByReference, [codes, ids.map(uuidOf)])) {
      const sku = idFromUuid('sku', row.id);
      known.set(row.code, sku);
      known.set(sku, sku);
    }
  }
  return items.map(({ quantity, condition, disposition, note, ...names }) => ({
    as: namedAs(names, known),
    quantity,
    condition,
    disposition,
    note: note ?? null,
  }));
}

function namedAs(
  { line, sku, label }: Pick<ReceiptInput['items'][number], 'line' | 'sku' | 'label'>,
  known: ReadonlyMap<string, SkuId>,
): FoundAs {
  if (line !== undefined) return { line };
  if (sku !== undefined) return { code: sku, sku: known.get(sku) ?? null };
  return { label: label ?? null };
}

/** What is thrown away, or never arrived, was never on hand. */
function movesOf(item: ReceivedItem, location: FoundLocation): StockMove[] {
  const { sku, quantity, disposition } = item;
  if (sku === null || disposition === 'discard' || disposition === 'lost') return [];
  const state =
    disposition === 'restock'
      ? null
      : disposition === 'damaged'
        ? 'damaged'
        : ('qualityControl' as const);
  return [{ sku, location: location.id, type: 'returned', delta: delta.returned(quantity, state) }];
}

async function writeReceipt(
  tx: CommandTx,
  back: LockedReturn,
  location: FoundLocation,
  receipt: Receipt,
  items: readonly (ReceivedItem & { readonly id: Parameters<typeof uuidOf>[0] })[],
  trackingNumber: string | undefined,
): Promise<number | null> {
  const itemRows = items.map((item) => ({ ...item, id: uuidOf(item.id), sku: bare(item.sku) }));
  const lineRows = receipt.lines.map((line) => ({
    ...line,
    sku: bare(receipt.items.find((item) => item.line === line.line)?.sku ?? null),
  }));
  const [counted] = await Promise.all([
    tx.row(countReceived, [
      uuidOf(back.id),
      receipt.units,
      receipt.unexpected,
      uuidOf(location.id),
      tx.now,
      trackingNumber ?? null,
    ]),
    tx.run(insertReturnItems, [
      uuidOf(back.id),
      JSON.stringify(itemRows),
      uuidOf(location.id),
      tx.now,
      actorText(tx.actor),
    ]),
    tx.run(receiveReturnLines, [uuidOf(back.id), JSON.stringify(lineRows)]),
    ...(back.order === null
      ? []
      : [tx.run(countReturned, [uuidOf(back.order), JSON.stringify(receipt.lines)])]),
  ]);
  return counted?.version ?? null;
}

function bare(sku: SkuId | null): string | null {
  return sku === null ? null : uuidOf(sku);
}
