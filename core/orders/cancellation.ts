// Cancellation of what has not shipped: the whole order, some lines, some units.

import type { OrderLineId, ReservationId } from '../ids.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { LineCounts, LineKind } from './order-line.ts';

export interface CancelableLine {
  readonly id: OrderLineId;
  readonly kind: LineKind;
  readonly kitLine: OrderLineId | null;
  readonly counts: LineCounts;
  /** What the buyer pays for all units of the line; 0 for a component, whose kit line carries it. */
  readonly payableMinor: bigint;
  /** Open reservations of the line, oldest first. */
  readonly reservations: readonly { readonly id: ReservationId; readonly quantity: number }[];
}

export type CancellationScope =
  | 'whole'
  | readonly { readonly line: OrderLineId; readonly quantity: number }[];

export interface CanceledLine {
  readonly line: OrderLineId;
  readonly quantity: number;
  readonly fromUnpromised: number;
  readonly fromBackordered: number;
  readonly fromReserved: number;
  readonly releases: readonly { readonly reservation: ReservationId; readonly quantity: number }[];
  /** The buyer's money for these units; rounded so that all cancellations of a line sum exactly. */
  readonly amountMinor: bigint;
}

export interface Cancellation {
  readonly lines: readonly CanceledLine[];
  /** Shipping falls away only when nothing at all is left of the order. */
  readonly shippingMinor: bigint;
  readonly amountMinor: bigint;
}

export type CancellationRefusal = Refusal<'nothing-to-cancel' | 'not-cancelable' | 'line-unknown'>;

/** Decides which units go, from where, and what money they carry. */
export function decideCancellation(
  lines: readonly CancelableLine[],
  scope: CancellationScope,
  shippingMinor: bigint,
): Cancellation | CancellationRefusal {
  const wanted = wantedUnits(lines, scope);
  if ('refused' in wanted) return wanted;
  const canceled: CanceledLine[] = [];
  for (const line of lines) {
    const quantity = wanted.units.get(line.id) ?? 0;
    if (quantity > 0) canceled.push(takeUnits(line, quantity));
  }
  if (canceled.length === 0)
    return refuse('nothing-to-cancel', 'Every unit has shipped or is canceled already.');
  const units = new Map(canceled.map((line) => [line.line, line.quantity]));
  const nothingLeft = lines.every(
    (line) => line.counts.canceled + (units.get(line.id) ?? 0) === line.counts.ordered,
  );
  const shippingBack = nothingLeft ? shippingMinor : 0n;
  return {
    lines: canceled,
    shippingMinor: shippingBack,
    amountMinor: canceled.reduce((sum, line) => sum + line.amountMinor, shippingBack),
  };
}

/** Units not yet shipped; later stages (picking, packing) narrow this. */
export function cancelableUnits(counts: LineCounts): number {
  return counts.unpromised + counts.backordered + counts.reserved;
}

function wantedUnits(
  lines: readonly CancelableLine[],
  scope: CancellationScope,
): { units: Map<OrderLineId, number> } | CancellationRefusal {
  const units = new Map<OrderLineId, number>();
  if (scope === 'whole') {
    for (const line of lines) units.set(line.id, restOf(line, lines));
    return { units };
  }
  for (const asked of scope) {
    const line = lines.find((one) => one.id === asked.line);
    if (line === undefined)
      return refuse('line-unknown', `The order has no line ${asked.line}.`, { line: asked.line });
    if (line.kind === 'component')
      return refuse('not-cancelable', 'A component goes with its kit: cancel the kit line.', {
        line: line.id,
        kitLine: line.kitLine,
      });
    const total = (units.get(line.id) ?? 0) + asked.quantity;
    const most = restOf(line, lines);
    if (total > most)
      return refuse('not-cancelable', `Only ${most} units of line ${line.id} can be canceled.`, {
        line: line.id,
        asked: total,
        cancelable: most,
      });
    units.set(line.id, total);
    for (const part of componentsOf(line, lines))
      units.set(part.id, (part.counts.ordered / line.counts.ordered) * total);
  }
  return { units };
}

/** A kit can be canceled as long as every component still can, kit by kit. */
function restOf(line: CancelableLine, lines: readonly CancelableLine[]): number {
  if (line.kind !== 'kit') return cancelableUnits(line.counts);
  const parts = componentsOf(line, lines);
  return Math.min(
    ...parts.map((part) =>
      Math.floor(cancelableUnits(part.counts) / (part.counts.ordered / line.counts.ordered)),
    ),
  );
}

function componentsOf(kit: CancelableLine, lines: readonly CancelableLine[]): CancelableLine[] {
  return kit.kind === 'kit' ? lines.filter((line) => line.kitLine === kit.id) : [];
}

/** Units nobody promised go first, the newest promise before the oldest. */
function takeUnits(line: CancelableLine, quantity: number): CanceledLine {
  const { counts } = line;
  const isKit = line.kind === 'kit';
  const fromUnpromised = isKit ? 0 : Math.min(quantity, counts.unpromised);
  const fromBackordered = isKit ? 0 : Math.min(quantity - fromUnpromised, counts.backordered);
  const fromReserved = isKit ? 0 : quantity - fromUnpromised - fromBackordered;
  const releases: { reservation: ReservationId; quantity: number }[] = [];
  let left = fromReserved;
  for (const reservation of line.reservations.toReversed()) {
    if (left === 0) break;
    const released = Math.min(left, reservation.quantity);
    releases.push({ reservation: reservation.id, quantity: released });
    left -= released;
  }
  const before = shareOf(line.payableMinor, counts.canceled, counts.ordered);
  const after = shareOf(line.payableMinor, counts.canceled + quantity, counts.ordered);
  return {
    line: line.id,
    quantity,
    fromUnpromised,
    fromBackordered,
    fromReserved,
    releases,
    amountMinor: after - before,
  };
}

/** The amount of the first `units` of a line, rounded down: the last unit carries the rest. */
function shareOf(amountMinor: bigint, units: number, ordered: number): bigint {
  return (amountMinor * BigInt(units)) / BigInt(ordered);
}
