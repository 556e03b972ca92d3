// Puts before people what differs from what was asked for, sent or delivered, and closes what has
// come right with these units.

import { idFromUuid, uuidOf } from '@doorstep/core/ids.ts';
import type { Receipt, ReturnableLine } from '@doorstep/core/returns/receipt.ts';
import type { CommandTx } from '../db/run-command.ts';
import type { LockedReturn } from './lock-return.ts';
import { selectParcelsComingBack } from './sql.ts';

/** @param lines of the order, as they were before */
export async function showDifferences(
  tx: CommandTx,
  { id, order }: LockedReturn,
  { lines: came, differences }: Receipt,
  lines: readonly ReturnableLine[],
  trackingNumber: string | undefined,
): Promise<void> {
  const about = order === null ? { return: id } : { order, return: id };
  const early = differences.filter((one) => one.kind === 'before-delivery');
  const others = differences.filter((one) => one.kind !== 'before-delivery');
  if (early.length > 0 && order !== null)
    tx.raise({
      type: 'return-before-delivery',
      cause: order,
      about,
      data: { units: early.reduce((sum, { units }) => sum + units, 0) },
    });
  if (others.length > 0)
    tx.raise({ type: 'unexpected-return', cause: id, about, data: { differences: others } });
  if (order === null) return;

  for (const { line, units } of came) {
    const counts = lines.find((one) => one.number === line)?.counts;
    if (counts === undefined || counts.overshipped === 0) continue;
    if (counts.returned < counts.overshipped && counts.returned + units >= counts.overshipped)
      tx.clear({ type: 'shipped-beyond-asked', cause: `${order} ${line}` });
  }
  // What a carrier could not deliver, or said to be lost, is here. Units look alike: of a line of
  // which some are still out, nobody knows whether these are the lost ones.
  const isAllBack = (line: number): boolean => {
    const counts = lines.find((one) => one.number === line)?.counts;
    const units = came.find((one) => one.line === line)?.units ?? 0;
    return counts !== undefined && counts.returned + units >= counts.shipped;
  };
  const numbers = came.map(({ line }) => line);
  for (const parcel of await tx.rows(selectParcelsComingBack, [uuidOf(order), numbers])) {
    const cause = idFromUuid('parcel', parcel.id);
    tx.clear({ type: 'delivery-failed', cause });
    const isIt = trackingNumber !== undefined && parcel.tracking_number === trackingNumber;
    if (isIt || parcel.lines.every(isAllBack)) tx.clear({ type: 'parcel-lost', cause });
  }
}
