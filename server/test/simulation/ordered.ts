// What an order is when its life begins: its lines, what is promised to them, and what they cost.

import type { PoolUnits } from '@doorstep/core/drops/drop.ts';
import type { OrderLineId, ReservationId } from '@doorstep/core/ids.ts';
import type { CapturedOrder } from '@doorstep/core/orders/capture.ts';
import { payable } from '@doorstep/core/orders/order-total.ts';
import type { OrderUnits, UnitLine } from '@doorstep/core/orders/order-units.ts';

export const PRICES_INCLUDE_TAX = true;
export const NO_MONEY = { payableMinor: 0n, amountMinor: 0n };

export type LineMoney = typeof NO_MONEY;

export function moneyOf(order: CapturedOrder): Map<number, LineMoney> {
  return new Map(
    order.lines.map((line, index) => [
      index + 1,
      {
        payableMinor: line.kind === 'component' ? 0n : payable(line, PRICES_INCLUDE_TAX),
        amountMinor: line.amountMinor,
      },
    ]),
  );
}

export function lineAt(lines: readonly UnitLine[], place: number): number {
  return lines[place % lines.length]?.number ?? 1;
}

export function unitsOf(name: string, order: CapturedOrder): OrderUnits {
  return {
    lines: order.lines.map((line, index) => ({
      id: `oln_${name}_${index + 1}` as OrderLineId,
      number: index + 1,
      kind: line.kind,
      kitLine: line.kitLine === null ? null : line.kitLine + 1,
      sku: line.sku,
      counts: {
        ordered: line.quantity,
        canceled: 0,
        unpromised: line.unpromised,
        backordered: line.backordered,
        reserved: line.reserved,
        allocated: 0,
        picked: 0,
        packed: 0,
        shipped: 0,
        delivered: 0,
        returned: 0,
        overshipped: 0,
      },
    })),
    reservations: order.reservations.map((one, index) => ({
      id: `rsv_${name}_${index + 1}` as ReservationId,
      line: one.line + 1,
      sku: one.sku,
      location: one.location.id,
      quantity: one.quantity,
      fulfillmentOrder: null,
    })),
    work: [],
    parcels: [],
  };
}

/** How many units of each reservation are not among those taken. */
export function beyond(
  reservations: OrderUnits['reservations'],
  taken: readonly PoolUnits[],
): [OrderUnits['reservations'][number], number][] {
  const left = taken.map((cell) => ({ ...cell }));
  return reservations.map((one) => {
    let open = one.quantity;
    for (const cell of left.filter((c) => c.sku === one.sku && c.location === one.location)) {
      const units = Math.min(open, cell.units);
      cell.units -= units;
      open -= units;
    }
    return [one, open];
  });
}
