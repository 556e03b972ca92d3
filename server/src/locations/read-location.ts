// Reads a stock location by what people call it: its id or its code.

import type { LocationAnswer } from '@doorstep/contract/locations.ts';
import { idFromUuid, type LocationId, parseId, uuidOf } from '@doorstep/core/ids.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { Tx } from '../db/transaction.ts';
import { presentLocation } from './present-location.ts';
import { selectLocation, selectLocationId } from './sql.ts';

/** @returns refusal: `not-found` */
export async function readLocation(
  tx: Tx,
  reference: string,
  now: Date,
): Promise<LocationAnswer | Refusal> {
  const id = await findLocationId(tx, reference);
  const row = id === undefined ? undefined : await tx.row(selectLocation, [uuidOf(id)]);
  return row === undefined
    ? refuse('not-found', `There is no stock location ${reference}.`)
    : presentLocation(row, now);
}

export async function findLocationId(tx: Tx, reference: string): Promise<LocationId | undefined> {
  const id = parseId('location', reference);
  const row = await tx.row(selectLocationId, [id === undefined ? null : uuidOf(id), reference]);
  return row === undefined ? undefined : idFromUuid('location', row.id);
}
