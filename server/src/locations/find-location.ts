// Finds a stock location by what people call it: its code or its id.

import { idFromUuid, type LocationId, parseId, uuidOf } from '@doorstep/core/ids.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { Tx } from '../db/transaction.ts';
import { selectLocationsByReference } from './lookup.sql.ts';

export interface FoundLocation {
  readonly id: LocationId;
  readonly code: string;
}

export async function findLocation(tx: Tx, reference: string): Promise<FoundLocation | Refusal> {
  const id = parseId('location', reference);
  const row = await tx.row(selectLocationsByReference, [
    [reference],
    id === undefined ? [] : [uuidOf(id)],
  ]);
  return row === undefined
    ? refuse('location-unknown', `There is no stock location ${reference}.`, {
        location: reference,
      })
    : { id: idFromUuid('location', row.id), code: row.code };
}
