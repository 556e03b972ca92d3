// doorstep fulfillment ship: a parcel left; or every packed parcel of a fulfillment order; or, of an
// order, what was shipped elsewhere.

import {
  type FulfillmentOrderAnswer,
  getFulfillmentOrder,
  listParcels,
  type ParcelAnswer,
  recordShipment,
  shipParcel,
} from '@doorstep/contract/fulfillment.ts';
import type { Command } from 'commander';
import { callApi } from '../api.ts';
import { CommandError } from '../command-error.ts';
import { type Connection, readConnection } from '../config.ts';
import { type LineOptions, lineOptions, linesAsked } from '../lines.ts';
import { given, type JsonOption, verb } from '../options.ts';
import { sayParcel } from '../parcels/say-parcels.ts';
import { hint, sayJson } from '../print.ts';
import { sayDifferences } from './say-work.ts';

interface Label {
  readonly carrier?: string;
  readonly trackingNumber?: string;
  readonly location?: string;
}

interface Options extends JsonOption, LineOptions {
  readonly carrier?: string;
  readonly tracking?: string;
  readonly location?: string;
}

interface Shipped {
  readonly parcels: readonly ParcelAnswer[];
  readonly differences: readonly { line: number; units: number }[];
}

export function shipCommand(fulfillment: Command): void {
  const ship = verb(
    fulfillment,
    'ship <parcel>',
    'record that a parcel left; or of an order, what was shipped elsewhere',
  )
    .option('--carrier <name>', 'who takes it')
    .option('--tracking <number>', 'its tracking number')
    .option('--location <code>', 'where it left from, if not as planned')
    .addHelpText(
      'after',
      '\n<parcel> is a parcel by its id or tracking number, a fulfillment order (ful_…) for all its\n' +
        'packed parcels, or an order, for what a store or 3PL shipped in systems of its own.',
    );
  lineOptions(ship, 'of an order: only so many units of this line').action(
    async (reference: string, options: Options) => {
      const { json, carrier, tracking, location, ...asked } = options;
      const label = given({ carrier, trackingNumber: tracking, location });
      const shipped = await shipWhat(await readConnection(), reference, label, asked);
      if (json) return sayJson(shipped);
      for (const parcel of shipped.parcels) sayParcel(parcel);
      sayDifferences(shipped.differences);
      const [first] = shipped.parcels;
      if (first !== undefined) hint(`Follow it: doorstep parcels track ${first.id}`);
    },
  );
}

async function shipWhat(
  connection: Connection,
  reference: string,
  label: Label,
  asked: LineOptions,
): Promise<Shipped> {
  if (reference.startsWith('pcl_'))
    return { parcels: [await shipOne(connection, reference, label)], differences: [] };
  if (reference.startsWith('ful_')) {
    const params = { fulfillmentOrder: reference };
    const work = await callApi(connection, getFulfillmentOrder, { params });
    const parcels: ParcelAnswer[] = [];
    for (const parcel of packedOf(work)) parcels.push(await shipOne(connection, parcel.id, label));
    return { parcels, differences: [] };
  }
  const labeled = await packedAs(connection, reference);
  if (labeled !== undefined)
    return { parcels: [await shipOne(connection, labeled, label)], differences: [] };
  const lines = linesAsked(asked, needsUnits);
  const body = { ...label, ...given({ lines }) };
  return callApi(connection, recordShipment, { params: { order: reference }, body });
}

/** A packed parcel with this tracking number: what has left is shipped no second time. */
async function packedAs(
  connection: Connection,
  trackingNumber: string,
): Promise<string | undefined> {
  const query = { trackingNumber, status: 'packed' as const };
  return (await callApi(connection, listParcels, { query })).items[0]?.id;
}

function shipOne(connection: Connection, parcel: string, body: Label): Promise<ParcelAnswer> {
  return callApi(connection, shipParcel, { params: { parcel }, body });
}

function packedOf(work: FulfillmentOrderAnswer): readonly ParcelAnswer[] {
  const packed = work.parcels.filter((parcel) => parcel.status === 'packed');
  if (packed.length > 0) return packed;
  throw new CommandError({
    what: `No parcel of ${work.id} is packed.`,
    remedy: `Pack one: doorstep fulfillment pack ${work.id}.`,
    exitCode: 1,
  });
}

function needsUnits(line: number | string): number {
  throw new CommandError({
    what: `How many units of line ${line} left?`,
    remedy: `Write --line ${line}:<units>; without --line, all that is open left.`,
    exitCode: 2,
  });
}
