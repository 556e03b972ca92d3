// Says what a cancellation would do.

import type { AnswerOf, BodyOf } from '@doorstep/contract/operation.ts';
import type { previewCancellation as operation } from '@doorstep/contract/previews.ts';
import { idFromUuid, uuidOf } from '@doorstep/core/ids.ts';
import { type Cancellation, restOf } from '@doorstep/core/orders/cancellation.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import type { Tx } from '../db/transaction.ts';
import { foreseeMoney } from './foresee-money.ts';
import { readCancellation } from './read-cancellation.ts';
import { readSeenOrder } from './read-seen-order.ts';
import type { ReadUnits } from './read-units.ts';
import { selectDropOfOrder, selectLocationCodesById } from './sql.ts';

type Preview = AnswerOf<typeof operation>;

export async function previewCancellation(
  tx: Tx,
  reference: string,
  input: BodyOf<typeof operation>,
): Promise<Preview | Refusal> {
  const seen = await readSeenOrder(tx, reference, input.version);
  if (isRefusal(seen)) return seen;
  const { order } = seen;
  const { units, decided } = await readCancellation(tx, order, input.lines ?? 'whole');
  if (isRefusal(decided)) return decided;
  const canceled = decided.changes.lines
    .filter((change) => !isKit(units, change.line))
    .reduce((sum, change) => sum + (change.canceled ?? 0), 0);
  const left = units.lines.filter((line) => line.kind !== 'kit');
  const [money, moved, drop] = await Promise.all([
    foreseeMoney(tx, order, { canceledMinor: decided.amountMinor, grantedMinor: 0n, canceled }),
    whereUnitsGo(tx, units, decided),
    tx.row(selectDropOfOrder, [uuidOf(order)]),
  ]);
  return {
    order,
    version: seen.version,
    currency: seen.currency,
    amountMinor: Number(decided.amountMinor),
    shippingMinor: Number(decided.shippingMinor),
    ...money,
    lines: decided.lines.map(({ line, quantity, amountMinor }) => ({
      line,
      quantity,
      amountMinor: Number(amountMinor),
    })),
    ...moved,
    drop: drop === undefined ? null : idFromUuid('drop', drop.id),
    nothingLeft:
      left.reduce((sum, { counts }) => sum + counts.ordered - counts.canceled, 0) === canceled,
    cancelable: units.lines
      .filter((line) => line.kind !== 'component')
      .map((line) => ({ line: line.number, quantity: restOf(line, units.lines) })),
  };
}

function isKit({ lines }: ReadUnits, number: number): boolean {
  return lines.find((line) => line.number === number)?.kind === 'kit';
}

/** What is promised is free again where it lies; what left its shelf is to be put back there. */
async function whereUnitsGo(
  tx: Tx,
  units: ReadUnits,
  decided: Cancellation,
): Promise<Pick<Preview, 'freed' | 'putBack'>> {
  const steps = decided.steps.flatMap(({ from }) => ('location' in from ? [from] : []));
  const ids = [...new Set(steps.map(({ location }) => uuidOf(location)))];
  const rows = ids.length === 0 ? [] : await tx.rows(selectLocationCodesById, [ids]);
  const codeOf = new Map(rows.map((row) => [idFromUuid('location', row.id), row.code]));
  const skuOf = new Map(units.rows.map((row) => [row.number, row.sku_code]));
  const sums = (isOff: boolean): Preview['freed'] => {
    const summed = new Map<string, Preview['freed'][number]>();
    for (const step of steps) {
      if (step.units === 0 || (step.place === 'picked' || step.place === 'packed') !== isOff)
        continue;
      const location = codeOf.get(step.location) ?? '';
      const sku = skuOf.get(step.line) ?? '';
      const key = `${location}\n${sku}`;
      const before = summed.get(key)?.units ?? 0;
      summed.set(key, { location, sku, units: before + step.units });
    }
    return [...summed.values()];
  };
  return { freed: sums(false), putBack: sums(true) };
}
