// Where an address is, roughly: the middle of its postal area, else of its country.

import type { Coordinates } from './coordinates.ts';

/** [latitude, longitude] */
export type Point = readonly [number, number];

export interface CentroidTable {
  /** By ISO 3166-1 alpha-2. */
  readonly countries: Readonly<Record<string, Point>>;
  /** By country: how many leading characters of the postal code count, and the middle of each. */
  readonly postal: Readonly<
    Record<
      string,
      { readonly prefixLength: number; readonly points: Readonly<Record<string, Point>> }
    >
  >;
}

export interface RoughAddress {
  readonly country: string;
  readonly postalCode?: string | null;
}

export interface Centroid {
  readonly coordinates: Coordinates;
  readonly from: 'postal-code' | 'country';
}

/** The best point the table knows; null for a country it does not know. */
export function centroidOf(table: CentroidTable, address: RoughAddress): Centroid | null {
  const postal = ownValue(table.postal, address.country);
  if (postal !== undefined && address.postalCode != null) {
    const prefix = address.postalCode.replaceAll(/[\s-]/g, '').slice(0, postal.prefixLength);
    const point = ownValue(postal.points, prefix.toUpperCase());
    if (point !== undefined) return { coordinates: coordinatesOf(point), from: 'postal-code' };
  }
  const point = ownValue(table.countries, address.country);
  return point === undefined ? null : { coordinates: coordinatesOf(point), from: 'country' };
}

function coordinatesOf([latitude, longitude]: Point): Coordinates {
  return { latitude, longitude };
}

/** A key from outside must not reach what every object has, such as `constructor`. */
function ownValue<V>(record: Readonly<Record<string, V>>, key: string): V | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
