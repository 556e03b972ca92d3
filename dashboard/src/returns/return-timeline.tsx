// What happened to a return, newest first: of all that happened to its order, its own part.

import type { GetReturnAnswer } from '@doorstep/sdk';
import { useQuery } from '@tanstack/react-query';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { eventKey, eventMessages } from '../orders/event-messages.ts';
import { useSession } from '../session/session.tsx';
import { deskMessages } from './desk-messages.ts';
import classes from './returns.module.css';

interface ReturnEvent {
  readonly id: string;
  readonly type: string;
  readonly actor: string;
  readonly occurredAt: string;
  readonly data: { readonly return?: string; readonly amountMinor?: number };
}

const LOOKED_AT = 200;

export function ReturnTimeline({ back }: { readonly back: GetReturnAnswer }) {
  const say = useSay(deskMessages);
  const sayEvent = useSay(eventMessages);
  const formats = useFormats();
  const { api, can } = useSession();
  const { order } = back;
  const { data } = useQuery({
    queryKey: ['returns', back.id, 'timeline'],
    queryFn: ({ signal }) =>
      api.getOrderTimeline(
        { order: order ?? '', kind: 'returns', sort: 'newest', limit: LOOKED_AT },
        { signal },
      ),
    enabled: order !== null && can('orders:read'),
  });
  if (order === null) return null;
  const events = ((data?.items ?? []) as unknown as readonly ReturnEvent[]).filter(
    (event) => event.data.return === back.id,
  );
  return (
    <section className={classes['section']} aria-label={say('timeline')}>
      <h2>{say('timeline')}</h2>
      <ol className={classes['timeline']}>
        {events.map((event) => (
          <li key={event.id} data-testid="event" data-type={event.type}>
            <time dateTime={event.occurredAt} title={formats.fullTime(event.occurredAt)}>
              {formats.time(event.occurredAt)}
            </time>
            <span>
              <strong translate="no">{data?.names[event.actor] ?? event.actor}</strong>{' '}
              {sayEvent(eventKey(event.type))}{' '}
              {event.data.amountMinor !== undefined && back.currency !== null && (
                <span className={classes['soft']}>
                  {formats.money(event.data.amountMinor, back.currency)}
                </span>
              )}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
