// doorstep orders release: releases a hold, by its handle or id.

import { releaseHold } from '@doorstep/contract/order-notes.ts';
import { getOrder } from '@doorstep/contract/orders.ts';
import type { Command } from 'commander';
import { callApi } from '../api.ts';
import { CommandError } from '../command-error.ts';
import { readConnection } from '../config.ts';
import { type JsonOption, verb } from '../options.ts';
import { say, sayJson } from '../print.ts';

export function releaseOrderCommand(orders: Command): void {
  verb(orders, 'release <order> <hold>', 'release a hold, by its handle or id').action(
    async (order: string, name: string, { json }: JsonOption) => {
      const connection = await readConnection();
      const { holds, number } = await callApi(connection, getOrder, { params: { order } });
      const open = holds.filter((one) => one.releasedAt === null);
      const meant = open.find((one) => one.id === name || one.handle === name);
      if (meant === undefined)
        throw new CommandError({
          what: `Order ${number} has no open hold ${name}.`,
          remedy: `Its open holds: ${open.map((one) => one.handle).join(', ') || 'none'}.`,
          exitCode: 1,
        });
      const params = { order, hold: meant.id };
      const hold = await callApi(connection, releaseHold, { params });
      if (json) return sayJson(hold);
      say(`Released ${hold.handle}; ${open.length - 1} more on order ${number}`);
    },
  );
}
