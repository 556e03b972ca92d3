// Stock locations of a file, by their code. A known one keeps what the file does not fill: orders are
// promised by its kind, its zone and its address.

import { mapLocation } from '@doorstep/core/history/master-map.ts';
import { isRefusal } from '@doorstep/core/refusal.ts';
import { changeLocation } from '../locations/change-location.ts';
import { createLocation } from '../locations/create-location.ts';
import { selectLocationsByReference } from '../locations/lookup.sql.ts';
import { became, findNothing, refused, takeOneByOne } from './take-one-by-one.ts';

export const importLocations = takeOneByOne({
  kind: 'location',
  map: mapLocation,
  find: findNothing,
  take: async (tx, { given, otherwise }) => {
    const [known] = await tx.rows(selectLocationsByReference, [[given.code], []]);
    if (known === undefined) {
      const made = await createLocation(tx, { ...otherwise, ...given });
      return isRefusal(made) ? refused(made) : became(undefined, made);
    }
    // Locked by a change of nothing: its version tells whether anything changed, and its address is
    // replaced whole, so what the file does not fill of it is taken from there.
    const before = await changeLocation(tx, given.code, {});
    if (isRefusal(before)) return refused(before);
    const address = { ...before.address, ...given.address };
    const changed = await changeLocation(tx, given.code, { ...given, address });
    return isRefusal(changed) ? refused(changed) : became(before.version, changed);
  },
});
