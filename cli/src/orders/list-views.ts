// doorstep orders views: saved views, and how many orders each holds.

import { listOrderViews } from '@doorstep/contract/order-views.ts';
import type { Command } from 'commander';
import { answer } from '../answer.ts';
import { type JsonOption, verb } from '../options.ts';
import { colors, say, sayTable } from '../print.ts';

export function listViewsCommand(orders: Command): void {
  verb(orders, 'views', 'list saved views, and how many orders each holds').action(
    async ({ json }: JsonOption) =>
      answer(listOrderViews, { query: { counts: true } }, { json }, ({ items }) => {
        if (items.length === 0) return say('No views.');
        sayTable(
          ['name', 'orders', 'sort', 'whose', 'id'],
          items.map(({ name, count, sort, shared, own, id }) => [
            name,
            count === null ? null : `${count.orders}${count.isExact ? '' : '+'}`,
            sort,
            own ? (shared ? 'yours, shared' : 'yours') : 'shared',
            colors.dim(id),
          ]),
        );
      }),
  );
}
