// doorstep orders: the newest first, by filters and search.

import { listOrders } from '@doorstep/contract/orders.ts';
import type { Command } from 'commander';
import { answerList } from '../answer.ts';
import { type ListOptions, listVerb } from '../options.ts';
import { colors, moment, money, sayTable, status } from '../print.ts';
import { orderFilters, orderSort } from './order-filters.ts';

export function listOrdersCommand(orders: Command): void {
  orderSort(orderFilters(listVerb(orders, 'list orders, newest first'))).action(
    async ({ json, limit, ...query }: ListOptions) =>
      answerList(listOrders, { query }, { json, limit }, 'No orders.', (items) =>
        sayTable(
          ['number', 'captured', 'channel', 'status', 'stock', 'payment', 'units', 'total', 'id'],
          items.map((order) => [
            order.number,
            moment(order.capturedAt),
            order.channel,
            status(order.status === 'open' ? order.fulfillmentStatus : order.status),
            status(order.stockStatus),
            order.paymentStatus === 'none' ? null : status(order.paymentStatus),
            order.units,
            money(order.totalMinor, order.currency),
            colors.dim(order.id),
          ]),
        ),
      ),
  );
}
