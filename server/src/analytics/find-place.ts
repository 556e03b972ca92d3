// The channel, country and location that rows of a report are asked for.

import { uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { selectChannelsByCode } from '../catalog/lookup.sql.ts';
import type { Tx } from '../db/transaction.ts';
import { findLocation } from '../locations/find-location.ts';

export interface Place {
  readonly channel: string | null;
  readonly country: string | null;
  readonly location: string | null;
}

/** @returns refusals: `channel-unknown`, `location-unknown` */
export async function findPlace(
  tx: Tx,
  asked: {
    readonly channel?: string;
    readonly country?: string;
    readonly location?: string;
  },
): Promise<Place | Refusal> {
  const [channel] =
    asked.channel === undefined ? [] : await tx.rows(selectChannelsByCode, [[asked.channel]]);
  if (asked.channel !== undefined && channel === undefined)
    return refuse('channel-unknown', `There is no channel ${asked.channel}.`);
  const location = asked.location === undefined ? null : await findLocation(tx, asked.location);
  if (isRefusal(location)) return location;
  return {
    channel: channel?.id ?? null,
    country: asked.country ?? null,
    location: location === null ? null : uuidOf(location.id),
  };
}
