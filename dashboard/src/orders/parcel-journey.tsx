// What the carrier said of a parcel, the newest first, and which try to deliver it each failure was.

import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { journeyMessages } from './journey-messages.ts';
import classes from './order.module.css';

/** Asked for when it is opened. */
export function ParcelJourney({ parcel }: { readonly parcel: string }) {
  const say = useSay(journeyMessages);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details
      className={classes['journey']}
      data-testid="journey"
      onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}
    >
      <summary>{say('journey')}</summary>
      {isOpen && <Events parcel={parcel} />}
    </details>
  );
}

function Events({ parcel }: { readonly parcel: string }) {
  const say = useSay(journeyMessages);
  const formats = useFormats();
  const { api } = useSession();
  const { data } = useQuery({
    queryKey: ['orders', 'journey', parcel],
    queryFn: ({ signal }) => api.getParcelTracking({ parcel }, { signal }),
  });
  if (data === undefined) return null;
  let tries = 0;
  const told = data.events.map((event) => {
    if (event.status === 'delivery-failed' || event.status === 'delivered') tries += 1;
    return { ...event, attempt: event.status === 'delivery-failed' ? tries : null };
  });
  return (
    <>
      {told.length === 0 && (
        <Text c="dimmed" size="sm">
          {say('nothing')}
        </Text>
      )}
      <ol className={classes['list']}>
        {told.reverse().map(({ id, status, occurredAt, description, place, attempt }) => (
          <li key={id}>
            <time dateTime={occurredAt} className={classes['soft']}>
              {formats.time(occurredAt)}
            </time>{' '}
            <strong>{attempt === null ? say(status) : say('attempt', { number: attempt })}</strong>{' '}
            <span translate="no">
              {[description, place].filter((part) => part !== null).join(' · ')}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
