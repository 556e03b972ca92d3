// What was sent of an order to webhook endpoints: of each event what came of it, after how many tries.

import type { ListOrderDeliveriesAnswer, Order } from '@doorstep/sdk';
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { journeyMessages } from './journey-messages.ts';
import classes from './order.module.css';
import { OrderSection } from './order-section.tsx';
import { orderSideMessages } from './order-side-messages.ts';
import type { TimelineProps } from './order-timeline.tsx';

type Sent = ListOrderDeliveriesAnswer['items'][number];

const STATE_WORDS = {
  delivered: 'sentDone',
  pending: 'sentPending',
  dead: 'sentDead',
} as const;

export function OrderDeliveries({ order, queryKey }: TimelineProps) {
  const say = useSay(orderSideMessages);
  const { data } = useDeliveries(order, queryKey);
  const byUrl = Map.groupBy(data?.items ?? [], ({ url }) => url);
  return (
    <OrderSection title={say('webhooks')}>
      {byUrl.size === 0 && (
        <Text c="dimmed" size="sm">
          {say('noWebhooks')}
        </Text>
      )}
      {[...byUrl].map(([url, rows]) => (
        <Endpoint key={url} url={url} rows={rows} />
      ))}
    </OrderSection>
  );
}

function Endpoint({ url, rows }: { readonly url: string; readonly rows: readonly Sent[] }) {
  const say = useSay(orderSideMessages);
  const count = (state: string) => rows.filter(({ delivery }) => delivery.state === state).length;
  return (
    <details className={classes['note']} data-testid="deliveries">
      <summary>
        <span translate="no">{url}</span>
        <br />
        <span className={classes['soft']}>
          {say('sentCount', { delivered: count('delivered'), count: rows.length })}
          {count('dead') > 0 && `, ${say('dead', { count: count('dead') })}`}
        </span>
      </summary>
      <ul className={classes['list']}>
        {rows.map((row) => (
          <Delivery key={row.delivery.id} row={row} />
        ))}
      </ul>
    </details>
  );
}

function Delivery({ row: { endpoint, delivery } }: { readonly row: Sent }) {
  const say = useSay(journeyMessages);
  const formats = useFormats();
  const { id, eventType, state, attempts, lastAttempt, nextAttemptAt } = delivery;
  const answered = [lastAttempt?.status, lastAttempt?.error].filter((part) => part != null);
  return (
    <li>
      <Link to={`/developers?tab=webhooks&endpoint=${endpoint}&open=${id}`} translate="no">
        {eventType}
      </Link>
      <div className={classes['soft']}>
        {say(STATE_WORDS[state])}, {say('tries', { count: attempts })}
        {answered.length > 0 && <span translate="no"> · {answered.join(' ')}</span>}
        {lastAttempt !== null && ` · ${formats.time(lastAttempt.at)}`}
        {nextAttemptAt !== null &&
          ` · ${say('nextTry', { time: formats.relative(nextAttemptAt) })}`}
      </div>
    </li>
  );
}

function useDeliveries(order: Order, queryKey: readonly unknown[]) {
  const { api, can } = useSession();
  return useQuery({
    queryKey: [...queryKey, 'deliveries'],
    queryFn: ({ signal }) => api.listOrderDeliveries({ order: order.id }, { signal }),
    enabled: can('webhooks:read'),
  });
}
