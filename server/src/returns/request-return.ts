// Asks for units of an order to come back.

import type { BodyOf } from '@doorstep/contract/operation.ts';
import type { requestReturn as operation, ReturnAnswer } from '@doorstep/contract/returns.ts';
import { actorText } from '@doorstep/core/access/actor.ts';
import { uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import { decideReturn, type RequestedLine } from '@doorstep/core/returns/request.ts';
import type { ReturnDecision } from '@doorstep/core/returns/return.ts';
import { newId } from '../db/ids.ts';
import type { NumberLease } from '../db/lease-number.ts';
import type { CommandTx } from '../db/run-command.ts';
import { findLocation } from '../locations/find-location.ts';
import { emitOfOrder } from '../log/emit-of-order.ts';
import { lockOrder } from '../orders/lock-order.ts';
import { readReturn } from './read-return.ts';
import { type ReturnableRows, readReturnableLines } from './read-returnable-lines.ts';
import { recognizeReturn } from './recognize-return.ts';
import { insertReturn, insertReturnLines, selectAwaited } from './sql.ts';
import { takeReturnNumber } from './take-return-number.ts';

export async function requestReturn(
  tx: CommandTx,
  numbers: NumberLease,
  reference: string,
  input: BodyOf<typeof operation>,
): Promise<ReturnAnswer | Refusal> {
  const order = await lockOrder(tx, reference, input.version);
  if (isRefusal(order)) return order;
  const location = input.location === undefined ? null : await findLocation(tx, input.location);
  if (isRefusal(location)) return location;
  const rows = await readReturnableLines(tx, order);
  const awaited = new Map<number, number>();
  for (const { line, units } of await tx.rows(selectAwaited, [uuidOf(order)]))
    awaited.set(line, (awaited.get(line) ?? 0) + units);
  const decided = decideReturn(rows.lines, awaited, input.lines);
  if (isRefusal(decided)) return decided;

  const id = newId('return');
  const { number, text } = await takeReturnNumber(tx, numbers);
  const decision: ReturnDecision = input.needsApproval === true ? 'pending' : 'approved';
  await tx.run(insertReturn, [
    uuidOf(id),
    number,
    uuidOf(order),
    location === null ? null : uuidOf(location.id),
    input.note ?? null,
    input.trackingNumber ?? null,
    tx.now,
    actorText(tx.actor),
    decided.reduce((sum, line) => sum + line.quantity, 0),
    text,
    input.wish ?? 'refund',
    decision,
  ]);
  if (input.trackingNumber !== undefined) await recognizeReturn(tx, input.trackingNumber);
  await tx.run(insertReturnLines, [uuidOf(id), JSON.stringify(withSkus(decided, rows))]);
  await emitOfOrder(tx, order, 'return.requested.v1', {
    return: id,
    number: text ?? String(number),
    location: location?.id ?? null,
    wish: input.wish ?? 'refund',
    decision,
    returnLines: decided.map(({ line, quantity, reason }) => ({
      line,
      requested: quantity,
      reason,
    })),
  });
  return readReturn(tx, id);
}

function withSkus(decided: readonly RequestedLine[], { lines }: ReturnableRows): object[] {
  return decided.map((line) => {
    const sku = lines.find((one) => one.number === line.line)?.sku ?? null;
    return { ...line, sku: sku === null ? null : uuidOf(sku) };
  });
}
