// The list of orders, newest first.

import type { ListOrdersInput, ListOrdersItem } from '@doorstep/sdk';
import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { useNewcomers } from '../live/live.tsx';
import { useSession } from '../session/session.tsx';
import { EmptyState } from '../shell/empty-state.tsx';
import { Page } from '../shell/page.tsx';
import { ColumnChooser } from '../table/column-chooser.tsx';
import { type Column, useTableLayout } from '../table/columns.ts';
import { useSelection } from '../table/selection.ts';
import { usePages } from '../table/use-pages.ts';
import { VirtualTable } from '../table/virtual-table.tsx';
import { orderMessages } from './messages.ts';

type Order = ListOrdersItem;

const PAGE = 50;

export function OrdersScreen() {
  const say = useSay(orderMessages);
  const { api } = useSession();
  const navigate = useNavigate();
  const [parameters] = useSearchParams();
  const filter = filterOf(parameters);
  const columns = useOrderColumns();
  const [layout, setLayout] = useTableLayout('orders', columns);
  const selection = useSelection();
  const fresh = useNewcomers(['order.captured.v1']);
  const pages = usePages<Order>(['orders', 'list', filter], (cursor, signal) =>
    api.listOrders(
      { ...filter, limit: PAGE, ...(cursor === undefined ? {} : { cursor }) },
      { signal },
    ),
  );
  const showNew = (): void => {
    fresh.clear();
    pages.reload();
  };
  return (
    <Page
      title={say('title')}
      fill
      beside={
        fresh.count > 0 && (
          <Button size="compact-sm" variant="light" onClick={showNew}>
            {say('newOrders', { count: fresh.count })}
          </Button>
        )
      }
      actions={<ColumnChooser columns={columns} layout={layout} onLayout={setLayout} />}
    >
      <VirtualTable
        label={say('title')}
        columns={columns}
        layout={layout}
        onLayout={setLayout}
        pages={pages}
        rowId={(order) => order.id}
        rowName={(order) => order.number}
        onOpen={(order) => void navigate(`/orders/${order.number}`)}
        selection={selection}
        restoreKey={`orders ${parameters}`}
        card={(order) => <OrderCard order={order} />}
        empty={<EmptyState title={say('none')}>{say('noneHint')}</EmptyState>}
      />
    </Page>
  );
}

const FILTERS = ['search', 'status', 'fulfillmentStatus', 'stockStatus', 'paymentStatus'] as const;

/** They have the API's names. */
function filterOf(parameters: URLSearchParams): ListOrdersInput {
  const given = FILTERS.flatMap((name) => {
    const value = parameters.get(name);
    return value === null ? [] : [[name, value]];
  });
  return Object.fromEntries(given) as ListOrdersInput;
}

function useOrderColumns(): readonly Column<Order>[] {
  const say = useSay(orderMessages);
  const formats = useFormats();
  return useMemo(
    () => [
      {
        id: 'number',
        title: say('number'),
        width: 110,
        cell: (order) => <OrderLink order={order} />,
      },
      {
        id: 'placedAt',
        title: say('placed'),
        width: 130,
        cell: (order) => formats.time(order.placedAt),
      },
      {
        id: 'channel',
        title: say('channel'),
        width: 130,
        cell: (order) => <Data>{order.channel}</Data>,
      },
      {
        id: 'status',
        title: say('status'),
        width: 120,
        cell: (order) => <Data>{order.status}</Data>,
      },
      {
        id: 'paymentStatus',
        title: say('payment'),
        width: 130,
        cell: (order) => <Data>{order.paymentStatus}</Data>,
      },
      {
        id: 'totalMinor',
        title: say('total'),
        width: 120,
        align: 'end' as const,
        cell: (order) => formats.money(order.totalMinor, order.currency),
      },
    ],
    [say, formats],
  );
}

function OrderLink({ order }: { readonly order: Order }) {
  return (
    <Link to={`/orders/${order.number}`} translate="no">
      {order.number}
    </Link>
  );
}

/** What no language changes. */
function Data({ children }: { readonly children: string }) {
  return <span translate="no">{children}</span>;
}

function OrderCard({ order }: { readonly order: Order }) {
  const formats = useFormats();
  return (
    <>
      <OrderLink order={order} /> <Data>{order.channel}</Data>
      <div>
        {formats.time(order.placedAt)} · {formats.money(order.totalMinor, order.currency)}
      </div>
    </>
  );
}
