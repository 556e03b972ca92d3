// The columns of the list. Their ids are those of an export, so that what is shown can be saved.

import type { ListOrdersItem } from '@doorstep/sdk';
import { IconAlertTriangle, IconHandStop } from '@tabler/icons-react';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { type Formats, useFormats } from '../language/formats.ts';
import { type Say, useSay } from '../language/say.ts';
import type { Column } from '../table/columns.ts';
import { orderMessages } from './messages.ts';
import { OrderBadge } from './order-badge.tsx';
import classes from './order-list.module.css';
import { ShipBy } from './ship-by.tsx';

type Order = ListOrdersItem;
type SayOrder = Say<keyof typeof orderMessages>;

export function useOrderColumns(): readonly Column<Order>[] {
  const say = useSay(orderMessages);
  const formats = useFormats();
  return useMemo(
    () => [...facts(say, formats), ...statuses(say), ...others(say, formats)],
    [say, formats],
  );
}

function facts(say: SayOrder, formats: Formats): readonly Column<Order>[] {
  return [
    {
      id: 'number',
      title: say('number'),
      width: 150,
      sort: 'created',
      cell: (order) => (
        <span className={classes['number']}>
          <OrderLink order={order} />
          <OrderSigns order={order} />
        </span>
      ),
    },
    {
      id: 'placedAt',
      title: say('placed'),
      width: 130,
      sort: 'placed',
      cell: (order) => (
        <time dateTime={order.placedAt} title={formats.fullTime(order.placedAt)}>
          {formats.time(order.placedAt)}
        </time>
      ),
    },
    {
      id: 'shipBy',
      title: say('shipBy'),
      width: 150,
      sort: 'shipBy',
      cell: (order) => <ShipBy order={order} />,
    },
    {
      id: 'contactName',
      title: say('customerName'),
      width: 170,
      cell: (order) => <span translate="no">{order.name}</span>,
    },
    {
      id: 'total',
      title: say('total'),
      width: 120,
      align: 'end',
      sort: 'total',
      cell: (order) => formats.money(order.totalMinor, order.currency),
    },
  ];
}

function statuses(say: SayOrder): readonly Column<Order>[] {
  const names = [
    ['status', 118],
    ['paymentStatus', 140],
    ['fulfillmentStatus', 136],
    ['stockStatus', 138],
    ['returnStatus', 130],
  ] as const;
  return names.map(([name, width]) => ({
    id: name,
    title: say(name),
    width,
    isHidden: name === 'returnStatus',
    cell: (order) => <OrderBadge value={order[name]} />,
  }));
}

function others(say: SayOrder, formats: Formats): readonly Column<Order>[] {
  return [
    {
      id: 'channel',
      title: say('channel'),
      width: 110,
      cell: (order) => <span translate="no">{order.channel}</span>,
    },
    {
      id: 'destinationCountry',
      title: say('country'),
      width: 90,
      cell: (order) => <span translate="no">{order.destinationCountry}</span>,
    },
    {
      id: 'tags',
      title: say('tags'),
      width: 160,
      cell: (order) => <Tags tags={order.tags} />,
    },
    {
      id: 'externalId',
      title: say('externalId'),
      width: 140,
      isHidden: true,
      cell: (order) => <span translate="no">{order.externalId}</span>,
    },
    {
      id: 'capturedAt',
      title: say('created'),
      width: 130,
      isHidden: true,
      cell: (order) => formats.time(order.capturedAt),
    },
  ];
}

function Tags({ tags }: { readonly tags: readonly string[] }) {
  return tags.map((tag) => (
    <span key={tag} className={classes['tag']} translate="no">
      {tag}
    </span>
  ));
}

export function OrderLink({ order }: { readonly order: Order }) {
  return (
    <Link to={`/orders/${order.number}`} translate="no">
      {order.number}
    </Link>
  );
}

/** What stops an order, seen before anything else. */
export function OrderSigns({ order }: { readonly order: Order }) {
  const say = useSay(orderMessages);
  const { holdReasons, exceptionTypes } = order;
  return (
    <>
      {holdReasons.length > 0 && (
        <IconHandStop
          size={14}
          className={classes['held']}
          role="img"
          aria-label={say('held', { reasons: holdReasons.join(', ') })}
        />
      )}
      {exceptionTypes.length > 0 && (
        <IconAlertTriangle
          size={14}
          className={classes['trouble']}
          role="img"
          aria-label={say('trouble', { types: exceptionTypes.join(', ') })}
        />
      )}
    </>
  );
}

export function OrderCard({ order }: { readonly order: Order }) {
  const formats = useFormats();
  return (
    <div className={classes['card']}>
      <div className={classes['cardLine']}>
        <span className={classes['number']}>
          <OrderLink order={order} />
          <OrderSigns order={order} />
        </span>
        <strong>{formats.money(order.totalMinor, order.currency)}</strong>
      </div>
      <div className={classes['cardLine']}>
        <span className={classes['soft']} translate="no">
          {order.name ?? order.channel}
        </span>
        <span className={classes['soft']}>{formats.time(order.placedAt)}</span>
      </div>
      <div className={classes['cardBadges']}>
        <OrderBadge value={order.status} />
        <ShipBy order={order} />
        <OrderBadge value={order.paymentStatus} />
        <OrderBadge value={order.fulfillmentStatus} />
      </div>
    </div>
  );
}
