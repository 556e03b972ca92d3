// Where a location lies, in words and on the map.

import type { Location } from '@doorstep/sdk';
import { Suspense } from 'react';
import { useSay } from '../language/say.ts';
import recordClasses from '../record/record.module.css';
import { Section } from '../record/section.tsx';
import { lazyPart } from '../shell/lazy-part.ts';
import classes from './locations.module.css';
import { locationMessages } from './messages.ts';
import { pathOfLocation } from './path-of-location.ts';

/** The outlines of countries are not for the first look. */
const LocationMap = lazyPart(async () => (await import('../home/location-map.tsx')).LocationMap);

const NO_WORK = { toPick: 0, toPack: 0, toShip: 0, overdue: 0, nextDueAt: null };

export function AddressSection({ place }: { readonly place: Location }) {
  const say = useSay(locationMessages);
  const { street, postalCode, city, region, country } = place.address;
  const town = [postalCode, city].filter((part) => part !== null).join(' ');
  const lines = [place.name, street, town, region, country].filter((line) => line);
  const from = place.coordinatesFrom;
  const shown = { ...place, open: 0, work: { location: place.code, ...NO_WORK } };
  return (
    <Section title={say('address')}>
      <address className={recordClasses['address']} translate="no">
        {lines.map((line) => (
          <div key={line}>{line}</div>
        ))}
      </address>
      <p className={recordClasses['soft']}>
        {say('place')} {say(from === 'country' ? 'fromCountry' : from)}
      </p>
      <div className={classes['map']}>
        <Suspense>
          <LocationMap
            places={[shown]}
            linkTo={({ code }) => ({
              to: pathOfLocation(code),
              label: say('onMap', { location: code }),
            })}
          />
        </Suspense>
      </div>
    </Section>
  );
}
