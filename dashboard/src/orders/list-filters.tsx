// The line above the list: search, filters, sort.

import { NativeSelect } from '@mantine/core';
import { useNavigate } from 'react-router';
import { useSay } from '../language/say.ts';
import { FilterBar } from './filter-bar.tsx';
import { orderMessages } from './messages.ts';
import classes from './order-list.module.css';
import type { OrderQuery } from './order-query.ts';
import { OrderSearch } from './order-search.tsx';

const KEYS = ['placed', 'created', 'updated', 'total', 'shipBy'] as const;
/** How each is said, from the largest and from the smallest. */
const DOWN = { total: 'descending', shipBy: 'latest', other: 'newest' } as const;
const UP = { total: 'ascending', shipBy: 'soonest', other: 'oldest' } as const;
const wordsOf = (key: (typeof KEYS)[number]) =>
  key === 'total' || key === 'shipBy' ? key : 'other';

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
            label: say(DOWN[wordsOf(key)], { key: say(key) }),
          },
          { value: key, label: say(UP[wordsOf(key)], { key: say(key) }) },
        ])}
      />
    </div>
  );
}
