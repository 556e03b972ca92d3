// Matches lines of the past that name a SKU the catalog did not have with one that it has now.

import type { matchSku as operation } from '@doorstep/contract/imports.ts';
import type { LogEvent } from '@doorstep/contract/log.ts';
import type { AnswerOf, BodyOf } from '@doorstep/contract/operation.ts';
import { idFromUuid, parseId, type SkuId, uuidOf } from '@doorstep/core/ids.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import {
  bumpVersions,
  matchDocumentLines,
  matchOrderLines,
  selectSkuToMatch,
  selectUnmatchedOrders,
} from './match.sql.ts';

/** Orders in one transaction. */
const ORDERS_TOGETHER = 1000;

/** @returns refusal: `sku-unknown` */
export async function matchSku(
  tx: CommandTx,
  { code, sku: reference }: BodyOf<typeof operation>,
): Promise<AnswerOf<typeof operation> | Refusal> {
  const id = parseId('sku', reference);
  const sku = await tx.row(selectSkuToMatch, [reference, id === undefined ? null : uuidOf(id)]);
  if (sku === undefined) return refuse('sku-unknown', `There is no SKU ${reference}.`);
  return matchLines(tx, code, idFromUuid('sku', sku.id));
}

/** Lines whose code is that of a SKU that was just made; the rest is matched in the next round. */
export async function matchNewSku(tx: CommandTx, event: LogEvent): Promise<boolean> {
  const code = event.data['code'];
  if (event.type !== 'sku.created.v1' || typeof code !== 'string') return false;
  return (await matchLines(tx, code, event.subject as SkuId)).remaining;
}

async function matchLines(
  tx: CommandTx,
  code: string,
  sku: SkuId,
): Promise<AnswerOf<typeof operation>> {
  const orders = await tx.rows(selectUnmatchedOrders, [code, ORDERS_TOGETHER]);
  const ids = orders.map(({ id }) => id);
  const lines = await tx.rows(matchOrderLines, [ids, code, uuidOf(sku)]);
  const documents = await tx.run(matchDocumentLines, [code, uuidOf(sku)]);
  const ofOrder = Map.groupBy(lines, (line) => line.order_id);
  for (const { id, version } of await tx.rows(bumpVersions, [ids]))
    tx.emit({
      type: 'order.skus_matched.v1',
      subject: idFromUuid('order', id),
      version,
      data: { matches: (ofOrder.get(id) ?? []).map(({ number }) => ({ line: number, sku })) },
    });
  return { lines: lines.length + documents, remaining: orders.length === ORDERS_TOGETHER };
}
