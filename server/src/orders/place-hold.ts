// Puts an order, or a line of it, on hold.

import type { AnswerOf, BodyOf } from '@doorstep/contract/operation.ts';
import type { placeHold as operation } from '@doorstep/contract/order-notes.ts';
import { actorText } from '@doorstep/core/access/actor.ts';
import { idFromUuid, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { newId } from '../db/ids.ts';
import type { CommandTx } from '../db/run-command.ts';
import { lockOrder } from './lock-order.ts';
import { countHold, insertHold } from './notes.sql.ts';
import { presentHold } from './present-hold.ts';
import { selectOrderLines } from './sql.ts';

export async function placeHold(
  tx: CommandTx,
  reference: string,
  input: BodyOf<typeof operation>,
): Promise<AnswerOf<typeof operation> | Refusal> {
  const order = await lockOrder(tx, reference, input.version);
  if (isRefusal(order)) return order;
  const lines = input.line === undefined ? [] : await tx.rows(selectOrderLines, [uuidOf(order)]);
  const line = lines.find((one) => idFromUuid('orderLine', one.id) === input.line);
  if (input.line !== undefined && line === undefined)
    return refuse('line-unknown', `The order has no line ${input.line}.`, { line: input.line });

  const id = newId('hold');
  const handle = input.handle ?? id;
  const blocks = input.blocks ?? ['release'];
  const row = await tx.row(insertHold, [
    uuidOf(id),
    uuidOf(order),
    line?.number ?? null,
    input.reason,
    handle,
    input.note ?? null,
    blocks,
    actorText(tx.actor),
    tx.now,
    input.expiresAt ?? null,
  ]);
  if (row === undefined)
    return refuse('hold-handle-taken', `A hold ${handle} stands on this order.`, { handle });
  const changed = await tx.row(countHold, [uuidOf(order), 1]);
  tx.emit({
    type: 'order.held.v1',
    subject: order,
    version: changed?.version ?? 0,
    data: {
      hold: id,
      reason: input.reason,
      line: line?.number ?? null,
      blocks,
      expiresAt: input.expiresAt ?? null,
    },
  });
  return presentHold(row);
}
