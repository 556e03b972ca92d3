// doorstep parcels track: where a parcel is, as its carrier says.

import { getParcelTracking, type ParcelTracking } from '@doorstep/contract/shipping.ts';
import type { Command } from 'commander';
import { answer } from '../answer.ts';
import { readConnection } from '../config.ts';
import { type JsonOption, verb } from '../options.ts';
import { colors, moment, say, sayTable, status } from '../print.ts';
import { findParcel } from './find-parcel.ts';

export function trackParcelCommand(parcels: Command): void {
  verb(parcels, 'track <parcel>', 'what the carrier said of it').action(
    async (reference: string, { json }: JsonOption) => {
      const parcel = await findParcel(await readConnection(), reference);
      await answer(getParcelTracking, { params: { parcel } }, { json }, sayTracking);
    },
  );
}

function sayTracking(told: ParcelTracking): void {
  const label = [told.carrier, told.trackingNumber].filter((part) => part !== null).join(' ');
  say(`${status(told.status)}  ${label}  ${colors.dim(told.parcel)}`);
  say();
  if (told.events.length === 0) say('The carrier has said nothing yet.');
  else sayEvents(told.events);
}

function sayEvents(events: ParcelTracking['events']): void {
  sayTable(
    ['when', 'status', 'where', 'in words'],
    events.map((one) => [moment(one.occurredAt), status(one.status), one.place, one.description]),
  );
}
