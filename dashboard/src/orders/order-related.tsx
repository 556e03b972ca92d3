// What else speaks of an order: exceptions.

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
