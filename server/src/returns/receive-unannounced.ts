// Records what came back where nobody says of which return: of an order, found by its tracking
// number, or of nobody knows what.

import type { BodyOf } from '@doorstep/contract/operation.ts';
import type { receiveUnannounced as operation, ReceiptAnswer } from '@doorstep/contract/returns.ts';
import { actorText } from '@doorstep/core/access/actor.ts';
import { idFromUuid, type OrderId, type ReturnId, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import { decideReceipt } from '@doorstep/core/returns/receipt.ts';
import { newId } from '../db/ids.ts';
import type { NumberLease } from '../db/lease-number.ts';
import type { CommandTx } from '../db/run-command.ts';
import type { Tx } from '../db/transaction.ts';
import { lockOrder } from '../orders/lock-order.ts';
import { selectParcelsByNumber } from '../shipping/sql.ts';
import { lockReturn } from './lock-return.ts';
import { readReturnableLines } from './read-returnable-lines.ts';
import { insertReturn, selectAwaited, selectReturnsByTracking } from './sql.ts';
import { foundItems, takeIn } from './take-in.ts';
import { takeReturnNumber } from './take-return-number.ts';

type Input = BodyOf<typeof operation>;

export async function receiveUnannounced(
  tx: CommandTx,
  numbers: NumberLease,
  input: Input,
): Promise<ReceiptAnswer | Refusal> {
  const named = input.order === undefined ? await findByTracking(tx, input) : input.order;
  const order = named === null || isReturn(named) ? null : await lockOrder(tx, named);
  if (isRefusal(order)) return order;
  const known = isReturn(named) ? named : order === null ? null : await waiting(tx, order, input);
  if (known !== null && isRefusal(known)) return known;
  const id = known ?? (await openReturn(tx, numbers, order, input));
  const back = await lockReturn(tx, id);
  return isRefusal(back) ? back : takeIn(tx, back, input);
}

function isReturn(named: string | null): named is ReturnId {
  return named?.startsWith('ret_') === true;
}

/** The return that is on its way with this number, else the last that was; or the order of a parcel. */
async function findByTracking(tx: Tx, input: Input): Promise<ReturnId | OrderId | null> {
  if (input.trackingNumber === undefined) return null;
  const returns = await tx.rows(selectReturnsByTracking, [input.trackingNumber]);
  // A number may be used again: by who asked anew after a refusal, say.
  const wanted = returns.filter(({ canceled_at }) => canceled_at === null);
  const found =
    wanted.find(({ status }) => status !== 'received') ?? wanted.at(-1) ?? returns.at(-1);
  if (found !== undefined) return idFromUuid('return', found.id);
  const [parcel] = await tx.rows(selectParcelsByNumber, [input.trackingNumber]);
  return parcel === undefined ? null : idFromUuid('order', parcel.order_id);
}

/** The oldest open return of the order that asked for one of these units. */
async function waiting(tx: Tx, order: OrderId, input: Input): Promise<ReturnId | null | Refusal> {
  const awaited = await tx.rows(selectAwaited, [uuidOf(order)]);
  if (awaited.length === 0) return null;
  const { lines } = await readReturnableLines(tx, order);
  const asked = awaited.map(({ line, units }) => ({
    line,
    requested: units,
    received: 0,
    refunded: 0,
  }));
  const found = await foundItems(tx, input.items);
  const came = decideReceipt(lines, { kind: 'requested', lines: asked }, found);
  if (isRefusal(came)) return came;
  const one = awaited.find(({ line }) => came.lines.some((units) => units.line === line));
  return one === undefined ? null : idFromUuid('return', one.return_id);
}

async function openReturn(
  tx: CommandTx,
  numbers: NumberLease,
  order: OrderId | null,
  input: Input,
): Promise<ReturnId> {
  const id = newId('return');
  const { number, text } = await takeReturnNumber(tx, numbers);
  await tx.run(insertReturn, [
    uuidOf(id),
    number,
    order === null ? null : uuidOf(order),
    null,
    input.note ?? null,
    input.trackingNumber ?? null,
    tx.now,
    actorText(tx.actor),
    0,
    text,
    null,
    null,
  ]);
  return id;
}
