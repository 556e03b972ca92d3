// Places an address on the map, from a table in memory: it takes no query and no call.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Centroid,
  type CentroidTable,
  centroidOf,
  type RoughAddress,
} from '@doorstep/core/locations/centroid.ts';
import type { Coordinates } from '@doorstep/core/locations/coordinates.ts';

const FILE = join(import.meta.dirname, 'data/centroids.json');
const table: CentroidTable = JSON.parse(readFileSync(FILE, 'utf8'));

/** The middle of the postal area, else of the country; null for a country that does not exist. */
export function locateDestination(address: RoughAddress): Coordinates | null {
  return centroidOf(table, address)?.coordinates ?? null;
}

/** The same, and which of the two it was. */
export function locateAddress(address: RoughAddress): Centroid | null {
  return centroidOf(table, address);
}
