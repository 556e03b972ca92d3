// In place of rows: there is nothing yet, nothing matches, or the filters hide what the search finds.

import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { EmptyState } from '../shell/empty-state.tsx';
import { orderMessages } from './messages.ts';
import { FILTERS, type OrderQuery } from './order-query.ts';

export function NoOrders({ query }: { readonly query: OrderQuery }) {
  const say = useSay(orderMessages);
  const { api } = useSession();
  const { search, ...others } = query.filters;
  const isFiltered = Object.keys(others).length > 0;
  const isHiding = search !== undefined && isFiltered;
  const { data } = useQuery({
    queryKey: ['orders', 'counts', { search }],
    queryFn: ({ signal }) => api.countOrders(search === undefined ? {} : { search }, { signal }),
    enabled: isHiding,
  });
  if (search === undefined && !isFiltered)
    return <EmptyState title={say('none')}>{say('noneHint')}</EmptyState>;
  const clear = (): void =>
    query.change(Object.fromEntries(FILTERS.map((name): [string, null] => [name, null])));
  return (
    <EmptyState
      title={say('noneMatch')}
      actions={isFiltered && <Button onClick={clear}>{say('clearFilters')}</Button>}
    >
      {isHiding && data !== undefined && data.orders > 0
        ? say('hidden', { count: data.orders })
        : say('noneMatchHint')}
    </EmptyState>
  );
}
