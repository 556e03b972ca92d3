// doorstep fulfillment ship: a parcel left; or every packed parcel of a fulfillment order or of an
// order; or, of an order, what was shipped elsewhere.

import {
  getFulfillmentOrder,
  listParcels,
  type ParcelAnswer,
  recordShipment,
  shipParcel,
} from '@doorstep/contract/fulfillment.ts';
import { getOrder } from '@doorstep/contract/orders.ts';
import type { Command } from 'commander';
import { callApi } from '../api.ts';
import { CommandError } from '../command-error.ts';
import { type Connection, readConnection } from '../config.ts';
import { type LineOptions, lineOptions, linesAsked } from '../lines.ts';
import { given, type JsonOption, verb } from '../options.ts';
import { readPages } from '../pages.ts';
import { sayParcel } from '../parcels/say-parcels.ts';
import { hint, sayJson } from '../print.ts';
import { sayDifferences } from './say-work.ts';

interface Label {
  readonly carrier?: string;
  readonly trackingNumber?: string;
  readonly location?: string;
}

interface OrderOptions extends LineOptions {
  readonly elsewhere?: boolean;
}

interface Options extends JsonOption, OrderOptions {
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
    .option('--elsewhere', 'of an order: its packed parcels stayed, others left')
    .addHelpText(
      'after',
      '\n<parcel> is a parcel by its id or tracking number, or a fulfillment order (ful_…) or an order\n' +
        'for all its packed parcels. Of an order of which nothing is packed, or with --elsewhere, --line\n' +
        'or --location, it is what a store or 3PL shipped in systems of its own.',
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
  asked: OrderOptions,
): Promise<Shipped> {
  const parcels = await parcelsNamed(connection, reference, asked);
  if (parcels !== undefined) return shipAll(connection, parcels, label);
  const isElsewhere = label.location !== undefined || orderOptionsOf(asked).length > 0;
  const packed = isElsewhere ? [] : await packedOfOrder(connection, reference);
  if (packed.length > 0) return shipAll(connection, packed, label);
  const body = { ...label, ...given({ lines: linesAsked(asked, needsUnits) }) };
  return callApi(connection, recordShipment, { params: { order: reference }, body });
}

/** The parcels to ship by their ids; undefined when an order is named. */
async function parcelsNamed(
  connection: Connection,
  reference: string,
  asked: OrderOptions,
): Promise<readonly string[] | undefined> {
  if (reference.startsWith('ord_')) return undefined;
  if (/^(pcl|ful)_/.test(reference)) refuseOrderOptions(reference, asked);
  if (reference.startsWith('pcl_')) return [reference];
  if (reference.startsWith('ful_')) return packedOfWork(connection, reference);
  // Only a packed one: what has left is shipped no second time.
  const query = { trackingNumber: reference, status: 'packed' as const };
  const [labeled] = (await callApi(connection, listParcels, { query })).items;
  if (labeled === undefined) return undefined;
  refuseOrderOptions(reference, asked);
  return [labeled.id];
}

async function packedOfWork(
  connection: Connection,
  fulfillmentOrder: string,
): Promise<readonly string[]> {
  const work = await callApi(connection, getFulfillmentOrder, { params: { fulfillmentOrder } });
  const packed = work.parcels.filter((parcel) => parcel.status === 'packed');
  if (packed.length > 0) return packed.map(({ id }) => id);
  throw new CommandError({
    what: `No parcel of ${work.id} is packed.`,
    remedy: `Pack one: doorstep fulfillment pack ${work.id}.`,
    exitCode: 1,
  });
}

async function packedOfOrder(connection: Connection, order: string): Promise<readonly string[]> {
  const { id } = await callApi(connection, getOrder, { params: { order } });
  const { items } = await readPages(Number.POSITIVE_INFINITY, (limit, cursor) => {
    const query = { order: id, status: 'packed' as const, limit, ...given({ cursor }) };
    return callApi(connection, listParcels, { query });
  });
  return items.map((parcel) => parcel.id);
}

async function shipAll(
  connection: Connection,
  ids: readonly string[],
  label: Label,
): Promise<Shipped> {
  if (ids.length > 1 && label.trackingNumber !== undefined)
    throw new CommandError({
      what: `${ids.length} parcels are packed, and a tracking number is of one.`,
      remedy: `Name the parcel: ${ids.join(', ')}.`,
      exitCode: 2,
    });
  const parcels: ParcelAnswer[] = [];
  for (const parcel of ids)
    parcels.push(await callApi(connection, shipParcel, { params: { parcel }, body: label }));
  return { parcels, differences: [] };
}

/** A parcel leaves whole, and from where it was packed. */
function refuseOrderOptions(reference: string, asked: OrderOptions): void {
  const [option] = orderOptionsOf(asked);
  if (option === undefined) return;
  throw new CommandError({
    what: `${option} is of an order, and ${reference} is none.`,
    remedy: `Leave ${option} out, or name the order by its number or id (ord_…).`,
    exitCode: 2,
  });
}

function orderOptionsOf({ line, quantity, elsewhere }: OrderOptions): readonly string[] {
  const asked = { '--line': line, '--quantity': quantity, '--elsewhere': elsewhere };
  return Object.keys(given(asked));
}

function needsUnits(line: number | string): number {
  throw new CommandError({
    what: `How many units of line ${line} left?`,
    remedy: `Write --line ${line}:<units>; without --line, all that is open left.`,
    exitCode: 2,
  });
}
