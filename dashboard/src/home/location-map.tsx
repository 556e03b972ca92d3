// Where the locations lie, larger where more is open. Countries come with the app: no map server is
// asked, and nobody learns where the shop keeps its stock.
// cspell:ignore topojson

import { useQuery } from '@tanstack/react-query';
import { geoMercator, geoPath } from 'd3-geo';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import countriesUrl from 'world-atlas/countries-50m.json?url';
import { useSay } from '../language/say.ts';
import classes from './home.module.css';
import { homeMessages } from './messages.ts';
import type { PlaceOfWork } from './place-of-work.ts';

const WIDTH = 480;
const HEIGHT = 340;
const MARGIN = 56;
/** One location alone would be all of the map. */
const DEGREES_MIN = 4;
const RADIUS_MIN = 4;
const RADIUS_MAX = 22;

export interface LocationMapProps {
  readonly places: readonly PlaceOfWork[];
  /** Where a place leads, and what it is called; unless told, to what is to be picked there. */
  readonly linkTo?: (place: PlaceOfWork) => { readonly to: string; readonly label: string };
}

export function LocationMap({ places, linkTo }: LocationMapProps) {
  const say = useSay(homeMessages);
  const toWork = ({ code, open }: PlaceOfWork) => ({
    to: `/queues/to-pick?location=${encodeURIComponent(code)}`,
    label: say('openWork', { location: code, count: open }),
  });
  const { data: countries } = useQuery({
    queryKey: ['home', 'countries'],
    queryFn: readCountries,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const projection = useMemo(() => projectionOf(places), [places]);
  const land = useMemo(
    () => (countries === undefined ? '' : (geoPath(projection)(countries) ?? '')),
    [countries, projection],
  );
  const most = Math.max(1, ...places.map(({ open }) => open));
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className={classes['map']} data-testid="map">
      <title>{say('map')}</title>
      <path d={land} className={classes['land']} />
      {places.map((place) => {
        const { longitude, latitude } = place.coordinates;
        const [x, y] = projection([longitude, latitude]) ?? [0, 0];
        const radius = RADIUS_MIN + Math.sqrt(place.open / most) * (RADIUS_MAX - RADIUS_MIN);
        const { to, label } = (linkTo ?? toWork)(place);
        return (
          <Link
            key={place.id}
            to={to}
            aria-label={label}
            className={classes['place'] ?? ''}
            data-alarm={place.work.overdue > 0 || undefined}
            translate="no"
          >
            <circle cx={x} cy={y} r={radius} />
            <text x={x} y={y + radius + 12} textAnchor="middle">
              {place.code}
            </text>
          </Link>
        );
      })}
    </svg>
  );
}

async function readCountries() {
  const response = await fetch(countriesUrl);
  const topology = (await response.json()) as Topology<{ countries: GeometryCollection }>;
  return feature(topology, topology.objects.countries);
}

/** All of the places, with some land around them. */
function projectionOf(places: readonly PlaceOfWork[]) {
  const spans = (['longitude', 'latitude'] as const).map((axis) => {
    const values = places.map(({ coordinates }) => coordinates[axis]);
    const [from, to] = [Math.min(...values), Math.max(...values)];
    const more = Math.max(0, DEGREES_MIN - (to - from)) / 2;
    return [from - more, to + more] as const;
  });
  const [[west, east], [south, north]] = spans as [
    readonly [number, number],
    readonly [number, number],
  ];
  const corners = {
    type: 'MultiPoint' as const,
    coordinates: [
      [west, south],
      [east, north],
    ],
  };
  const frame: [[number, number], [number, number]] = [
    [MARGIN, MARGIN],
    [WIDTH - MARGIN, HEIGHT - MARGIN],
  ];
  return geoMercator()
    .fitExtent(frame, corners)
    .clipExtent([
      [-20, -20],
      [WIDTH + 20, HEIGHT + 20],
    ]);
}
