// Tells of parcels that were given a tracking number another parcel has, and forgets it once only one
// of them has it. A label on two boxes is a fact like any other, and rarely meant.

import { idFromUuid, type OrderId, type ParcelId, uuidOf } from '@doorstep/core/ids.ts';
import type { UnitChanges } from '@doorstep/core/orders/unit-changes.ts';
import type { CommandTx } from '../db/run-command.ts';
import {
  type LabeledRow,
  lockTrackingNumbers,
  selectLabeled,
  selectVoidedLabels,
} from './units.sql.ts';

/** Within this time no carrier gives a number out again. */
export const REUSED_AFTER_MS = 60 * 86_400_000;

interface Relabeled {
  /** Those whose label changed. */
  readonly parcels: readonly ParcelId[];
  /** The number they were given. */
  readonly given?: string | null | undefined;
  /** Numbers they had. */
  readonly freed?: readonly (string | null)[];
}

/** The order must be locked by this transaction, and its parcels written. */
export async function showTakenNumbers(
  tx: CommandTx,
  order: OrderId,
  { parcels, given = null, freed = [] }: Relabeled,
): Promise<void> {
  const had = freed.filter((number) => number !== null);
  const numbers = [...new Set(given === null ? had : [...had, given])];
  if (numbers.length === 0) return;
  await tx.run(lockTrackingNumbers, [numbers]);
  const since = new Date(tx.now.getTime() - REUSED_AFTER_MS);
  const rows = await tx.rows(selectLabeled, [numbers, since]);
  const boxes = new Map(rows.map((row) => [idFromUuid('parcel', row.id), row]));
  const otherOf = (parcel: ParcelId) => {
    const own = boxes.get(parcel);
    return own === undefined ? undefined : rows.find((one) => isSameLabel(one, own));
  };
  // Where no number is free again, nothing that stood is over.
  const involved = had.length === 0 ? [] : [...parcels, ...boxes.keys()];
  for (const parcel of involved)
    if (otherOf(parcel) === undefined) tx.clear({ type: 'tracking-number-taken', cause: parcel });
  for (const parcel of parcels) {
    const other = otherOf(parcel);
    if (other === undefined) continue;
    tx.raise({
      type: 'tracking-number-taken',
      cause: parcel,
      about: { order, parcel },
      data: {
        carrier: boxes.get(parcel)?.carrier ?? null,
        trackingNumber: other.tracking_number,
        otherParcel: idFromUuid('parcel', other.id),
      },
    });
  }
}

/** Parcels with nothing left in them are voided, and their numbers are free. */
export async function freeNumbers(
  tx: CommandTx,
  order: OrderId,
  { parcels }: UnitChanges,
): Promise<void> {
  const emptied = parcels.filter(({ canceled = 0 }) => canceled > 0);
  if (emptied.length === 0) return;
  const ids = [...new Set(emptied.map(({ parcel }) => uuidOf(parcel)))];
  const voided = await tx.rows(selectVoidedLabels, [ids]);
  await showTakenNumbers(tx, order, {
    parcels: voided.map(({ id }) => idFromUuid('parcel', id)),
    freed: voided.map((row) => row.tracking_number),
  });
}

/** A parcel of which nobody said who carries it may be any carrier's. */
function isSameLabel(one: LabeledRow, other: LabeledRow): boolean {
  if (one.id === other.id || one.tracking_number !== other.tracking_number) return false;
  const name = (row: LabeledRow) => row.carrier?.trim().toLowerCase() ?? null;
  return name(one) === null || name(other) === null || name(one) === name(other);
}
