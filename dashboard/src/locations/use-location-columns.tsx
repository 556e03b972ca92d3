// The columns of the list of locations.

import type { Location } from '@doorstep/sdk';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import classes from '../record/record.module.css';
import type { Column } from '../table/columns.ts';
import { locationMessages } from './messages.ts';
import { pathOfLocation } from './path-of-location.ts';

export function useLocationColumns(): readonly Column<Location>[] {
  const say = useSay(locationMessages);
  const formats = useFormats();
  return useMemo(() => {
    const data = (text: string | null) => <span translate="no">{text}</span>;
    return [
      {
        id: 'code',
        title: say('code'),
        width: 140,
        cell: (place) => (
          <Link to={pathOfLocation(place.code)} translate="no">
            {place.code}
          </Link>
        ),
      },
      { id: 'name', title: say('name'), width: 240, cell: (place) => data(place.name) },
      { id: 'kind', title: say('kind'), width: 150, cell: (place) => say(place.kind) },
      {
        id: 'city',
        title: say('city'),
        width: 180,
        cell: ({ address }) =>
          data([address.city, address.country].filter((part) => part !== null).join(', ')),
      },
      {
        id: 'nextCutOff',
        title: say('nextCutOff'),
        width: 170,
        cell: ({ nextCutOffAt, timeZone }) =>
          nextCutOffAt === null
            ? say('closedForLong')
            : formats.timeIn(new Date(nextCutOffAt), timeZone),
      },
      {
        id: 'channels',
        title: say('channels'),
        width: 200,
        cell: ({ channels }) => data(channels.map(({ channel }) => channel).join(', ')),
      },
      {
        id: 'state',
        title: say('state'),
        width: 100,
        cell: ({ active }) => (
          <span className={active ? undefined : classes['soft']}>
            {say(active ? 'active' : 'inactive')}
          </span>
        ),
      },
    ];
  }, [say, formats]);
}
