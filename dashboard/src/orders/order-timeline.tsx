// Everything that happened to an order, the newest first: who did what and when, with its event.

import type { GetOrderTimelineAnswer, Order } from '@doorstep/sdk';
import { Button, SegmentedControl, Select } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { Problem } from '../shell/problem.tsx';
import { eventKey, eventMessages } from './event-messages.ts';
import { JsonBlock } from './json-block.tsx';
import classes from './order.module.css';
import { isTimelineKind, TIMELINE_KINDS, timelineMessages } from './timeline-messages.ts';

const PAGE = 50;

interface EventView {
  readonly id: string;
  readonly type: string;
  readonly version: number;
  readonly occurredAt: string;
  readonly actor: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export function OrderTimeline({ order, queryKey }: TimelineProps) {
  const say = useSay(timelineMessages);
  const [parameters, setParameters] = useSearchParams();
  const kind = parameters.get('kind') ?? '';
  const sort = parameters.get('sort') === 'oldest' ? 'oldest' : 'newest';
  const choose = (name: string, value: string | null): void =>
    setParameters(
      (before) => {
        if (value === null || value === '') before.delete(name);
        else before.set(name, value);
        return before;
      },
      { replace: true },
    );
  return (
    <div>
      <div className={classes['row']}>
        <Select
          aria-label={say('kind')}
          placeholder={say('everything')}
          data={TIMELINE_KINDS.map((value) => ({ value, label: say(value) }))}
          value={kind === '' ? null : kind}
          onChange={(value) => choose('kind', value)}
          clearable
          clearButtonProps={{ 'aria-label': say('everything') }}
        />
        <SegmentedControl
          aria-label={say('order')}
          size="xs"
          data={[
            { value: 'newest', label: say('newest') },
            { value: 'oldest', label: say('oldest') },
          ]}
          value={sort}
          onChange={(value) => choose('sort', value === 'newest' ? null : value)}
        />
      </div>
      <Events order={order} queryKey={queryKey} kind={kind} sort={sort} />
    </div>
  );
}

export interface TimelineProps {
  readonly order: Order;
  readonly queryKey: readonly unknown[];
}

interface EventsProps extends TimelineProps {
  readonly kind: string;
  readonly sort: 'newest' | 'oldest';
}

function Events({ order, queryKey, kind, sort }: EventsProps) {
  const say = useSay(timelineMessages);
  const { api } = useSession();
  const query = useInfiniteQuery({
    queryKey: [...queryKey, 'timeline', kind, sort],
    queryFn: ({ pageParam, signal }) =>
      api.getOrderTimeline(
        {
          order: order.id,
          limit: PAGE,
          sort,
          ...(isTimelineKind(kind) ? { kind } : {}),
          ...(pageParam === null
            ? {}
            : { [sort === 'newest' ? 'beforeVersion' : 'afterVersion']: pageParam }),
        },
        { signal },
      ) as Promise<GetOrderTimelineAnswer>,
    initialPageParam: null as number | null,
    getNextPageParam: (page) => page.nextBeforeVersion ?? page.nextAfterVersion,
  });
  if (query.error !== null)
    return <Problem error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <>
      {query.data?.pages.flatMap(({ items, names }) =>
        (items as unknown as EventView[]).map((event) => (
          <EventRow
            key={event.id}
            event={event}
            name={names[event.actor] ?? event.actor}
            currency={order.currency}
          />
        )),
      )}
      {query.hasNextPage && (
        <Button variant="default" mt="sm" onClick={() => void query.fetchNextPage()}>
          {say('more')}
        </Button>
      )}
    </>
  );
}

interface EventRowProps {
  readonly event: EventView;
  readonly name: string;
  readonly currency: string;
}

function EventRow({ event, name, currency }: EventRowProps) {
  const say = useSay(timelineMessages);
  const sayEvent = useSay(eventMessages);
  const formats = useFormats();
  return (
    <article className={classes['event']} data-testid="event" data-type={event.type}>
      <time className={classes['eventTime']} dateTime={event.occurredAt}>
        {formats.time(event.occurredAt)}
      </time>
      <div>
        <strong translate="no">{name}</strong> {sayEvent(eventKey(event.type))}{' '}
        <Facts event={event} currency={currency} />
        <details>
          <summary>{say('event')}</summary>
          <JsonBlock value={event} />
        </details>
      </div>
    </article>
  );
}

/** What the sentence leaves out: how much, which tag, which parcel. */
function Facts({ event, currency }: Pick<EventRowProps, 'event' | 'currency'>) {
  const formats = useFormats();
  const { amountMinor, tag, trackingNumber, status } = event.data;
  // Of a payment in another currency than its order the event says which.
  const told = typeof event.data['currency'] === 'string' ? event.data['currency'] : currency;
  const words = [tag, trackingNumber, status].filter((fact) => typeof fact === 'string');
  return (
    <span className={classes['soft']}>
      {typeof amountMinor === 'number' && amountMinor > 0 && formats.money(amountMinor, told)}
      {words.length > 0 && <span translate="no">{words.join(', ')}</span>}
    </span>
  );
}
