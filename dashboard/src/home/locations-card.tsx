// Every location: when it stops working for the day, and what is open there.

import type { Location, SummarizeWorkAnswer } from '@doorstep/sdk';
import { Suspense } from 'react';
import { Link } from 'react-router';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { lazyPart } from '../shell/lazy-part.ts';
import { Card } from './card.tsx';
import classes from './home.module.css';
import { homeMessages } from './messages.ts';
import type { PlaceOfWork } from './place-of-work.ts';
import { useHomeQuery } from './use-home-query.ts';
import { useNow } from './use-now.ts';

/** The outlines of countries are not for the first look. */
const LocationMap = lazyPart(async () => (await import('./location-map.tsx')).LocationMap);

const LOCATIONS_MAX = 200;
const SHOWN = 12;
const SOON_MS = 60 * 60_000;

export function LocationsCard({ work }: { readonly work: SummarizeWorkAnswer | undefined }) {
  const say = useSay(homeMessages);
  const { api } = useSession();
  const { data } = useHomeQuery('locations', (signal) =>
    api.listLocations({ limit: LOCATIONS_MAX }, { signal }),
  );
  if (data?.items.length === 0)
    return (
      <Card title={say('locations')}>
        <p className={classes['quiet']}>
          {say('noLocations')}. {say('noLocationsHint')}
        </p>
      </Card>
    );
  const places = placesOf(data?.items ?? [], work?.locations ?? []);
  return (
    <div className={classes['places']}>
      <Card title={say('locations')}>
        <LocationTable places={places.slice(0, SHOWN)} />
      </Card>
      <Card title={say('map')}>
        <Suspense fallback={<div className={classes['map']} />}>
          {places.length > 0 ? <LocationMap places={places} /> : <div className={classes['map']} />}
        </Suspense>
      </Card>
    </div>
  );
}

type Work = SummarizeWorkAnswer['locations'][number];

const NO_WORK = { toPick: 0, toPack: 0, toShip: 0, overdue: 0, nextDueAt: null };

/** Where there is most to do stands first. */
function placesOf(locations: readonly Location[], work: readonly Work[]): PlaceOfWork[] {
  const active = locations.filter((location) => location.active);
  const places = active.map((location) => {
    const known = work.find((one) => one.location === location.code);
    const own = known ?? { location: location.code, ...NO_WORK };
    return { ...location, work: own, open: own.toPick + own.toPack + own.toShip };
  });
  return places.sort((a, b) => b.open - a.open || a.code.localeCompare(b.code));
}

function LocationTable({ places }: { readonly places: readonly PlaceOfWork[] }) {
  const say = useSay(homeMessages);
  return (
    <table className={classes['locations']} data-testid="locations">
      <thead>
        <tr>
          <th scope="col">{say('location')}</th>
          <th scope="col">{say('cutOff')}</th>
          <th scope="col">{say('pick')}</th>
          <th scope="col">{say('pack')}</th>
          <th scope="col">{say('ship')}</th>
          <th scope="col">{say('late')}</th>
        </tr>
      </thead>
      <tbody>
        {places.map((place) => (
          <LocationLine key={place.id} place={place} />
        ))}
      </tbody>
    </table>
  );
}

function LocationLine({ place }: { readonly place: PlaceOfWork }) {
  const { code, name, nextCutOffAt, timeZone, work } = place;
  const at = (stage: string): string => `/queues/${stage}?location=${encodeURIComponent(code)}`;
  return (
    <tr>
      <th scope="row" translate="no" title={name}>
        {code}
      </th>
      <td>
        <CutOff at={nextCutOffAt} timeZone={timeZone} />
      </td>
      <Figure to={at('to-pick')} count={work.toPick} />
      <Figure to={at('to-pack')} count={work.toPack} />
      <Figure to={at('to-ship')} count={work.toShip} />
      <Figure to={`${at('due')}&when=overdue`} count={work.overdue} isAlarm />
    </tr>
  );
}

interface FigureProps {
  readonly to: string;
  readonly count: number;
  readonly isAlarm?: boolean;
}

function Figure({ to, count, isAlarm }: FigureProps) {
  const formats = useFormats();
  return (
    <td data-alarm={(isAlarm && count > 0) || undefined} data-zero={count === 0 || undefined}>
      <Link to={to}>{formats.number(count)}</Link>
    </td>
  );
}

interface CutOffProps {
  readonly at: string | null;
  readonly timeZone: string;
}

function CutOff({ at, timeZone }: CutOffProps) {
  const say = useSay(homeMessages);
  const formats = useFormats();
  const now = useNow();
  if (at === null) return <span className={classes['soft']}>{say('noCutOff')}</span>;
  const left = Date.parse(at) - now.getTime();
  return (
    <time
      dateTime={at}
      title={`${formats.fullTime(at)} · ${timeZone}`}
      translate="no"
      data-age={left < SOON_MS ? 'slow' : 'inTime'}
    >
      {formats.relative(at, now)}
    </time>
  );
}
