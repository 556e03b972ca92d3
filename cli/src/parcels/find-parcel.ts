// The parcel that is meant: by its id or its tracking number.

import { listParcels } from '@doorstep/contract/fulfillment.ts';
import { callApi } from '../api.ts';
import { CommandError } from '../command-error.ts';
import type { Connection } from '../config.ts';

export async function findParcel(connection: Connection, reference: string): Promise<string> {
  if (reference.startsWith('pcl_')) return reference;
  const query = { trackingNumber: reference };
  const { items } = await callApi(connection, listParcels, { query });
  const [newest] = items;
  if (newest !== undefined) return newest.id;
  throw new CommandError({
    what: `No parcel has the tracking number ${reference}.`,
    remedy: 'Name a parcel by its id (pcl_…) or its tracking number: doorstep parcels list.',
    exitCode: 1,
  });
}
