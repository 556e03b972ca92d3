// The list itself, as one view of it.

import type { ListOrdersItem, CreateOrderViewAnswer as OrderView } from '@doorstep/sdk';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useEffect, useMemo } from 'react';
import { useNavigate } from 'react-router';
import { useSay } from '../language/say.ts';
import { useSetting } from '../language/setting.ts';
import { useNewcomers } from '../live/live.tsx';
import { useSession } from '../session/session.tsx';
import { lazyPart } from '../shell/lazy-part.ts';
import { Page } from '../shell/page.tsx';
import { type Column, useTableLayout } from '../table/columns.ts';
import { useBothEnds } from '../table/use-both-ends.ts';
import type { Pages } from '../table/use-pages.ts';
import { VirtualTable } from '../table/virtual-table.tsx';
import { ListFilters } from './list-filters.tsx';
import { ListTools } from './list-tools.tsx';
import { orderMessages } from './messages.ts';
import classes from './order-list.module.css';
import { type OrderQuery, type OrderSort, sameFilters } from './order-query.ts';
import { type Chosen, useChosen } from './use-chosen.ts';
import { OrderCard, useOrderColumns } from './use-order-columns.tsx';
import { ViewTabs } from './view-tabs.tsx';

const BulkBar = lazyPart(async () => (await import('./bulk-bar.tsx')).BulkBar);
const OrderPreview = lazyPart(async () => (await import('./order-preview.tsx')).OrderPreview);
const NoOrders = lazyPart(async () => (await import('./no-orders.tsx')).NoOrders);
const NewOrdersButton = lazyPart(
  async () => (await import('./new-orders-button.tsx')).NewOrdersButton,
);

const PAGE = 50;

export interface OrderListProps {
  readonly query: OrderQuery;
  readonly views: readonly OrderView[];
  readonly current: OrderView | null;
  readonly all: number | null;
}

export function OrderList({ query, views, current, all }: OrderListProps) {
  const say = useSay(orderMessages);
  const navigate = useNavigate();
  const columns = useOrderColumns();
  const arranged = useMemo(() => arrangedAs(columns, current), [columns, current]);
  const [layout, setLayout] = useTableLayout(layoutName(current), arranged);
  const chosen = useChosen(query.filters);
  const pages = useOrderPages(query);
  const total = useTotal(query, pages.fromEnd !== undefined);
  useDensityOf(current);
  return (
    <Page
      title={say('title')}
      fill
      beside={<NewOrders pages={pages} />}
      actions={
        <ListTools
          query={query}
          current={current}
          columns={arranged}
          layout={layout}
          onLayout={setLayout}
        />
      }
    >
      <ViewTabs
        views={views}
        current={current}
        all={all}
        isChanged={current !== null && isChanged(query, current)}
      />
      <ListFilters query={query} match={pages.match} />
      <div className={classes['beside']}>
        <VirtualTable
          label={say('title')}
          columns={arranged}
          layout={layout}
          onLayout={setLayout}
          pages={pages}
          total={total}
          rowId={(order) => order.id}
          rowName={(order) => order.number}
          onOpen={(order) => void navigate(`/orders/${order.number}`)}
          onPeek={(order) => query.change({ peek: query.peek === order.id ? null : order.id })}
          selection={chosen.selection}
          sort={sortOf(query.sort)}
          onSort={({ by, direction }) =>
            query.change({ sort: direction === 'desc' ? `-${by}` : by })
          }
          restoreKey={`orders ${query.raw}`}
          card={(order) => <OrderCard order={order} />}
          empty={
            <Suspense fallback={null}>
              <NoOrders query={query} />
            </Suspense>
          }
        />
        {query.peek !== null && (
          <Suspense fallback={null}>
            <OrderPreview order={query.peek} onClose={() => query.change({ peek: null })} />
          </Suspense>
        )}
      </div>
      <Suspense fallback={null}>
        <ChosenBar query={query} chosen={chosen} onDone={pages.reload} />
      </Suspense>
    </Page>
  );
}

interface ChosenBarProps {
  readonly query: OrderQuery;
  readonly chosen: Chosen;
  readonly onDone: () => void;
}

function ChosenBar({ query, chosen, onDone }: ChosenBarProps) {
  const { api } = useSession();
  const { isAll, selection, chooseAll, clear } = chosen;
  const ids = [...selection.ids];
  const isAny = isAll || ids.length > 0;
  const { data: counts } = useQuery({
    queryKey: ['orders', 'counts', query.filters],
    queryFn: ({ signal }) => api.countOrders(query.filters, { signal }),
    enabled: isAny,
  });
  if (!isAny) return null;
  const matching = counts?.isExact === true ? counts.orders : null;
  return (
    <BulkBar
      set={isAll ? { filters: query.filters } : { orders: ids }}
      count={isAll ? (matching ?? ids.length) : ids.length}
      isAll={isAll}
      matching={matching}
      onAll={chooseAll}
      onClear={clear}
      onDone={() => {
        clear();
        onDone();
      }}
    />
  );
}

export type OrderPages = Pages<ListOrdersItem> & {
  readonly match: (search: string) => Promise<string | null>;
};

function useOrderPages({ filters, sort }: OrderQuery): OrderPages {
  const { api } = useSession();
  const load = (by: OrderSort) => (cursor: string | undefined, signal: AbortSignal) =>
    api.listOrders(
      { ...filters, sort: by, limit: PAGE, ...(cursor === undefined ? {} : { cursor }) },
      { signal },
    );
  const pages = useBothEnds<ListOrdersItem>(
    ['orders', 'list', filters, sort],
    load(sort),
    load(opposite(sort)),
  );
  return {
    ...pages,
    match: async (search) => (await api.listOrders({ ...filters, search, sort, limit: 2 })).match,
  };
}

function opposite(sort: OrderSort): OrderSort {
  return (sort.startsWith('-') ? sort.slice(1) : `-${sort}`) as OrderSort;
}

/** Counted where somebody is at the end, who wants to know where that is. */
function useTotal({ filters }: OrderQuery, isWanted: boolean): number | undefined {
  const { api } = useSession();
  const { data } = useQuery({
    queryKey: ['orders', 'counts', filters],
    queryFn: ({ signal }) => api.countOrders(filters, { signal }),
    enabled: isWanted,
  });
  return isWanted && data?.isExact === true ? data.orders : undefined;
}

function NewOrders({ pages }: { readonly pages: OrderPages }) {
  const { count, clear } = useNewcomers(['order.captured.v1']);
  if (count === 0) return null;
  return (
    <Suspense fallback={null}>
      <NewOrdersButton count={count} onShow={clear} reload={pages.reload} />
    </Suspense>
  );
}

function layoutName(view: OrderView | null): string {
  return view === null ? 'orders' : `orders ${view.id} ${view.version}`;
}

/** The columns of a view from the left, and the others behind them, hidden. */
function arrangedAs<Row>(
  columns: readonly Column<Row>[],
  view: OrderView | null,
): readonly Column<Row>[] {
  if (view === null || view.columns.length === 0) return columns;
  const shown = view.columns.flatMap(({ name, width, pinned = false }) => {
    const column = columns.find(({ id }) => id === name);
    return column === undefined
      ? []
      : [{ ...column, width: width ?? column.width, isHidden: false, isPinned: pinned }];
  });
  const others = columns.filter(({ id }) => shown.every((one) => one.id !== id));
  return [...shown, ...others.map((column) => ({ ...column, isHidden: true, isPinned: false }))];
}

function isChanged({ filters, sort }: OrderQuery, view: OrderView): boolean {
  return sort !== view.sort || !sameFilters(filters, view.filters);
}

function useDensityOf(view: OrderView | null): void {
  const [, setDensity] = useSetting('density');
  useEffect(() => {
    if (view !== null) setDensity(view.density);
  }, [view, setDensity]);
}

function sortOf(sort: OrderSort) {
  const isDown = sort.startsWith('-');
  return {
    by: isDown ? sort.slice(1) : sort,
    direction: isDown ? ('desc' as const) : ('asc' as const),
  };
}
