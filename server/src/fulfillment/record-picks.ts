// Records what was picked and what was not there. What is short is looked for elsewhere at once: a
// picker who finds an empty shelf has told us all we need to know.

import type {
  FulfillmentOrderAnswer,
  recordPicks as operation,
} from '@doorstep/contract/fulfillment.ts';
import type { AnswerOf, BodyOf } from '@doorstep/contract/operation.ts';
import type { ShortReason } from '@doorstep/core/fulfillment/board.ts';
import { decidePicks, type PickReport } from '@doorstep/core/fulfillment/pick.ts';
import type { FulfillmentOrderId, OrderId, SkuId } from '@doorstep/core/ids.ts';
import { findLine, type OrderUnits, type UnitLine } from '@doorstep/core/orders/order-units.ts';
import { changesOf, type Step } from '@doorstep/core/orders/unit-changes.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import type { CommandTx } from '../db/run-command.ts';
import { levelKey, lockStockLevels } from '../inventory/move-stock.ts';
import { raiseCannotSource } from '../orders/raise-cannot-source.ts';
import {
  lockFreeStock,
  readFreeStock,
  type SourcingDeps,
  sourceUnits,
} from '../orders/source-units.ts';
import { writeUnits } from '../orders/write-units.ts';
import { type LockedWork, lockWork } from './lock-work.ts';
import { numberLines } from './number-lines.ts';
import { readFulfillmentOrder } from './read-fulfillment-orders.ts';

export async function recordPicks(
  tx: CommandTx,
  deps: SourcingDeps,
  work: FulfillmentOrderId,
  input: BodyOf<typeof operation>,
): Promise<AnswerOf<typeof operation> | Refusal> {
  const locked = await lockWork(tx, work, input.seen);
  if (isRefusal(locked)) return locked;
  const reports = input.lines === undefined ? null : reportsOf(locked.units, work, input.lines);
  if (isRefusal(reports)) return reports;

  const surplus = await carryOut(tx, deps, work, locked, {
    reports,
    reasons: reasonsOf(locked.units, input.lines ?? []),
  });
  const answer: FulfillmentOrderAnswer | Refusal = await readFulfillmentOrder(tx, work);
  return isRefusal(answer) ? answer : { ...answer, differences: [...surplus] };
}

type Reported = NonNullable<BodyOf<typeof operation>['lines']>[number];

function reportsOf(
  units: OrderUnits,
  work: FulfillmentOrderId,
  named: readonly Reported[],
): PickReport[] | Refusal {
  const found = numberLines(units.lines, named);
  if (isRefusal(found)) return found;
  const asked = (line: UnitLine) =>
    units.work.find((one) => one.fulfillmentOrder === work && one.line === line.number)?.counts
      .allocated ?? 0;
  return [...found].map(([line, told]) => ({
    line: line.number,
    // A line named without numbers was all there.
    picked: told.reduce(
      (sum, one) => sum + (one.picked ?? (one.short === undefined ? asked(line) : 0)),
      0,
    ),
    short: told.reduce((sum, one) => sum + (one.short ?? 0), 0),
  }));
}

/** Why units of a line were short, where somebody said so; the line is known to be of the order. */
function reasonsOf(
  units: OrderUnits,
  named: readonly Reported[],
): ReadonlyMap<number, ShortReason> {
  const reasons = new Map<number, ShortReason>();
  for (const { line: reference, short = 0, reason } of named) {
    const line = findLine(units.lines, reference);
    if (reason !== undefined && short > 0 && line !== undefined) reasons.set(line.number, reason);
  }
  return reasons;
}

interface Told {
  readonly reports: readonly PickReport[] | null;
  readonly reasons: ReadonlyMap<number, ShortReason>;
}

async function carryOut(
  tx: CommandTx,
  deps: SourcingDeps,
  work: FulfillmentOrderId,
  { order, location, units }: LockedWork,
  { reports, reasons }: Told,
): Promise<readonly { line: number; units: number }[]> {
  const skus = skusOf(units, reports?.filter((one) => one.short > 0) ?? []);
  // Every level of what is short, in one go: here it is taken off, elsewhere it is looked for.
  const stock = skus.length === 0 ? null : await lockFreeStock(tx, deps, skus, true);
  const keys = skus.map((sku) => ({ sku, location }));
  const levels = stock === null ? new Map() : await lockStockLevels(tx, keys);
  const { steps, surplus } = decidePicks(
    units,
    work,
    reports,
    (sku, place) => levels.get(levelKey({ sku, location: place }))?.shortfall ?? 0,
  );
  const after = await writeUnits(tx, order, units, changesOf(units, steps), {
    type: 'fulfillment.picked.v1',
    data: {
      fulfillmentOrder: work,
      location,
      surplus,
      ...(reasons.size === 0
        ? {}
        : { shortReasons: [...reasons].map(([line, reason]) => ({ line, reason })) }),
    },
    reason: 'short pick',
    basis: 'fact',
  });
  if (stock === null || !steps.some(({ to }) => to.place === 'short')) return surplus;
  raiseShort(tx, order, steps, reasons);
  const free = await readFreeStock(tx, deps, skus, stock.book);
  const sourced = await sourceUnits(tx, order, after, free, {
    kind: 're-sourced',
    event: 'order.sourced.v1',
    shortAt: location,
  });
  raiseCannotSource(tx, order, sourced, skus);
  return surplus;
}

function skusOf(units: OrderUnits, reports: readonly PickReport[]): SkuId[] {
  const short = new Set(reports.map((one) => one.line));
  return [
    ...new Set(units.lines.filter((one) => short.has(one.number)).flatMap(({ sku }) => sku ?? [])),
  ];
}

function raiseShort(
  tx: CommandTx,
  order: OrderId,
  steps: readonly Step[],
  reasons: ReadonlyMap<number, ShortReason>,
): void {
  for (const { from, to } of steps) {
    if (to.place !== 'short' || from.sku === null || !('fulfillmentOrder' in from)) continue;
    const { sku, location, fulfillmentOrder, line, units } = from;
    tx.raise({
      type: 'short-pick',
      cause: `${sku} ${location}`,
      about: { order, sku, location, fulfillmentOrder },
      data: { line, units, ...(reasons.has(line) ? { reason: reasons.get(line) } : {}) },
    });
  }
}
