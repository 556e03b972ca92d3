// The list of orders: views as tabs, search, filters, and what is done with those that are chosen.

import type { CreateOrderViewAnswer as OrderView } from '@doorstep/sdk';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { useLiveRefresh } from '../live/live.tsx';
import { useSession } from '../session/session.tsx';
import { OrderList } from './order-list.tsx';
import { parametersOf, useOrderQuery } from './order-query.ts';

const COUNTS_REST_MS = 2000;
const EMPTY: readonly OrderView[] = [];

export function OrdersScreen() {
  const { api } = useSession();
  const query = useOrderQuery();
  const navigate = useNavigate();
  const { data, isPending } = useQuery({
    queryKey: ['orders', 'views'],
    queryFn: ({ signal }) => api.listOrderViews({ counts: true }, { signal }),
  });
  const all = useQuery({
    queryKey: ['orders', 'counts', {}],
    queryFn: ({ signal }) => api.countOrders({}, { signal }),
  });
  useLiveRefresh(['order.', 'payment.', 'parcel.'], ['orders', 'views'], undefined, COUNTS_REST_MS);
  useLiveRefresh(
    ['order.', 'payment.', 'parcel.'],
    ['orders', 'counts'],
    undefined,
    COUNTS_REST_MS,
  );
  const views = data?.items ?? EMPTY;
  const start = query.raw.size === 0 ? views.find(({ isDefault }) => isDefault) : undefined;
  useEffect(() => {
    if (start === undefined) return;
    const path = `/orders?${parametersOf(start.filters, start.sort, start.id)}`;
    void navigate(path, { replace: true });
  }, [start, navigate]);
  const current = views.find(({ id }) => id === query.view) ?? null;
  // Until it is known what the user starts with: a list must not be read twice.
  if (start !== undefined || (isPending && query.raw.size === 0)) return null;
  return (
    <OrderList
      key={`${query.view ?? ''} ${current?.version ?? 0}`}
      query={query}
      views={views}
      current={current}
      all={all.data?.orders ?? null}
    />
  );
}
