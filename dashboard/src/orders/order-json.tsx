// The order and its events as the API answers them.

import type { Order } from '@doorstep/sdk';
import { useQuery } from '@tanstack/react-query';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { JsonBlock } from './json-block.tsx';
import classes from './order.module.css';
import { OrderSection } from './order-section.tsx';
import type { TimelineProps } from './order-timeline.tsx';
import { timelineMessages } from './timeline-messages.ts';

const EVENTS_MAX = 200;

export function OrderJson({ order, queryKey }: TimelineProps) {
  const say = useSay(timelineMessages);
  const events = useEvents(order, queryKey);
  return (
    <div className={classes['stack']}>
      <OrderSection title={say('rawOrder')}>
        <JsonBlock value={order} />
      </OrderSection>
      {events !== undefined && (
        <OrderSection title={say('rawEvents')}>
          <JsonBlock value={events} />
        </OrderSection>
      )}
    </div>
  );
}

function useEvents(order: Order, queryKey: readonly unknown[]): readonly unknown[] | undefined {
  const { api } = useSession();
  const { data } = useQuery({
    queryKey: [...queryKey, 'events'],
    queryFn: ({ signal }) =>
      api.getOrderTimeline({ order: order.id, limit: EVENTS_MAX }, { signal }),
  });
  return data?.items;
}
