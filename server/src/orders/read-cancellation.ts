// What a cancellation would do to an order as it stands: decided, nothing written.

import { type OrderId, uuidOf } from '@doorstep/core/ids.ts';
import {
  type Cancellation,
  type CancellationRefusal,
  type CancellationScope,
  decideCancellation,
} from '@doorstep/core/orders/cancellation.ts';
import type { Tx } from '../db/transaction.ts';
import { type ReadUnits, readUnits } from './read-units.ts';
import { selectPayableCharges } from './sql.ts';

/** Whoever carries it out has locked the order before. */
export async function readCancellation(
  tx: Tx,
  order: OrderId,
  scope: CancellationScope,
): Promise<{ readonly units: ReadUnits; readonly decided: Cancellation | CancellationRefusal }> {
  const [units, charges] = await Promise.all([
    readUnits(tx, order),
    tx.row(selectPayableCharges, [uuidOf(order)]),
  ]);
  const lines = new Map(
    units.rows.map((row) => [
      row.number,
      { payableMinor: row.payable_minor, amountMinor: row.amount_minor },
    ]),
  );
  const money = { lines, shippingMinor: charges?.payable_minor ?? 0n };
  return { units, decided: decideCancellation(units, scope, money) };
}
