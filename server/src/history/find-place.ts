// The stock location that a row of a file names.

import { idFromUuid, type LocationId } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { Tx } from '../db/transaction.ts';
import { findLocation } from '../locations/find-location.ts';
import { selectLocationsByName } from '../locations/lookup.sql.ts';

/**
 * By its code, else by its name where only one has it: some systems give locations an id in one of
 * their files and the name in another.
 */
export async function findPlace(tx: Tx, reference: string): Promise<LocationId | Refusal> {
  const found = await findLocation(tx, reference);
  if (!isRefusal(found)) return found.id;
  const [named, ...others] = await tx.rows(selectLocationsByName, [reference]);
  if (named === undefined) return found;
  if (others.length === 0) return idFromUuid('location', named.id);
  const codes = [named, ...others].map(({ code }) => code).join(', ');
  return refuse('location-unknown', `Several stock locations are called ${reference}: ${codes}.`, {
    location: reference,
  });
}
