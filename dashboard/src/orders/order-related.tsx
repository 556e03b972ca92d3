// What else speaks of an order: exceptions, and what was sent to webhook endpoints.

import type { Order } from '@doorstep/sdk';
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import classes from './order.module.css';
import { OrderSection } from './order-section.tsx';
import { orderSideMessages } from './order-side-messages.ts';
import type { TimelineProps } from './order-timeline.tsx';

export function OrderExceptions({ order, queryKey }: TimelineProps) {
  const say = useSay(orderSideMessages);
  const formats = useFormats();
  const { api, can } = useSession();
  const { data } = useQuery({
    queryKey: [...queryKey, 'exceptions'],
    queryFn: ({ signal }) => api.listExceptions({ order: order.id, limit: 20 }, { signal }),
    enabled: can('exceptions:read'),
  });
  const open = data?.items.filter(({ status }) => status !== 'closed') ?? [];
  return (
    <OrderSection title={say('exceptions')}>
      {open.length === 0 && (
        <Text c="dimmed" size="sm">
          {say('noExceptions')}
        </Text>
      )}
      {open.map((one) => (
        <div key={one.id} className={classes['row']}>
          <Link to={`/exceptions?id=${one.id}`} translate="no">
            {one.title}
          </Link>
          <span className={classes['soft']}>{formats.relative(one.raisedAt)}</span>
        </div>
      ))}
    </OrderSection>
  );
}

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
      {[...byUrl].map(([url, rows]) => {
        const count = (state: string) =>
          rows.filter(({ delivery }) => delivery.state === state).length;
        return (
          <div key={url} className={classes['note']}>
            <div translate="no">{url}</div>
            <span className={classes['soft']}>
              {say('sentCount', { delivered: count('delivered'), count: rows.length })}
              {count('dead') > 0 && `, ${say('dead', { count: count('dead') })}`}
            </span>
          </div>
        );
      })}
    </OrderSection>
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
