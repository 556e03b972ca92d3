// What creating and changing a stock location write alike.

import { type LocationId, uuidOf } from '@doorstep/core/ids.ts';
import type { LocationFields, ServedChannel } from '@doorstep/core/locations/location.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { selectChannelsByCode } from '../catalog/lookup.sql.ts';
import type { Tx } from '../db/transaction.ts';
import { deleteServedChannels, insertServedChannels } from './sql.ts';

export interface ServedChannelRow {
  readonly channel: string;
  readonly buffer: number;
  readonly priority: number;
}

/** The channels by id, or `channel-unknown` naming all codes that are not known. */
export async function resolveChannels(
  tx: Tx,
  served: readonly ServedChannel[],
): Promise<ServedChannelRow[] | Refusal> {
  const codes = served.map((one) => one.channel);
  const rows = await tx.rows(selectChannelsByCode, [codes]);
  const ids = new Map(rows.map((row) => [row.code, row.id]));
  const unknown = codes.filter((code) => !ids.has(code));
  if (unknown.length > 0)
    return refuse('channel-unknown', `There is no channel ${unknown.join(', ')}.`, {
      channels: unknown,
    });
  return served.map(({ channel, bufferUnits, priority }) => ({
    channel: ids.get(channel) ?? '',
    buffer: bufferUnits,
    priority,
  }));
}

/** Makes these all the channels that the location serves. */
export async function writeServedChannels(
  tx: Tx,
  id: LocationId,
  rows: readonly ServedChannelRow[],
): Promise<void> {
  await tx.run(deleteServedChannels, [uuidOf(id)]);
  await tx.run(insertServedChannels, [uuidOf(id), JSON.stringify(rows)]);
}

/** In the order of the parameters $1 to $20 of `insertLocation` and `updateLocation`. */
export function locationValues(id: LocationId, fields: LocationFields): unknown[] {
  const { address, coordinates } = fields;
  return [
    uuidOf(id),
    fields.code,
    fields.name,
    fields.kind,
    address.street,
    address.city,
    address.region,
    address.postalCode,
    address.country,
    coordinates.latitude,
    coordinates.longitude,
    fields.coordinatesFrom,
    fields.timeZone,
    fields.cutOff,
    JSON.stringify(fields.calendar),
    fields.capacityOrdersPerDay,
    fields.handlingCostMinor,
    fields.safetyStock,
    fields.active,
    fields.handlingDays,
  ];
}
