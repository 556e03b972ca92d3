// doorstep orders: the newest first, by filters and search.

import type { QueryOf } from '@doorstep/contract/operation.ts';
import { listOrders } from '@doorstep/contract/orders.ts';
import type { Command } from 'commander';
import { callApi } from '../api.ts';
import { readConnection } from '../config.ts';
import { type JsonOption, positiveNumber } from '../options.ts';
import { readPages } from '../pages.ts';
import { colors, moment, money, say, sayJson, sayTable, status } from '../print.ts';

type Filters = Omit<QueryOf<typeof listOrders>, 'limit' | 'cursor'>;

export function listOrdersCommand(orders: Command): void {
  const list = orders.command('list', { isDefault: true });
  list
    .description('list orders, newest first')
    .option('--search <words>', 'number, external id, SKU, name, e-mail or phone, by its beginning')
    .option('--status <status>', 'open, on-hold, completed or canceled')
    .option('--fulfillment-status <status>', 'none, unfulfilled, partially-fulfilled or fulfilled')
    .option('--stock-status <status>', 'none, promised, backordered or unpromised')
    .option('--channel <code>', 'of this channel')
    .option('--customer <id>', 'of this customer')
    .option('--tag <tag>', 'with this tag')
    .option('--limit <number>', 'how many', positiveNumber, 20)
    .option('--json', "print the API's JSON instead of a table")
    .action(async ({ json, limit, ...filters }: JsonOption & Filters & { limit: number }) => {
      const connection = await readConnection();
      const found = await readPages(limit, (size, cursor) =>
        callApi(connection, listOrders, {
          query: { ...filters, limit: size, ...(cursor === undefined ? {} : { cursor }) },
        }),
      );
      if (json) return sayJson(found);
      if (found.items.length === 0) return say('No orders.');
      sayTable(
        ['number', 'captured', 'channel', 'status', 'stock', 'units', 'total', 'id'],
        found.items.map((order) => [
          order.number,
          moment(order.capturedAt),
          order.channel,
          status(order.status),
          status(order.stockStatus),
          order.units,
          money(order.totalMinor, order.currency),
          colors.dim(order.id),
        ]),
      );
      if (found.nextCursor !== null) say(colors.dim(`There are more: --limit ${limit * 2}`));
    });
}
