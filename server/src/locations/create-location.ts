// Makes a stock location.

import type { LocationAnswer } from '@doorstep/contract/locations.ts';
import { uuidOf } from '@doorstep/core/ids.ts';
import { decideNewLocation, type NewLocation } from '@doorstep/core/locations/location.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { newId } from '../db/ids.ts';
import type { CommandTx } from '../db/run-command.ts';
import { takeNumberBlock } from '../db/sql.ts';
import { locateAddress } from './locate-destination.ts';
import { selectLocationsByReference } from './lookup.sql.ts';
import { readLocation } from './read-location.ts';
import { insertLocation } from './sql.ts';
import { locationValues, resolveChannels, writeServedChannels } from './write-served-channels.ts';

/** @returns refusals: `place-unknown`, `time-zone-unknown`, `channel-unknown`, `already-exists` */
export async function createLocation(
  tx: CommandTx,
  wish: NewLocation,
): Promise<LocationAnswer | Refusal> {
  const fields = decideNewLocation(wish, locateAddress);
  if (isRefusal(fields)) return fields;
  const channels = await resolveChannels(tx, fields.channels);
  if (isRefusal(channels)) return channels;
  const { code } = fields;
  const taken = refuse('already-exists', `A stock location has the code ${code}.`, {
    field: 'code',
  });
  if (await tx.row(selectLocationsByReference, [[code], []])) return taken;

  const id = newId('location');
  const number = await takeNumber(tx);
  const row = await tx.row(insertLocation, [...locationValues(id, fields), number, tx.now]);
  if (row === undefined) return taken;
  await writeServedChannels(tx, id, channels);
  const { kind, active } = fields;
  tx.emit({
    type: 'location.created.v1',
    subject: id,
    version: 1,
    data: { code, number, kind, active },
  });
  return readLocation(tx, id, tx.now);
}

/**
 * 1, 2, 3 …: the counter's row stays locked until the commit, and a refusal gives the number back,
 * so there is no gap. Locations are made rarely enough for that.
 */
async function takeNumber(tx: CommandTx): Promise<number> {
  const row = await tx.row(takeNumberBlock, [uuidOf(tx.tenant), 'location', 1, 1]);
  if (row === undefined) throw new Error('a location number was not granted');
  return Number(row.next_number) - 1;
}
