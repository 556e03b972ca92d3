// The newest orders of something, and the way to all of them.

import type { ListOrdersInput } from '@doorstep/sdk';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { StatusBadge } from '../orders/status-badge.tsx';
import { useSession } from '../session/session.tsx';
import { Problem } from '../shell/problem.tsx';
import { recordMessages } from './messages.ts';
import classes from './record.module.css';
import { Section } from './section.tsx';

const SHOWN = 10;

export interface RecentOrdersProps {
  readonly filter: Pick<ListOrdersInput, 'sku' | 'customer' | 'location'>;
}

export function RecentOrders({ filter }: RecentOrdersProps) {
  const say = useSay(recordMessages);
  const formats = useFormats();
  const { api, can } = useSession();
  const { data, error, refetch } = useQuery({
    queryKey: ['orders', 'recent', filter],
    queryFn: ({ signal }) =>
      api.listOrders({ ...filter, sort: '-placed', limit: SHOWN }, { signal }),
    enabled: can('orders:read'),
  });
  if (!can('orders:read')) return null;
  const all = `/orders?${new URLSearchParams(filter as Record<string, string>)}`;
  return (
    <Section
      title={say('orders')}
      action={
        data !== undefined && data.items.length > 0 && <Link to={all}>{say('allOrders')}</Link>
      }
    >
      {error !== null && <Problem error={error} onRetry={() => void refetch()} />}
      {data?.items.length === 0 && <p className={classes['soft']}>{say('noOrders')}</p>}
      {data !== undefined && data.items.length > 0 && (
        <table className={classes['table']} data-testid="orders">
          <thead>
            <tr>
              <th>{say('number')}</th>
              <th>{say('status')}</th>
              <th>{say('placed')}</th>
              <th data-end>{say('total')}</th>
            </tr>
          </thead>
          <tbody>
            {data.items.map((order) => (
              <tr key={order.id}>
                <td>
                  <Link to={`/orders/${order.number}`} translate="no">
                    {order.number}
                  </Link>
                </td>
                <td>
                  <StatusBadge status={order.status} />
                </td>
                <td>{formats.day(order.placedAt)}</td>
                <td data-end>{formats.money(order.totalMinor, order.currency)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}
