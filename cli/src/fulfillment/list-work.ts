// doorstep fulfillment list: what locations are asked to ship.

import { listFulfillmentOrders } from '@doorstep/contract/fulfillment.ts';
import { getOrder } from '@doorstep/contract/orders.ts';
import type { Command } from 'commander';
import { answerList } from '../answer.ts';
import { callApi } from '../api.ts';
import { readConnection } from '../config.ts';
import { given, type ListOptions, listVerb } from '../options.ts';
import { colors, moment, sayTable, status } from '../print.ts';

interface Options extends ListOptions {
  readonly location?: string;
  readonly status?: string;
  readonly order?: string;
}

export function listWorkCommand(fulfillment: Command): void {
  listVerb(fulfillment, 'list fulfillment orders, newest first')
    .option('--location <code>', 'at this location')
    .option('--status <status>', 'released, picking, packed, partially-shipped, shipped, canceled')
    .option('--order <order>', 'of this order')
    .action(async ({ json, limit, order, ...filters }: Options) => {
      const orderId = order === undefined ? undefined : await idOf(order);
      const query = { ...filters, ...given({ order: orderId }) };
      await answerList(
        listFulfillmentOrders,
        { query },
        { limit, json },
        'No fulfillment orders.',
        (items) =>
          sayTable(
            ['order', 'location', 'status', 'units', 'to leave by', 'id'],
            items.map((one) => [
              one.orderNumber,
              one.location,
              status(one.status),
              one.quantity,
              one.shipBy === null ? null : dueBy(one.shipBy, one.lateAt),
              colors.dim(one.id),
            ]),
          ),
      );
    });
}

async function idOf(order: string): Promise<string> {
  return (await callApi(await readConnection(), getOrder, { params: { order } })).id;
}

function dueBy(shipBy: string, lateAt: string | null): string {
  return lateAt === null ? moment(shipBy) : colors.red(`${moment(shipBy)} late`);
}
