// doorstep orders: the newest first, by filters and search.

import { listOrders } from '@doorstep/contract/orders.ts';
import type { Command } from 'commander';
import { answerList } from '../answer.ts';
import { type ListOptions, listVerb } from '../options.ts';
import { colors, moment, money, sayTable, status } from '../print.ts';

export function listOrdersCommand(orders: Command): void {
  listVerb(orders, 'list orders, newest first')
    .option('--search <words>', 'number, external id, SKU, name, e-mail or phone, by its beginning')
    .option('--status <status>', 'open, on-hold, completed or canceled')
    .option('--fulfillment-status <status>', 'unfulfilled, in-progress, fulfilled, delivered …')
    .option('--stock-status <status>', 'none, promised, backordered or unpromised')
    .option('--payment-status <status>', 'none, pending, authorized, paid, refunded …')
    .option('--channel <code>', 'of this channel')
    .option('--customer <id>', 'of this customer')
    .option('--tag <tag>', 'with this tag')
    .action(async ({ json, limit, ...query }: ListOptions) =>
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
