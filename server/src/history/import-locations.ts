// Stock locations of a file, by their code.

import { mapLocation } from '@doorstep/core/history/master-map.ts';
import type { NewLocation } from '@doorstep/core/locations/location.ts';
import { isRefusal } from '@doorstep/core/refusal.ts';
import { changeLocation } from '../locations/change-location.ts';
import { createLocation } from '../locations/create-location.ts';
import { selectLocationsByReference } from '../locations/lookup.sql.ts';
import { became, refused, takeOneByOne } from './take-one-by-one.ts';

export const importLocations = takeOneByOne<NewLocation>(
  'location',
  mapLocation,
  async (tx, wish) => {
    const [known] = await tx.rows(selectLocationsByReference, [[wish.code], []]);
    if (known === undefined) {
      const made = await createLocation(tx, wish);
      return isRefusal(made) ? refused(made) : became(undefined, made);
    }
    // How many there were before tells whether anything changed.
    const before = await changeLocation(tx, wish.code, {});
    const changed = await changeLocation(tx, wish.code, wish);
    if (isRefusal(before)) return refused(before);
    return isRefusal(changed) ? refused(changed) : became(before.version, changed);
  },
);
