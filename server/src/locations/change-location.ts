// Changes a stock location.

import type { LocationAnswer } from '@doorstep/contract/locations.ts';
import { uuidOf } from '@doorstep/core/ids.ts';
import {
  changedLocationFields,
  decideLocationChange,
  type LocationWish,
} from '@doorstep/core/locations/location.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { refuseStale } from '../db/refuse-stale.ts';
import type { CommandTx } from '../db/run-command.ts';
import { locateAddress } from './locate-destination.ts';
import { selectLocationsByReference } from './lookup.sql.ts';
import { fieldsOf } from './present-location.ts';
import { findLocationId, readLocation } from './read-location.ts';
import { lockLocation, selectLocation, updateLocation } from './sql.ts';
import { locationValues, resolveChannels, writeServedChannels } from './write-served-channels.ts';

export type LocationChange = LocationWish & { readonly version?: number };

/**
 * @param reference the location's id or code
 * @returns refusals: `not-found`, `version-conflict`, `place-unknown`, `time-zone-unknown`,
 *   `channel-unknown`, `already-exists`
 */
export async function changeLocation(
  tx: CommandTx,
  reference: string,
  change: LocationChange,
): Promise<LocationAnswer | Refusal> {
  const { version, ...wish } = change;
  const id = await findLocationId(tx, reference);
  const locked = id === undefined ? undefined : await tx.row(lockLocation, [uuidOf(id)]);
  const row = locked === undefined ? undefined : await tx.row(selectLocation, [locked.id]);
  if (id === undefined || row === undefined)
    return refuse('not-found', `There is no stock location ${reference}.`);
  const before = fieldsOf(row);
  const after =
    refuseStale(version, row.version) ?? decideLocationChange(wish, before, locateAddress);
  if (isRefusal(after)) return after;
  const changed = changedLocationFields(before, after);
  if (changed.length === 0) return readLocation(tx, id, tx.now);
  const channels = await resolveChannels(tx, after.channels);
  if (isRefusal(channels)) return channels;
  const { code, active } = after;
  if (changed.includes('code') && (await tx.row(selectLocationsByReference, [[code], []])))
    return refuse('already-exists', `A stock location has the code ${code}.`, { field: 'code' });

  const updated = await tx.row(updateLocation, locationValues(id, after));
  if (updated === undefined) throw new Error('a locked stock location was not updated');
  if (changed.includes('channels')) await writeServedChannels(tx, id, channels);
  const data = { code, number: row.number, active, changed };
  tx.emit({
    type: 'location.changed.v1',
    subject: id,
    version: updated.version,
    data,
    change: { before, after },
  });
  return readLocation(tx, id, tx.now);
}
