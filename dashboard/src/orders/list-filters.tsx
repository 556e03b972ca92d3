// The line above the list: search, filters, sort.

import { NativeSelect } from '@mantine/core';
import { useNavigate } from 'react-router';
import { useSay } from '../language/say.ts';
import { FilterBar } from './filter-bar.tsx';
import { orderMessages } from './messages.ts';
import classes from './order-list.module.css';
import type { OrderQuery } from './order-query.ts';
import { OrderSearch } from './order-search.tsx';

const KEYS = ['placed', 'created', 'updated', 'total'] as const;

export interface ListFiltersProps {
  readonly query: OrderQuery;
  /** The one order that the search means. */
  readonly match: (search: string) => Promise<string | null>;
}

export function ListFilters({ query, match }: ListFiltersProps) {
  const say = useSay(orderMessages);
  const navigate = useNavigate();
  const openMatch = (search: string): void => {
    if (search === '') return;
    void match(search).then((order) => {
      if (order !== null) void navigate(`/orders/${order}`);
    });
  };
  return (
    <div className={classes['filters']}>
      <OrderSearch query={query} onEnter={openMatch} />
      <FilterBar query={query} />
      <NativeSelect
        aria-label={say('sort')}
        className={classes['sort'] ?? ''}
        value={query.sort}
        onChange={({ currentTarget }) => query.change({ sort: currentTarget.value })}
        data={KEYS.flatMap((key) => [
          {
            value: `-${key}`,
            label: say(key === 'total' ? 'descending' : 'newest', { key: say(key) }),
          },
          { value: key, label: say(key === 'total' ? 'ascending' : 'oldest', { key: say(key) }) },
        ])}
      />
    </div>
  );
}
