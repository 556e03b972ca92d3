// doorstep orders release: what is promised becomes work of its locations.

import { releaseOrder } from '@doorstep/contract/fulfillment.ts';
import type { Command } from 'commander';
import { answer } from '../answer.ts';
import { type JsonOption, verb } from '../options.ts';
import { counted, hint, moment, say } from '../print.ts';

export function releaseOrderCommand(orders: Command): void {
  verb(orders, 'release <order>', 'release an order to its locations').action(
    async (order: string, { json }: JsonOption) => {
      const input = { params: { order }, body: {} };
      await answer(releaseOrder, input, { json }, ({ fulfillmentOrders }) => {
        for (const one of fulfillmentOrders) {
          const due = one.shipBy === null ? '' : `, due ${moment(one.shipBy)} UTC`;
          say(`${counted(one.quantity, 'unit')} from ${one.location}${due}  ${one.id}`);
        }
        hint(`Pick it: doorstep fulfillment pick ${fulfillmentOrders[0]?.id ?? order}`);
      });
    },
  );
}
